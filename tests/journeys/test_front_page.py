"""An editor puts the front page in order: by dragging, by keyboard, and with the script switched off."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from newsroom.models import FrontSlot
from tests.factories.stories import story

from .desk import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DESK = "/admin/newsroom/frontpage/edition/ru/"


@pytest.fixture
def three(editor):
    """Stories found on the desk, the newest first: «Паром», «Мост», «Сад»."""
    now = timezone.now()
    return [story(word, editor, now - timedelta(hours=age)) for age, word in enumerate(("Паром", "Мост", "Сад"), 1)]


def order(page: Page) -> list[str]:
    return page.locator(".front-story > p:first-child").all_inner_texts()


def stored() -> list[str]:
    return [slot.article.headline for slot in FrontSlot.objects.select_related("article")]


def put_first(page: Page, *headlines: str) -> None:
    for headline in headlines:
        page.get_by_role("button", name=f"Put first: {headline}").click()
        expect(page.locator(".front-story").first).to_contain_text(headline)


def test_the_order_is_dragged_and_moved_by_keyboard(page: Page, live_server, editor, three, console):
    sign_in(page, live_server.url, "editor")
    page.goto(f"{live_server.url}{DESK}")
    put_first(page, "Сад", "Мост", "Паром")
    assert order(page) == ["Паром", "Мост", "Сад"]

    grip, target = page.locator(".grip").first, page.locator(".front-slots > li").last
    grip.hover()
    page.mouse.down()
    box = target.bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + box["height"] - 2, steps=8)
    page.mouse.up()
    assert order(page) == ["Мост", "Сад", "Паром"]
    assert stored() == []

    page.get_by_role("button", name="Move up: Паром").focus()
    page.keyboard.press("Enter")
    assert order(page) == ["Мост", "Паром", "Сад"]
    expect(page.get_by_role("button", name="Move up: Паром")).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("2")
    page.keyboard.press("Enter")
    assert order(page) == ["Паром", "Мост", "Сад"]

    page.get_by_role("button", name="Save the order").click()
    page.get_by_text("Readers see the front page in this order now.").wait_for()
    assert stored() == ["Паром", "Мост", "Сад"]
    assert console == []


def test_without_a_script_the_same_buttons_do_it(browser, live_server, editor, three):
    page = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}).new_page()
    sign_in(page, live_server.url, "editor")
    page.goto(f"{live_server.url}{DESK}")
    put_first(page, "Сад", "Мост")
    page.get_by_role("button", name="Move down: Мост").click()
    assert order(page) == ["Сад", "Мост"]
    page.get_by_role("button", name="Take away: Мост").click()
    page.get_by_role("button", name="Save the order").click()
    page.goto(live_server.url)
    assert page.locator(".first h2").inner_text() == "Сад"
    assert stored() == ["Сад"]
    page.context.close()
