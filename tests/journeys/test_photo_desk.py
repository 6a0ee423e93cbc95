"""The photo desk brings in a batch with bad files among the good, captions it from the keyboard, and loses nothing."""

import io
import zipfile

import pytest
from playwright.sync_api import expect

from media_assets import batches
from media_assets.models import BatchFile, Photo
from tests.factories.people import held, person, post
from tests.factories.pictures import photo, picture_bytes
from tests.journeys.desk import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = "(слева направо) Министр культуры Лаковии Асан Токтосунов и режиссёр Вера Осокина."


@pytest.fixture
def desk(page, live_server, login_of):
    sign_in(page, live_server.url, login_of("photo desk").username)
    return page


def file(name: str, data: bytes) -> dict:
    return {"name": name, "mimeType": "image/jpeg", "buffer": data}


def choose(page, *files: dict) -> None:
    page.set_input_files("#id_file", list(files))


def rows(page, outcome: str):
    return page.locator(f"#files [data-outcome={outcome}]")


def test_good_and_broken_files_come_in_with_their_bars_and_answers(desk, console, live_server):
    desk.goto(f"{live_server.url}/admin/media_assets/photo/add/")
    desk.fill("[name=credit_line]", "Пресс-служба моста")
    choose(
        desk,
        file("утро.jpg", picture_bytes("#112233")),
        file("письмо.jpg", b"no picture"),
        file("обрыв.jpg", picture_bytes(size=(900, 900))[:900]),
        file("вечер.jpg", picture_bytes("#445566")),
    )
    expect(desk.locator("#files progress").first).to_be_attached()
    expect(rows(desk, "taken")).to_have_count(2)
    expect(rows(desk, "refused")).to_have_count(2)
    expect(desk.locator("#overall")).to_contain_text("Taken: 2, already here: 0, refused: 2.")
    expect(rows(desk, "refused").filter(has_text="обрыв.jpg")).to_contain_text("damaged or cut off")
    expect(rows(desk, "taken").first).to_contain_text("Пресс-служба моста")
    assert desk.url.endswith("/change/")

    choose(desk, file("утро ещё раз.jpg", picture_bytes("#112233")))
    expect(rows(desk, "known")).to_contain_text("not used yet")

    desk.fill("[name=city]", "Лаков")
    desk.get_by_role("button", name="Apply to all photos: 2").click()
    expect(desk.locator("#shared-state")).to_have_text("Changed photos: 2.")
    expect(rows(desk, "taken").first).to_contain_text("Лаков")
    assert set(Photo.objects.values_list("credit_line", "city")) == {("Пресс-служба моста", "Лаков")}
    assert console == []


def test_a_file_whose_sending_broke_is_sent_again(desk, console, live_server):
    desk.goto(f"{live_server.url}/admin/media_assets/batch/add/")
    desk.clock.install()
    desk.route("**/files/", lambda route: route.abort())
    choose(desk, file("утро.jpg", picture_bytes("#112233")))
    for _try in range(2):
        expect(desk.locator("#files")).to_contain_text("once more in a moment")
        desk.clock.run_for(5000)
    again = desk.get_by_role("button", name="Send again")
    expect(again).to_be_visible()
    expect(desk.locator("#overall")).to_contain_text("Not sent: 1.")
    desk.unroute("**/files/")
    again.click()
    expect(rows(desk, "taken")).to_have_count(1)
    assert [each for each in console if "ERR_FAILED" not in each] == []


def test_a_closed_browser_loses_nothing_that_was_received(desk, console, live_server):
    desk.goto(f"{live_server.url}/admin/media_assets/batch/add/")
    choose(desk, file("утро.jpg", picture_bytes("#112233")))
    expect(rows(desk, "taken")).to_have_count(1)
    address = desk.url
    later = desk.context.new_page()
    desk.close()
    later.goto(address)
    expect(rows(later, "taken")).to_contain_text("утро.jpg")
    later.set_input_files("#id_file", [file("вечер.jpg", picture_bytes("#445566"))])
    expect(rows(later, "taken")).to_have_count(2)
    assert console == []


def test_an_archive_is_unpacked_while_one_looks_on(desk, console, live_server):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("утро.jpg", picture_bytes("#112233"))
        archive.writestr("письмо.jpg", b"no picture")
    desk.goto(f"{live_server.url}/admin/media_assets/batch/add/")
    choose(desk, file("снимки.zip", packed.getvalue()))
    expect(rows(desk, "waiting")).to_have_count(1)
    expect(desk.locator("#overall")).to_contain_text("being unpacked")
    batches.unpack.call(BatchFile.objects.get().pk)  # the worker
    expect(rows(desk, "unpacked")).to_have_count(1)
    expect(rows(desk, "taken")).to_contain_text("утро.jpg")
    expect(rows(desk, "refused")).to_contain_text("письмо.jpg")
    assert console == []


