"""A page keeps its shape: on the narrowest phone, with the text spread out or doubled, and for a thumb."""

import pytest

from .looking import ask
from .table import every_page

pytestmark = pytest.mark.browser

# WCAG 1.4.12: what a reader with dyslexia may set.
SPREAD = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
    "p { margin-bottom: 2em !important }"
)
DOUBLED = "html { font-size: 200% !important }"
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
NARROWEST = {"width": 320, "height": 640}


STATES = [
    ("320 px", NARROWEST, ""),
    ("320 px, spread", NARROWEST, SPREAD),
    ("phone, doubled", PHONE, DOUBLED),
    ("desktop, spread", DESKTOP, SPREAD),
    ("desktop, doubled", DESKTOP, DOUBLED),
]


@every_page
def test_nothing_sticks_out_is_cut_or_covers_another(show, kind):
    page = show(kind)
    found = {}
    for state, window, style in STATES:
        page.set_viewport_size(window)
        added = page.add_style_tag(content=style or "/* as it is */")
        found[state] = [*ask(page, "sideways"), *ask(page, "clipped"), *ask(page, "overlaps")]
        added.evaluate("style => style.remove()")
    assert found == {state: [] for state, _window, _style in STATES}


@every_page
def test_headings_pictures_and_targets_are_in_order(show, kind):
    page = show(kind)
    assert page.locator("html").get_attribute("lang") == kind.language
    assert (ask(page, "headings"), ask(page, "images"), ask(page, "targets")) == ([], [], [])
