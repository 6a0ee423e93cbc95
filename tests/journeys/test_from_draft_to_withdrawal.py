"""One story through the whole newsroom: written, sent back, handed in again, published, corrected, withdrawn."""

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article
from tests.factories.people import held, person, post
from tests.journeys.desk import sign_in, text_of, write_at_the_end

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def namesakes(db, now):
    """Two are called Болот Кедров."""
    found = []
    for patronymic, office in (("Ильич", "мэр Нижнего Кедра"), ("Эркинович", "аким Верхнего Кедра")):
        bolot = person("Болот", "Кедров", patronymic_name=patronymic, page="public", checked_at=now)
        held(bolot, post(office, f"Администрация ({office})"), "2020", checked_at=now)
        found.append(bolot)
    return found


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.locator(f"[name={name}]").click()


def test_a_story_passes_through_all_hands(page, console, live_server, login_of, namesakes, new_context):
    reporter, editor = login_of("reporter", "asel"), login_of("editor", "nurlan")
    desk = new_context().new_page()
    complaints = []
    desk.on("pageerror", lambda error: complaints.append(str(error)))
    desk.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)

    # The reporter writes and hands in.
    sign_in(page, live_server.url, reporter.username)
    page.goto(f"{live_server.url}/admin/articles/article/add/")
    text = text_of(page)
    page.fill("[name=headline]", "В Лаковии открыли мост")
    text.click()
    page.keyboard.type("На открытии был Болот Кедров.")
    press(page, "_save")
    story = Article.objects.get()
    expect(page.locator("[name=_publish]")).to_have_count(0)
    press(page, "_submit")
    expect(page.locator(".messagelist")).to_contain_text("submitted")

    # The editor finds it on the first page, and sends it back.
    sign_in(desk, live_server.url, editor.username)
    desk.get_by_role("link", name="В Лаковии открыли мост").first.click()
    text_of(desk)
    press(desk, "_send_back")
    desk.fill("[name=remark]", "Кто строил?")
    desk.click(".submit-row [type=submit]")

    # The reporter sees the remark, mends the text and hands it in again.
    page.goto(f"{live_server.url}/admin/")
    expect(page.locator("#content")).to_contain_text("Кто строил?")
    page.goto(f"{live_server.url}/admin/articles/article/{story.pk}/change/")
    expect(page.locator(".returned")).to_contain_text("Кто строил?")
    write_at_the_end(page, text_of(page), " Мост строили лаковийские инженеры.")
    press(page, "_submit")

    # The editor says which Кедров is meant, and publishes.
    desk.goto(f"{live_server.url}/admin/articles/article/{story.pk}/change/")
    text_of(desk)
    expect(desk.locator(".checklist")).to_contain_text("name")
    asked = desk.locator(".asked > li", has_text="Болот Кедров")
    asked.locator(".choice", has_text="аким Верхнего Кедра").get_by_role("button", name="this one").click()
    expect(desk.locator(".named")).to_contain_text("decided")
    press(desk, "_publish")
    expect(desk.locator(".messagelist")).to_contain_text("published")
    reader = new_context().new_page()
    story.refresh_from_db()
    address = live_server.url + story.get_absolute_url()
    reader.goto(address)
    expect(reader.locator(".text")).to_contain_text("лаковийские инженеры")
    assert story.mentions.get().person == namesakes[1]

    # A correction says what was wrong.
    write_at_the_end(desk, text_of(desk), " Длина моста 300 метров.")
    desk.locator(".after-publication summary").click()
    desk.select_option("[name=kind]", "correction")
    press(desk, "_publish")
    expect(desk.locator(".after-publication")).to_contain_text("what was wrong")
    desk.fill("[name=note]", "Раньше не называли длину моста.")
    press(desk, "_publish")
    reader.goto(address)
    expect(reader.locator("#corrections")).to_contain_text("Раньше не называли длину моста.")
    expect(reader.locator(".text")).to_contain_text("300 метров")

    # Withdrawn, the address says why.
    press(desk, "_withdraw")
    desk.fill("[name=reason]", "Моста ещё нет.")
    desk.click(".submit-row [type=submit]")
    expect(desk.locator(".messagelist")).to_contain_text("withdrawn")
    assert reader.goto(address).status == 410
    expect(reader.locator("main")).to_contain_text("Моста ещё нет.")
    assert console + complaints == []
