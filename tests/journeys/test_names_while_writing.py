"""The panel beside the text, as somebody uses it who never leaves the page."""

import pytest
from playwright.sync_api import expect

from articles import revisions
from articles.content import Content
from people.models import Person
from tests.factories.people import held, person, post
from tests.journeys.desk import open_article, sign_in, text_of, write_at_the_end

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

IS_CHOSEN = """(words) => {
    const { activeElement: field } = document
    if (!field.matches("textarea")) return getSelection().toString() === words
    return field.value.slice(field.selectionStart, field.selectionEnd) === words
}"""


@pytest.fixture
def draft(editor, now):
    return revisions.create(Content(headline="Приём", body="<p>Утро.</p>"), editor, now=now)


@pytest.fixture
def ministers(db, now):
    """Асан was minister of culture until March 2025, Бакыт is; another Асан is minister of trade."""
    culture = post("министр культуры Лаковии", "Министерство культуры Лаковии")
    asan = person("Асан", "Токтосунов", patronymic_name="Болотович", page="public", checked_at=now)
    bakyt = person("Бакыт", "Усенов", page="public", checked_at=now)
    namesake = person("Асан", "Токтосунов", patronymic_name="Эркинович", page="public", checked_at=now)
    held(asan, culture, "2019", "2025-03-12", checked_at=now)
    held(bakyt, culture, "2025-03-12", checked_at=now)
    held(namesake, post("министр торговли Лаковии", "Министерство торговли Лаковии"), "2024", checked_at=now)
    return asan, bakyt, namesake


def test_a_namesake_is_resolved_while_one_writes(page, console, live_server, editor, draft, ministers):
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    write_at_the_end(page, text, " Приехал Асан Токтосунов.")
    expect(text.locator(".desk-mark-open")).to_have_text("Асан Токтосунов")
    asked = page.locator(".asked li").first
    expect(asked).to_contain_text("министр торговли Лаковии")
    asked.locator(".choice").filter(has_text="Эркинович").get_by_role("button", name="this one").first.click()
    expect(text.locator(".desk-mark-linked")).to_have_text("Асан Токтосунов")
    expect(page.locator(".told")).to_contain_text("means: Асан")
    write_at_the_end(page, text, " Токтосунова встретили.")  # a later edit asks nothing again
    expect(text.locator(".desk-mark-linked")).to_have_count(2)
    page.click("[name=_publish]")
    expect(page.locator(".messagelist")).to_be_visible()
    assert set(draft.mentions.values_list("person", flat=True)) == {ministers[2].pk}
    assert console == []


def test_all_unknown_people_are_accepted_with_one_key(page, console, live_server, editor, draft):
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    write_at_the_end(page, text, " Директор Музея весов Лаковии Пётр Кедров и врач Анна Ольховская приехали.")
    expect(text.locator(".desk-mark-unknown")).to_have_count(2)
    unknown = page.locator(".asked > li", has=page.locator("strong", has_text="Пётр Кедров"))
    unknown.get_by_text("How it will be recorded").click()
    unknown.get_by_label("Patronymic").fill("Ильич")
    write_at_the_end(page, text, " Дождь.")  # the panel is drawn anew; what was typed in it stays
    expect(page.locator(".named[aria-busy]")).to_have_count(0)
    page.keyboard.press("Alt+Enter")
    expect(text.locator(".desk-mark-linked")).to_have_count(2)
    assert set(Person.objects.values_list("family_name", "patronymic_name")) == {
        ("Кедров", "Ильич"),
        ("Ольховская", ""),
    }
    assert console == []


def test_a_stale_minister_is_caught_and_put_right(page, console, live_server, editor, draft, ministers):
    ministers[2].memberships.all().delete()
    ministers[2].delete()
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    write_at_the_end(page, text, " Министр культуры Лаковии Асан Токтосунов открыл театр. Пела Анна Ольховская.")
    found = page.locator(".findings .finding")
    expect(found).to_contain_text("Бакыт Усенов")
    expect(text.locator(".desk-mark-office").first).to_be_visible()
    found.get_by_role("button", name="Бакыт Усенов", exact=False).last.click()
    expect(text).to_contain_text("Бакыт Усенов открыл театр.")
    expect(found).to_have_count(0)
    text.click()
    page.keyboard.press("Control+z")
    expect(text).to_contain_text("Асан Токтосунов открыл театр.")
    page.locator(".asked li", has_text="Анна Ольховская").get_by_role("button", name="not a person").click()
    expect(page.locator(".told")).to_contain_text("nobody on record")
    found.get_by_role("button", name="leave as it is").click()
    expect(found).to_have_count(0)
    expect(page.locator(".told li")).to_have_count(0)  # the answer before is not said of this one
    page.click("[name=_save]")
    text_of(page)
    expect(page.locator(".findings .finding")).to_have_count(0)
    assert console == []


def test_a_place_in_the_list_shows_its_words_in_the_text(page, console, live_server, editor, draft, ministers):
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    page.fill("[name=lede]", "Усенов доволен.")
    write_at_the_end(page, text, " Бакыт Усенов открыл театр 🎭. Затем Усенов уехал.")
    expect(text.locator(".desk-mark-linked")).to_have_count(2)
    entry = page.locator(".named li[data-entry]", has_text="Бакыт Усенов")
    entry.locator("summary").click()
    places = entry.locator("[data-show]").all()
    assert sorted(place.get_attribute("data-surface") for place in places) == ["Бакыт Усенов", "Усенов", "Усенов"]
    for place in places:
        place.click()
        page.wait_for_function(IS_CHOSEN, arg=place.get_attribute("data-surface"))
    text.locator(".desk-mark-linked").last.click()
    expect(page.locator(".named .is-meant")).to_contain_text("Бакыт Усенов")
    assert console == []


def test_typography_changes_marks_and_nothing_within_them(page, console, live_server, editor, now):
    body = (
        '<p>Он сказал: "Театр <strong>Заря</strong> <a href="https://site.example/">открыт</a>".</p>'
        "<p>Сбор - 5 тыс. сомов, <em>А.А. Кедров</em> - за.</p>"
    )
    story = revisions.create(Content(headline='Театр "Заря"', body=body), editor, now=now)
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, story)
    suggested = page.locator(".typography")
    suggested.locator("summary").click()
    suggested.get_by_role("button", name="Accept all suggestions").click()
    expect(suggested).to_have_count(0)
    expect(text).to_contain_text("Он сказал: «Театр Заря открыт».")
    assert page.input_value("[name=headline]") == "Театр «Заря»"
    page.click("[name=_save]")
    expect(page.locator(".messagelist")).to_be_visible()
    saved = revisions.content_of(revisions.newest(story)).body.replace("\u00a0", " ").replace("&nbsp;", " ")
    assert saved == (
        '<p>Он сказал: «Театр <strong>Заря</strong> <a href="https://site.example/">открыт</a>».</p>'
        "<p>Сбор — 5 тыс. сомов, <em>А. А. Кедров</em> — за.</p>"
    )
    assert console == []
