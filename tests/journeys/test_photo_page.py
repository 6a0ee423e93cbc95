"""The photo desk at a picture: what crops keep, who stands where, what the words say of it; and the library by keys."""

import pytest
from playwright.sync_api import Page, expect

from media_assets.models import Photo
from media_assets.settling import settle
from tests.factories.people import person
from tests.factories.pictures import photo
from tests.journeys.desk import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAID = "(слева направо) Асан Токтосунов, Лада Камышова, Нурлан Осокин."


@pytest.fixture
def taken(db) -> Photo:
    made = photo(description=SAID, headline="Трое у озера", alt_text="Три человека стоят у воды")
    people = [("Асан", "Токтосунов", "male"), ("Лада", "Камышова", "female"), ("Нурлан", "Осокин", "male")]
    for place, (given, family, gender) in enumerate(people, 1):
        made.persons_shown.create(person=person(given, family, gender), position=place)
    settle(made)
    return made


@pytest.fixture
def desk(page, live_server, login_of, console) -> Page:
    page.set_viewport_size({"width": 1440, "height": 1000})
    sign_in(page, live_server.url, login_of("photo desk").username)
    return page


def open_photo(desk: Page, live_server, taken: Photo) -> None:
    desk.goto(f"{live_server.url}/admin/media_assets/photo/{taken.pk}/change/")
    expect(desk.locator("#stage-help")).to_contain_text("Pass over a number")


def save(desk: Page) -> None:
    desk.click("[name=_continue]")
    expect(desk.locator(".messagelist .success")).to_be_visible()


def press_at(desk: Page, x: float, y: float) -> tuple[float, float]:
    """Where this share of the picture is on the screen."""
    box = desk.locator("#stage svg").bounding_box()
    return box["x"] + box["width"] * x, box["y"] + box["height"] * y


def test_a_click_says_what_every_crop_keeps(desk, live_server, taken, console):
    open_photo(desk, live_server, taken)
    preview = desk.locator(".crop-portrait img")
    expect(preview).to_have_css("object-position", "50% 50%")
    desk.get_by_role("radio", name="Focal point").click()
    desk.mouse.click(*press_at(desk, 0.2, 0.7))
    expect(preview).to_have_css("object-position", "20% 70%")
    desk.keyboard.press("ArrowRight")
    desk.keyboard.press("Shift+ArrowUp")
    expect(preview).to_have_css("object-position", "21% 65%")
    save(desk)
    taken.refresh_from_db()
    assert (taken.focal_x, taken.focal_y) == (0.21, 0.65)
    assert taken.renditions.filter(spec="portrait", focal_key="0.21-0.65").exists()
    assert console == []


def test_two_people_are_marked_by_mouse_and_by_keys(desk, live_server, taken, console):
    open_photo(desk, live_server, taken)
    rows = desk.locator(".person")
    desk.get_by_role("radio", name="People").click()
    rows.nth(0).locator(".person-number").click()
    desk.mouse.move(*press_at(desk, 0.1, 0.2))
    desk.mouse.down()
    desk.mouse.move(*press_at(desk, 0.3, 0.6), steps=4)
    desk.mouse.up()
    expect(rows.nth(0).locator(".person-mark")).to_have_text("marked")
    expect(rows.nth(1)).to_have_class("person is-active")

    rows.nth(1).get_by_role("button", name="Mark").focus()
    desk.keyboard.press("Enter")
    desk.keyboard.press("ArrowRight")
    for _ in range(3):
        desk.keyboard.press("Shift+ArrowDown")
    expect(desk.locator(".mark")).to_have_count(2)
    rows.nth(1).hover()
    expect(desk.locator(".mark.is-lit title")).to_have_text("Лада Камышова")
    save(desk)
    first, second, third = taken.persons_shown.order_by("position")
    sides = (first.region_x, first.region_y, first.region_width, first.region_height)
    assert sides == pytest.approx((0.1, 0.2, 0.2, 0.4), abs=0.01)
    assert (second.region_x, second.region_y) == (0.51, 0.5)
    assert second.region_height == pytest.approx(0.08)
    assert third.region_x is None
    assert [each.person.family_name for each in (first, second, third)] == ["Токтосунов", "Камышова", "Осокин"]
    assert console == []


