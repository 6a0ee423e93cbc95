"""From a pasted wire text to the page a reader gets, through the forms an editor sees."""

import pytest
from playwright.sync_api import expect

from people.models import Person
from tests.factories.pictures import picture_bytes
from tests.journeys.desk import sign_in, text_of
from tests.samples import SAMPLE_FILE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Left to right in the picture, and by first mention in the text.
SHOWN = [
    *("Жээнбек Кулубаев", "Максим Рыженков", "Мурат Нуртлеу", "Садыр Жапаров", "Сергей Лавров"),
    *("Мухриддин Сироджиддин", "Имангали Тасмагамбетов"),
]
NAMED = ["Садыр Жапаров", *(name for name in SHOWN if name != "Садыр Жапаров")]


def test_a_wire_text_becomes_a_page_with_everybody_linked(page, console, live_server, login_of, new_context):
    sign_in(page, live_server.url, login_of("editor").username)
    page.goto(f"{live_server.url}/admin/articles/article/import/")
    page.fill("[name=text]", SAMPLE_FILE.read_text(encoding="utf-8"))
    picture = {"name": "встреча.jpg", "mimeType": "image/jpeg", "buffer": picture_bytes()}
    page.set_input_files("[name=photo]", picture)
    page.click(".submit-row [type=submit]")

    text_of(page)
    expect(page.locator("[name=t0-lead_credit]")).to_have_value("пресс-служба президента Киргизии")
    expect(page.locator("[name=t0-dated_1]")).to_have_value("15:45")
    page.fill("[name=t0-lede]", "Министры обсудили борьбу с терроризмом.")
    page.click(".submit-row [type=submit]")

    text_of(page)
    expect(page.locator("[name=lede]")).to_have_value("Министры обсудили борьбу с терроризмом.")
    page.click("[name=_publish]")
    address = page.locator(".messagelist a").first.get_attribute("href")
    assert console == []

    reader = new_context().new_page()
    reader.goto(live_server.url + address)
    caption, body = reader.locator("figcaption a"), reader.locator(".text > p a[data-person]")
    assert caption.all_inner_texts() == SHOWN
    assert body.all_inner_texts() == NAMED
    expect(reader.locator(".lede").first).to_have_text("Министры обсудили борьбу с терроризмом.")
    expect(reader.locator("article time").first).to_have_attribute("datetime", "2025-06-30T15:45:00+06:00")
    assert "**" not in reader.locator("main").inner_text()
    assert Person.objects.count() == 7
    for link in caption.all():
        name = link.inner_text()
        profile = new_context().new_page()
        assert profile.goto(live_server.url + link.get_attribute("href")).status == 200
        expect(profile.locator("h1")).to_have_text(name)
