"""The contact sheet: fields saved one by one, people recognised, nobody's words written over."""

import re

import pytest

from media_assets.models import Photo
from tests.factories.people import held, person, post
from tests.factories.pictures import photo

pytestmark = pytest.mark.django_db

MINISTER = "Министр культуры Лаковии Асан Токтосунов"


@pytest.fixture
def desk(client, login_of):
    client.force_login(login_of("photo desk", first_name="Вера"))
    return client


def save(client, taken: Photo, status=200, **said) -> dict:
    changes = {name: {"from": before, "to": to} for name, (before, to) in said.pop("changes", {}).items()}
    answer = client.post(
        f"/admin/media_assets/batch/photo/{taken.pk}/", {"changes": changes, **said}, content_type="application/json"
    )
    assert answer.status_code == status, answer.content
    return answer.json() if status != 400 else {}


def people_of(taken: Photo) -> list[tuple[str, bool]]:
    return [(one.full_name, one.person_id is not None) for one in taken.persons_shown.select_related("person")]


def test_a_changed_field_is_saved_alone_with_who_did_it(desk):
    taken = photo(headline="Мост")
    Photo.objects.filter(pk=taken.pk).update(city="Лаков")
    said = save(desk, taken, changes={"headline": ("Мост", "Новый мост"), "keywords": ("", "мост, река, мост")})
    taken.refresh_from_db()
    assert (taken.headline, taken.city, taken.keywords) == ("Новый мост", "Лаков", ["мост", "река"])
    assert said["values"]["keywords"] == "мост, река"
    assert taken.history.first().history_user.username == "photo-desk"
    assert "новый" in taken.search_key


def test_words_somebody_wrote_meanwhile_are_shown_and_stay(desk):
    taken = photo(headline="Мост")
    save(desk, taken, changes={"headline": ("Мост", "Новый мост")})
    said = save(desk, taken, 409, changes={"headline": ("Мост", "Старый мост"), "city": ("", "Лаков")})
    taken.refresh_from_db()
    assert (said["theirs"], said["by"]) == ({"headline": "Новый мост"}, "Вера")
    assert (taken.headline, taken.city) == ("Новый мост", "Лаков")
    save(desk, taken, changes={"headline": ("Новый мост", "Старый мост")})
    taken.refresh_from_db()
    assert taken.headline == "Старый мост"


def test_the_same_words_from_two_people_are_no_conflict(desk):
    taken = photo()
    save(desk, taken, changes={"city": ("", "Лаков")})
    save(desk, taken, changes={"city": ("", "Лаков")})


def test_a_refused_field_keeps_the_others(desk):
    taken = photo()
    said = save(
        desk,
        taken,
        422,
        changes={"date_created": ("", "31.02.2025"), "time_created": ("", "15:45"), "city": ("", "Лаков")},
    )
    assert list(said["errors"]) == ["date_created"]
    assert said["kept"] == ["time_created", "city"]
    taken.refresh_from_db()
    assert (taken.city, taken.time_created, taken.date_created) == ("Лаков", "15:45", None)


def test_people_are_read_from_the_description(desk):
    minister = person("Асан", "Токтосунов")
    held(minister, post(), "2020")
    taken = photo()
    words = f"(слева направо) {MINISTER} и режиссёр Вера Осокина."
    said = save(desk, taken, changes={"description": ("", words)}, read=True)
    assert people_of(taken) == [("Асан Токтосунов", True), ("Вера Осокина", False)]
    assert said["values"]["who"] == "Асан Токтосунов, Вера Осокина"
    assert "chip-known" in said["chips"]
    assert "chip-unknown" in said["chips"]
    assert "вера" in Photo.objects.get(pk=taken.pk).search_key


def test_a_description_that_names_nobody_takes_nobody_away(desk):
    taken = photo(description="Мост через реку.")
    save(desk, taken, changes={"who": ("", "Асан Токтосунов")})
    said = save(desk, taken, 422, read=True)
    assert "nobody" in said["errors"]["who"][0]
    assert people_of(taken) == [("Асан Токтосунов", False)]


LINES = [
    ("Асан Токтосунов, Вера Осокина", [(1, 1, "Асан Токтосунов"), (1, 2, "Вера Осокина")]),
    (" Асан Токтосунов ,, Вера Осокина , ", [(1, 1, "Асан Токтосунов"), (1, 2, "Вера Осокина")]),
    ("Асан Токтосунов; Вера Осокина", [(1, 1, "Асан Токтосунов"), (2, 1, "Вера Осокина")]),
    ("Вера Осокина, Вера Осокина", [(1, 1, "Вера Осокина")]),
    ("", []),
]


@pytest.mark.parametrize(("line", "places"), LINES)
def test_a_line_of_names_says_who_stands_where(desk, line, places):
    taken = photo()
    save(desk, taken, changes={"who": ("", line)})
    assert [(one.row, one.position, one.full_name) for one in taken.persons_shown.all()] == places


def test_a_new_order_keeps_who_they_are_and_how_their_office_is_worded(desk):
    minister = person("Асан", "Токтосунов")
    taken = photo()
    taken.persons_shown.create(person=minister, position=1, office="министр", region_x=0.2, region_y=0.3)
    taken.persons_shown.create(name="Вера Осокина", position=2)
    save(desk, taken, changes={"who": ("Асан Токтосунов, Вера Осокина", "Вера Осокина, Асан Токтосунов")})
    last = taken.persons_shown.get(position=2)
    assert (last.person, last.office, last.region_x) == (minister, "министр", 0.2)