def test_numbers_follow_the_marks_front_row_first(desk, live_server, taken, console):
    open_photo(desk, live_server, taken)
    desk.get_by_role("radio", name="People").click()
    desk.locator(".person").nth(0).locator(".person-number").click()
    for place in ((0.5, 0.8), (0.9, 0.75), (0.4, 0.3)):  # after each click the next person is chosen
        desk.mouse.click(*press_at(desk, *place))
    expect(desk.locator(".mark")).to_have_count(3)
    desk.locator("[name=persons_shown-0-position]").fill("2")
    desk.locator("[name=persons_shown-1-position]").fill("1")
    desk.get_by_role("button", name="Number by position").click()
    expect(desk.locator(".person-number")).to_have_text(["1.1", "1.2", "2.1"])
    save(desk)
    places = taken.persons_shown.values_list("row", "position", "person__given_name")
    assert list(places) == [(1, 1, "Асан"), (1, 2, "Лада"), (2, 1, "Нурлан")]
    assert console == []


def test_two_who_change_places_are_told_once_until_they_are_put_right(desk, live_server, taken, console):
    open_photo(desk, live_server, taken)
    warnings = desk.locator("#mismatches .notice")
    expect(warnings).to_have_count(0)
    desk.locator(".person").nth(0).get_by_role("button", name="One place to the right").click()
    expect(warnings).to_have_count(1)
    expect(warnings).to_contain_text("The order differs")
    save(desk)
    expect(warnings).to_have_count(1)
    assert [each.person.given_name for each in taken.persons_shown.order_by("position")] == ["Лада", "Асан", "Нурлан"]
    desk.get_by_role("button", name="Read people from the description").click()
    desk.get_by_role("button", name="Take them all").click()
    expect(warnings).to_have_count(0)
    save(desk)
    assert [each.person.given_name for each in taken.persons_shown.order_by("position")] == ["Асан", "Лада", "Нурлан"]
    assert console == []


def test_a_caption_and_the_alternative_text_are_proposed_and_saved_with_one_save(desk, live_server, taken, console):
    Photo.objects.update(alt_text="")
    open_photo(desk, live_server, taken)
    expect(desk.locator("#alt-proposal")).to_be_visible()
    desk.keyboard.press("Alt+a")
    expect(desk.locator("[name=alt_text]")).to_have_value("Три человека стоят в ряд")
    desk.click("#add-caption")
    desk.locator(".caption").get_by_role("button", name="Write from the people").click()
    expect(desk.locator("[name=captions-0-text]")).to_have_value(
        "(слева направо) Асан Токтосунов, Лада Камышова, а также Нурлан Осокин."
    )
    desk.click("#add-person")
    desk.locator(".person").nth(3).locator("[name$=-name]").fill("Савва Лознин")
    expect(desk.locator(".person").nth(3).get_by_role("link", name="make a record")).to_have_attribute(
        "href",
        "/admin/people/person/add/?_popup=1&family_name=%D0%9B%D0%BE%D0%B7%D0%BD%D0%B8%D0%BD&given_name=%D0%A1%D0%B0%D0%B2%D0%B2%D0%B0",
    )
    save(desk)
    assert taken.captions.get().text.startswith("(слева направо) Асан")
    assert taken.persons_shown.get(position=4).name == "Савва Лознин"
    assert console == []


def test_the_library_is_walked_with_keys(desk, live_server, taken, console):
    other = photo("#804020", headline="Встреча с министром культуры")
    settle(other)
    desk.goto(f"{live_server.url}/admin/media_assets/photo/")
    expect(desk.locator(".card")).to_have_count(2)
    desk.keyboard.press("/")
    desk.keyboard.type("министры")
    desk.keyboard.press("Enter")
    expect(desk.locator(".card")).to_have_count(1)
    desk.wait_for_load_state()
    desk.keyboard.press("/")
    desk.keyboard.press("ArrowDown")
    expect(desk.locator(".card-picture")).to_be_focused()
    desk.keyboard.press("x")
    expect(desk.locator(".action-select")).to_be_checked()
    expect(desk.locator(".action-counter")).to_have_text("1 of 1 selected")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"{live_server.url}/admin/media_assets/photo/{other.pk}/change/")
    assert console == []
