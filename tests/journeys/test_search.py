"""A reader searches: suggestions by the keyboard alone, then the page with what was found."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from articles import revisions, workflow
from articles.content import Content
from tests.factories.people import person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def record(editor):
    now = timezone.now()
    person("Вера", "Осокина", "female", page="public", checked_at=now)
    person("Асан", "Осокин", page="public", checked_at=now)
    story = revisions.create(Content(headline="Мост открыт", body="<p>Вера Осокина рада.</p>"), editor, now=now)
    workflow.publish(story, by=editor, now=now, alone=True)


def test_a_name_is_suggested_and_opened_with_the_keyboard(page, live_server, record, console):
    page.goto(f"{live_server.url}/search/")
    field = page.get_by_role("combobox")
    field.press_sequentially("осок")
    options = page.get_by_role("listbox").get_by_role("option")
    expect(options).to_have_count(2)
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", re.compile("q-suggested-0"))
    field.press("ArrowUp")  # back in the field
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile(".*"))
    field.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_have_value("осок")
    field.press_sequentially("ин")
    expect(options).to_have_count(2)
    field.press("ArrowDown")
    name = options.first.inner_text()
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    assert console == []


def test_words_are_searched_with_the_enter_key(page, live_server, record, console):
    page.goto(f"{live_server.url}/search/")
    page.get_by_role("combobox").fill("Осокиной мосты")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Мост открыт")).to_be_visible()
    expect(page.locator("mark").first).to_be_visible()
    assert console == []


def test_the_form_works_without_a_script(browser, live_server, record):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/search/")
    page.get_by_role("searchbox").fill("мосту")
    page.get_by_role("button", name="Найти").or_(page.get_by_role("button", name="Find")).click()
    expect(page.get_by_role("link", name="Мост открыт")).to_be_visible()
    context.close()