def test_of_two_namesakes_the_editor_chooses(desk):
    first, second = person("Асан", "Токтосунов"), person("Асан", "Токтосунов", patronymic_name="Болотович")
    taken = photo()
    said = save(desk, taken, changes={"who": ("", "Асан Токтосунов")})
    assert "chip-several" in said["chips"]
    said = save(desk, taken, chosen={"Асан Токтосунов": second.pk})
    assert taken.persons_shown.get().person == second != first
    assert "chip-known" in said["chips"]


def test_the_description_is_written_from_the_people(desk):
    taken = photo()
    taken.persons_shown.create(person=person("Асан", "Токтосунов"), position=1, office="министр культуры")
    taken.persons_shown.create(name="Вера Осокина", position=2)
    said = save(desk, taken, compose=True)
    assert said["composed"] == "Министр культуры Асан Токтосунов (слева) и Вера Осокина (справа)."


def test_a_line_break_and_a_taken_out_space_are_changes(desk):
    taken = photo(headline="Мост  открыт", description="Первая строка. Вторая.")
    save(desk, taken, changes={"headline": ("Мост  открыт", "Мост открыт")})
    save(desk, taken, changes={"description": ("Первая строка. Вторая.", "Первая строка.\nВторая.")})
    taken.refresh_from_db()
    assert (taken.headline, taken.description) == ("Мост открыт", "Первая строка.\nВторая.")


NO_CARDS = [
    *("", "[]", '{"changes": 7}', '{"changes": {"headline": "x"}}', "\0", "[" * 100_000),
    '{"changes": {"headline": {"from": "", "to": "\\ud800"}}}',
]


@pytest.mark.parametrize("body", NO_CARDS)
def test_what_is_no_card_is_a_bad_request(desk, body):
    address = f"/admin/media_assets/batch/photo/{photo().pk}/"
    assert desk.post(address, body, content_type="application/json").status_code == 400


def test_who_may_not_change_photos_may_not_save(client, login_of):
    client.force_login(login_of("reporter"))
    taken = photo()
    address = f"/admin/media_assets/batch/photo/{taken.pk}/"
    assert client.post(address, {"changes": {}}, content_type="application/json").status_code == 403
    assert client.get(f"/admin/media_assets/batch/sheet/?ids={taken.pk}").status_code == 403


def test_a_selection_has_a_card_for_each_photo(desk):
    chosen = [photo("#111111", headline="Мост", credit_line=""), photo("#222222", headline="Река")]
    photo("#333333", headline="Гора")
    page = desk.get(f"/admin/media_assets/batch/sheet/?ids={chosen[0].pk},{chosen[1].pk},x").content.decode()
    assert page.count('class="sheet-card"') == 2
    assert "Гора" not in page
    for number in ("x", "9" * 30, "9" * 5000):  # no number, one no database counts to, one Python does not read
        assert desk.get(f"/admin/media_assets/batch/sheet/?ids={number}").status_code == 404


def test_a_person_with_a_number_nobody_has_is_not_chosen(desk):
    taken = photo()
    save(desk, taken, changes={"who": ("", "Вера Осокина")}, chosen={"Вера Осокина": 10**30})
    assert people_of(taken) == [("Вера Осокина", False)]


def test_a_browser_puts_no_old_words_back_into_a_card(desk):
    page = desk.get(f"/admin/media_assets/batch/sheet/?ids={photo().pk}").content.decode()
    card = page[page.index('<article class="sheet-card"') : page.index("</article>")]
    fields = [tag for tag in re.findall(r"<(?:input|textarea)[^>]*>", card) if " name=" in tag]
    assert len(fields) == 12
    assert [tag for tag in fields if 'autocomplete="off"' not in tag] == []


def test_a_sheet_of_fifty_asks_few_questions(desk, django_assert_max_num_queries):
    minister = person("Асан", "Токтосунов")
    taken = [photo(f"#{number * 5:02x}8040") for number in range(50)]
    for each in taken:
        each.persons_shown.create(person=minister, position=1)
        each.persons_shown.create(name="Вера Осокина", position=2)
    with django_assert_max_num_queries(12):
        desk.get(f"/admin/media_assets/batch/sheet/?ids={','.join(str(each.pk) for each in taken)}")


def test_people_to_choose_from_come_with_their_office(desk):
    held(person("Асан", "Токтосунов"), post(), "2020")
    person("Вера", "Осокина")
    found = desk.get("/admin/media_assets/batch/people/?q=токтос").json()["results"]
    assert [(each["name"], each["office"]) for each in found] == [("Асан Токтосунов", "министр культуры Лаковии")]


def test_people_a_name_in_another_case_may_mean_are_offered(desk):
    person("Асан", "Токтосунов"), person("Болот", "Токтосунов"), person("Вера", "Осокина")
    chips = save(desk, photo(), changes={"who": ("", "Токтосуновым")})["chips"]
    [others] = re.findall('data-others="([^"]*)"', chips)
    address = "/admin/media_assets/batch/people/?" + "&".join(f"id={pk}" for pk in others.split())
    found = desk.get(address).json()["results"]
    assert [each["name"] for each in found] == ["Асан Токтосунов", "Болот Токтосунов"]