def test_two_photos_are_captioned_without_a_mouse(desk, console, live_server):
    minister = person("Асан", "Токтосунов")
    held(minister, post(), "2020")
    first, second = photo("#112233", credit_line=""), photo("#445566", credit_line="")
    desk.goto(f"{live_server.url}/admin/media_assets/batch/sheet/?ids={first.pk},{second.pk}")
    lacking = desk.locator("[data-lacks=credit_line]")
    expect(lacking).to_contain_text("without credit: 2")

    desk.locator("[name=description]").first.focus()
    desk.keyboard.type(WORDS)
    desk.keyboard.press("F2")
    expect(desk.locator("[name=who]").first).to_have_value("Асан Токтосунов, Вера Осокина")
    expect(desk.locator(".sheet-card").first.locator(".chip-known")).to_contain_text("Асан Токтосунов")
    expect(desk.locator(".sheet-card").first.locator(".chip-unknown")).to_contain_text("Вера Осокина")

    desk.locator("[name=alt_text]").first.focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("[name=alt_text]").first).not_to_have_value("")

    desk.locator("[name=credit_line]").first.focus()
    desk.keyboard.type("Пресс-служба моста")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("[name=credit_line]").nth(1)).to_be_focused()
    desk.keyboard.press("Control+d")
    expect(desk.locator("[name=credit_line]").nth(1)).to_have_value("Пресс-служба моста")
    desk.keyboard.press("Alt+ArrowUp")
    expect(desk.locator("[name=credit_line]").first).to_be_focused()
    expect(lacking).to_contain_text("without credit: 0")
    expect(desk.locator("[data-state][data-kind=done]")).to_have_count(2)

    for each in (first, second):
        each.refresh_from_db()
    assert (first.description, first.credit_line, second.credit_line) == (WORDS, *("Пресс-служба моста",) * 2)
    assert first.alt_text
    assert [(one.full_name, one.person_id) for one in first.persons_shown.all()] == [
        ("Асан Токтосунов", minister.pk),
        ("Вера Осокина", None),
    ]
    assert console == []


def test_a_value_goes_to_all_ticked_photos_and_people_are_chosen(desk, console, live_server):
    person("Вера", "Осокина", gender="female")
    taken = [photo(colour) for colour in ("#112233", "#445566", "#778899")]
    desk.goto(f"{live_server.url}/admin/media_assets/batch/sheet/?ids={','.join(str(each.pk) for each in taken)}")
    desk.locator("[data-preview]").nth(0).focus()
    desk.keyboard.press("Space")
    desk.locator("[data-tick]").nth(1).click(modifiers=["Shift"])
    desk.select_option("#bulk-field", "city")
    desk.fill("#bulk-value", "Лаков")
    desk.get_by_role("button", name="Set for the ticked photos: 2").click()
    expect(desk.locator("[data-state][data-kind=done]")).to_have_count(2)
    assert list(Photo.objects.order_by("pk").values_list("city", flat=True)) == ["Лаков", "Лаков", ""]

    desk.locator("[name=event]").first.fill("Открытие моста")
    desk.keyboard.press("Control+Shift+d")
    expect(desk.locator("[name=event]").nth(1)).to_have_value("Открытие моста")
    expect(desk.locator("[name=event]").nth(2)).to_have_value("")

    desk.locator("[data-add]").nth(2).click()
    desk.locator("#picker input").fill("осоки")
    desk.locator("#picker li").get_by_role("button", name="Вера Осокина").click()
    expect(desk.locator(".sheet-card").nth(2).locator(".chip-known")).to_contain_text("Вера Осокина")
    assert taken[2].persons_shown.get().person.family_name == "Осокина"
    assert console == []


def test_a_surname_in_another_case_offers_who_it_may_mean(desk, console, live_server):
    for given in ("Анна", "Вера"):
        person(given, "Осокина", gender="female")
    taken = photo()
    taken.persons_shown.create(name="Осокиной", position=1)
    desk.goto(f"{live_server.url}/admin/media_assets/batch/sheet/?ids={taken.pk}")
    desk.locator(".chip-several").click()
    expect(desk.locator("#picker li")).to_have_count(2)
    desk.locator("#picker li").get_by_role("button", name="Вера Осокина").click()
    expect(desk.locator(".chip-known")).to_contain_text("Вера Осокина")
    assert console == []


def test_words_for_a_photo_deleted_meanwhile_are_told_so(desk, console, live_server):
    taken = photo()
    desk.goto(f"{live_server.url}/admin/media_assets/batch/sheet/?ids={taken.pk}")
    taken.delete()
    desk.locator("[name=headline]").fill("Мост")
    expect(desk.locator("[data-state]")).to_have_text("Not saved: somebody has deleted this photo.")
    assert [each for each in console if "404" not in each] == []


def test_what_a_colleague_wrote_is_shown_to_choose_from(desk, console, live_server):
    taken = photo(headline="Мост")
    desk.goto(f"{live_server.url}/admin/media_assets/batch/sheet/?ids={taken.pk}")
    Photo.objects.filter(pk=taken.pk).update(headline="Мост открыт")
    desk.locator("[name=headline]").fill("Мост строят")
    said = desk.locator("[data-field=headline] .card-said")
    expect(said).to_contain_text("Мост открыт")
    said.get_by_role("button", name="Keep mine").click()
    expect(desk.locator("[data-state][data-kind=done]")).to_have_count(1)
    taken.refresh_from_db()
    assert taken.headline == "Мост строят"
    assert [each for each in console if "409" not in each] == []
