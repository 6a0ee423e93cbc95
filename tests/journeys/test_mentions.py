"""An editor types @ and the first letters of a name: the person, then the case, and the words stand in the text."""

import re

import pytest
from playwright.sync_api import expect

from articles import revisions
from articles.content import Content
from tests.factories.people import held, person, post
from tests.journeys.desk import open_article, sign_in, text_of, write_at_the_end

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def draft(editor, now):
    minister = person("Асан", "Токтосунов", page="public", checked_at=now)
    held(minister, post(), "2020", checked_at=now)
    person("Бакыт", "Токтобаев")
    return revisions.create(Content(headline="Проба", body="<p>Начало.</p>"), editor, now=now)


def test_a_person_is_named_in_three_cases_by_keys_alone(page, console, live_server, editor, draft):
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    people = page.get_by_role("listbox", name="Whom do you name?")
    cases = page.get_by_role("listbox", name="In which case?")

    write_at_the_end(page, text, " Встреча с @токто")
    expect(people.get_by_role("option")).to_have_text(
        [re.compile("Асан Токтосунов.*министр культуры"), "Бакыт Токтобаев"]
    )
    assert text.get_attribute("aria-activedescendant") == people.get_by_role("option").first.get_attribute("id")
    page.keyboard.press("Enter")
    expect(cases.get_by_role("option")).to_have_count(6)
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(text).to_contain_text("Встреча с министром культуры Лаковии Асаном Токтосуновым")
    expect(cases).to_be_hidden()

    page.keyboard.type(". Слово дали @асан")
    expect(people).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")  # the name alone
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(text).to_contain_text("Слово дали Асану Токтосунову")

    page.keyboard.type(", речь @токтосу")
    expect(people.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.type(" слышали.")
    page.click("[name=_save]")
    expect(page.locator(".messagelist")).to_be_visible()
    assert revisions.content_of(revisions.newest(draft)).body == (
        "<p>Начало. Встреча с министром культуры Лаковии Асаном Токтосуновым. "
        "Слово дали Асану Токтосунову, речь Асана Токтосунова слышали.</p>"
    )
    assert console == []


def test_a_new_kyrgyz_story_gets_kyrgyz_cases_before_it_is_saved(page, console, live_server, editor, draft):
    sign_in(page, live_server.url, editor.username)
    page.goto(f"{live_server.url}/admin/articles/article/add/")
    page.select_option("[name=language]", "ky")
    text_of(page).click()
    page.keyboard.type("@токтосу")
    page.get_by_role("option", name="Асан Токтосунов").click()
    cases = page.get_by_role("listbox", name="In which case?")
    expect(cases).to_contain_text("Асан Токтосуновдун")
    assert console == []


def test_what_was_typed_stays_or_comes_back(page, console, live_server, editor, draft):
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    people = page.get_by_role("listbox", name="Whom do you name?")

    write_at_the_end(page, text, " @токто")
    expect(people).to_be_visible()
    page.keyboard.press("Escape")
    expect(people).to_be_hidden()
    page.keyboard.type("суно")  # left as it is, it does not ask again
    expect(text).to_contain_text("@токтосуно")
    page.keyboard.type("ва и asan@toktosunov @токто")
    expect(people).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(text).to_contain_text("asan@toktosunov министр культуры Лаковии Асан Токтосунов")
    page.keyboard.press("Control+z")
    expect(text).to_have_text("Начало. @токтосунова и asan@toktosunov @токто")
    expect(people).to_be_hidden()
    assert console == []


def test_one_thumb_names_a_person_on_a_phone(new_context, live_server, editor, draft):
    page = new_context(viewport={"width": 390, "height": 844}, has_touch=True).new_page()
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    write_at_the_end(page, text, " @токтосунов")
    row = page.get_by_role("option", name="Асан Токтосунов")
    assert row.bounding_box()["height"] >= 44
    row.tap()
    page.get_by_role("button", name="Name alone").tap()
    page.get_by_role("option", name="кем?").tap()
    expect(text).to_have_text("Начало. Асаном Токтосуновым")
