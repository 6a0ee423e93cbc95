"""A page reads by keyboard, on paper, without a script and for those whom motion makes ill."""

import pytest

from .looking import ask
from .table import every_page

pytestmark = pytest.mark.browser


@every_page
def test_the_keyboard_reaches_the_text_first_and_sees_where_it_is(show, kind):
    page = show(kind)
    if page.locator("nav").count():
        assert ask(page, "firstFocusable") == "skip"
        page.locator(".skip").focus()
        assert page.locator(".skip").bounding_box()["x"] >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    assert ask(page, "unseenFocus") == []


@every_page
def test_nothing_moves_for_whom_motion_makes_ill_and_paper_shows_the_text_in_ink(show, kind):
    page = show(kind)
    assert ask(page, "moving") == []
    page.emulate_media(media="print", color_scheme="dark")
    assert (ask(page, "navigation"), ask(page, "paleOnPaper")) == ([], [])


@every_page
def test_without_a_script_the_same_words_are_there(show, without_script, kind):
    told = show(kind).locator("main").inner_text()
    assert told
    assert show(kind, without_script).locator("main").inner_text() == told
