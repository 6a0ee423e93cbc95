"""Night, 390 pixels: a «молния» from one line, filled in from a Telegram text, pictured, corrected, withdrawn."""

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article
from media_assets.models import Photo
from tests.factories.people import held, person, post
from tests.factories.pictures import picture_bytes
from tests.journeys.desk import sign_in, text_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.browser_context_args(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True),
]

TELEGRAM = """Министр культуры Лаковии Асан Токтосунов открыл театр.

На открытии выступила режиссёр Вера Ильинична Осокина. «Мы ждали семь лет», — сказала Осокина."""


def is_within_reach(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def paste(page: Page, words: str) -> None:
    """What an app's clipboard holds: plain lines."""
    page.evaluate(
        """(words) => {
            const data = new DataTransfer()
            data.setData("text/plain", words)
            const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
            document.querySelector(".tiptap").dispatchEvent(event)
        }""",
        words,
    )


def tap(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.locator(f"[name={name}]").tap()


def test_a_flash_is_public_at_once_and_lives_through_the_night(page, console, live_server, login_of, new_context, now):
    minister = person("Асан", "Токтосунов", page="public", checked_at=now)
    held(minister, post(), "2020", checked_at=now)
    sign_in(page, live_server.url, login_of("chief editor").username)

    # One line, public at once.
    page.get_by_role("link", name="Breaking news").tap()
    page.fill("[name=line]", "В Лаковии открыли театр")
    assert is_within_reach(page)
    page.locator("[type=submit].publish").tap()
    text = text_of(page)
    story = Article.objects.get()
    address = live_server.url + story.get_absolute_url()
    reader = new_context().new_page()
    reader.goto(address)
    expect(reader.locator("h1")).to_have_text("В Лаковии открыли театр")
    expect(reader.locator(".banner")).to_be_visible()

    # Filled in place from a Telegram text, its people accepted.
    text.tap()
    paste(page, TELEGRAM)
    expect(text).to_contain_text("Мы ждали семь лет")
    named = page.locator(".named")
    expect(named).to_contain_text("Осокина")
    named.locator(".accept-all").tap()
    expect(named.locator(".asked .unknown")).to_have_count(0)
    assert is_within_reach(page)
    tap(page, "_publish")
    expect(page.locator(".messagelist")).to_contain_text("published")
    reader.goto(address)
    expect(reader.locator(".text")).to_contain_text("Мы ждали семь лет")
    expect(reader.locator(".text a[data-person]").first).to_have_text("Асан Токтосунов")

    # A picture from the phone.
    page.goto(f"{live_server.url}/admin/media_assets/batch/add/")
    page.fill("[name=credit_line]", "Чолпон")
    photo = {"name": "IMG_0001.jpg", "mimeType": "image/jpeg", "buffer": picture_bytes("#335577")}
    page.set_input_files("#id_file", [photo])
    expect(page.locator("#files [data-outcome=taken]")).to_have_count(1)
    assert Photo.objects.get().credit_line == "Чолпон"
    page.goto(f"{live_server.url}/admin/articles/article/{story.pk}/change/")
    text_of(page)
    page.get_by_role("button", name="Choose a photo").tap()
    page.locator(".desk-chooser").get_by_role("button").filter(has=page.locator("img")).first.tap()
    expect(page.locator(".lead-photo img")).to_be_visible()
    tap(page, "_publish")
    reader.goto(address)
    expect(reader.locator(".lead-figure img")).to_be_visible()

    # Corrected with a note, then withdrawn.
    page.locator(".after-publication summary").tap()
    page.select_option("[name=kind]", "correction")
    page.fill("[name=note]", "Театр ждали шесть лет.")
    assert is_within_reach(page)
    tap(page, "_publish")
    reader.goto(address)
    expect(reader.locator("#corrections")).to_contain_text("Театр ждали шесть лет.")
    tap(page, "_withdraw")
    page.fill("[name=reason]", "Театр ещё не открыт.")
    assert is_within_reach(page)
    page.locator(".submit-row [type=submit]").tap()
    expect(page.locator(".messagelist")).to_contain_text("withdrawn")
    assert reader.goto(address).status == 410
    assert console == []
