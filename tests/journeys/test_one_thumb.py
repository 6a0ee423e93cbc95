"""The whole story on a phone at 3 a.m.: 390 pixels, one thumb, nothing dragged, no key but letters."""

import pytest
from playwright.sync_api import Locator, Page, expect

from articles import revisions
from articles.content import Content
from media_assets import renditions
from tests.factories.people import held, person, post
from tests.factories.pictures import photo
from tests.journeys.desk import open_article, sign_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.browser_context_args(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True),
]


@pytest.fixture
def people(db, now):
    """Асан was minister of culture until March 2025, Бакыт is; two are called Болот Кедров."""
    culture = post("министр культуры Лаковии", "Министерство культуры Лаковии")
    asan = person("Асан", "Токтосунов", page="public", checked_at=now)
    bakyt = person("Бакыт", "Усенов", page="public", checked_at=now)
    held(asan, culture, "2019", "2025-03-12", checked_at=now)
    held(bakyt, culture, "2025-03-12", checked_at=now)
    for patronymic, office in (("Ильич", "мэр Нижнего Кедра"), ("Эркинович", "аким Верхнего Кедра")):
        bolot = person("Болот", "Кедров", patronymic_name=patronymic, page="public", checked_at=now)
        held(bolot, post(office, f"Администрация ({office})"), "2020", checked_at=now)
    return asan, bakyt


@pytest.fixture
def pictures(db):
    found = [photo("#335577", headline="Озеро", alt_text="Здание"), photo("#775533", headline="Зал", alt_text="Ряды")]
    for each in found:
        renditions.ensure(each)
    return found


def write(page: Page, text: Locator, words: str) -> None:
    """A new paragraph at the end, as a thumb puts the caret there."""
    text.locator("> p").last.tap()
    page.wait_for_timeout(100)
    page.keyboard.press("End")
    page.wait_for_timeout(100)
    page.keyboard.press("Enter")
    page.keyboard.type(words)


def pick(page: Page, *names: str) -> None:
    for name in names:
        page.locator(".desk-chooser").get_by_role("button", name=name).first.tap()


def is_within_reach(page: Page) -> bool:
    """Nothing makes the page wider than the phone."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_story_from_nothing_to_readers(page, console, live_server, editor, people, pictures, now):
    draft = revisions.create(Content(headline="Открытие", body="<p>Начало.</p>"), editor, now=now)
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)

    page.get_by_role("button", name="Choose a photo").tap()
    pick(page, "Озеро")
    expect(page.locator(".lead-photo img")).to_be_visible()

    write(page, text, "Приехал @усен")
    page.get_by_role("option", name="Бакыт Усенов").tap()
    cases = page.get_by_role("listbox", name="In which case?")
    cases.get_by_role("option").first.tap()
    expect(text).to_contain_text("Приехал министр культуры Лаковии Бакыт Усенов")
    page.keyboard.type(" и Болот Кедров.")
    write(page, text, "Министр культуры Лаковии Асан Токтосунов молчал.")
    page.locator("[data-name=gallery]").tap()
    pick(page, "Озеро", "Зал")
    page.locator(".desk-chooser-done").tap()
    gallery = text.locator(".desk-gallery")
    gallery.locator(".desk-figure").nth(1).get_by_role("button", name="Move up").tap()
    expect(gallery.locator("img").first).to_have_attribute("alt", "Ряды")
    assert is_within_reach(page)

    page.locator(".to-names").tap()
    named = page.locator(".named")
    asked = named.locator(".asked > li", has=page.locator("strong", has_text="Болот Кедров"))
    asked.locator(".choice", has_text="аким Верхнего Кедра").get_by_role("button", name="this one").tap()
    expect(named).to_contain_text("decided")
    stale = named.locator(".finding", has_text="Асан Токтосунов")
    stale.get_by_role("button", name="бывший министр культуры Лаковии", exact=False).tap()
    expect(text).to_contain_text("Бывший министр культуры Лаковии Асан Токтосунов молчал.")
    expect(stale).to_have_count(0)
    assert is_within_reach(page)

    page.locator("[name=_publish]").tap()
    expect(page.locator(".messagelist")).to_contain_text("published")
    draft.refresh_from_db()
    assert set(draft.mentions.values_list("person__family_name", flat=True)) == {"Усенов", "Кедров", "Токтосунов"}
    assert draft.mentions.get(surface="Болот Кедров").office == "аким Верхнего Кедра"
    page.goto(live_server.url + draft.get_absolute_url())
    expect(page.locator(".gallery .photo")).to_have_count(2)
    assert is_within_reach(page)
    assert console == []
