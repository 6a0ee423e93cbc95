"""The page of a photo: people and words saved together, files in and out, nothing used is deleted."""

import json
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from django.utils.translation import override
from PIL import Image

from articles import revisions
from articles.content import Content
from articles.models import Author
from media_assets import originals, renditions, who
from media_assets.desk import rights, standing
from media_assets.ingest import ingest
from media_assets.models import EarlierFile, Photo, PhotoUse, Portrait
from tests.factories.people import held, person, post
from tests.factories.pictures import photo, picture_bytes
from tests.forms import fields_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, login_of):
    client.force_login(login_of("photo desk"))
    return client


def page_of(taken) -> str:
    return f"/admin/media_assets/photo/{taken.pk}/change/"


def asked(desk, taken, name, **said):
    address = f"/admin/media_assets/photo/{taken.pk}/{name}/"
    return desk.post(address, json.dumps(said), content_type="application/json").json()


def two_people(taken):
    for place, given in ((1, "Асан"), (2, "Болот")):
        taken.persons_shown.create(person=person(given, "Сыдыков"), position=place)
    return taken


# --- the one Save ---------------------------------------------------------------------------------------------------


def test_marks_on_the_picture_are_saved_with_the_words(desk):
    taken = two_people(photo())
    fields = fields_of(desk.get(page_of(taken)), "photo_form")
    box = {"x": "0.1", "y": "0.2", "width": "0.25", "height": "0.3"}
    fields |= {f"persons_shown-0-region_{side}": value for side, value in box.items()}
    fields |= {"persons_shown-1-region_x": "0.75", "persons_shown-1-region_y": "0.5", "focal_x": "0.3"}
    assert desk.post(page_of(taken), fields).status_code == 302
    first, second = taken.persons_shown.order_by("position")
    assert (first.region_x, first.region_width, second.region_y, second.region_width) == (0.1, 0.25, 0.5, None)
    taken.refresh_from_db()
    assert [region["name"] for region in taken.regions] == ["Асан Сыдыков", "Болот Сыдыков"]
    assert taken.renditions.filter(spec="square", focal_key="0.30-0.50").exists()


def test_the_end_of_rights_is_one_box_and_keeps_its_second(desk):
    taken = photo(rights_until=datetime(2026, 6, 30, 17, 59, 59, tzinfo=UTC), embargo_until=None)
    fields = fields_of(desk.get(page_of(taken)), "photo_form")
    assert (fields["rights_until"], fields["embargo_until"]) == ("2026-06-30T23:59:59", "")
    assert desk.post(page_of(taken), fields | {"embargo_until": "2026-05-01T08:30"}).status_code == 302
    saved = Photo.objects.get()
    assert saved.rights_until == taken.rights_until
    assert timezone.localtime(saved.embargo_until).isoformat() == "2026-05-01T08:30:00+06:00"


def test_what_was_typed_and_marked_stays_when_a_field_is_wrong(desk):
    taken = two_people(photo())
    fields = fields_of(desk.get(page_of(taken)), "photo_form")
    fields |= {"persons_shown-0-region_x": "0.4", "persons_shown-0-region_y": "0.4", "date_created": "в июне"}
    again = desk.post(page_of(taken), fields)
    assert again.status_code == 200
    assert fields_of(again, "photo_form")["persons_shown-0-region_x"] == "0.4"
    assert not taken.persons_shown.filter(region_x__isnull=False).exists()


def test_words_a_colleague_saved_meanwhile_stay(desk):
    until = datetime(2026, 6, 30, 18, 0, 0, 5, tzinfo=UTC)
    taken = photo(headline="Мост", keywords=["мост"], description="Одна.\nДве.", rights_until=until)
    fields = fields_of(desk.get(page_of(taken)), "photo_form")
    theirs = {"headline": "Новый мост", "keywords": ["мост", "река"], "is_single_use": True, "focal_x": 0.25}
    Photo.objects.filter(pk=taken.pk).update(**theirs, date_created="2019-05", description="Три.\nЧетыре.")
    assert desk.post(page_of(taken), fields | {"city": "Лаков"}).status_code == 302
    taken.refresh_from_db()
    assert {name: getattr(taken, name) for name in theirs} == theirs
    assert (taken.city, str(taken.date_created), taken.description) == ("Лаков", "2019-05", "Три.\nЧетыре.")


def test_words_two_people_changed_are_told_once(desk):
    taken = photo(headline="Мост")
    fields = fields_of(desk.get(page_of(taken)), "photo_form")
    Photo.objects.filter(pk=taken.pk).update(headline="Новый мост")
    again = desk.post(page_of(taken), fields | {"headline": "Старый мост"})
    assert "“Новый мост”. Save again to keep your words" in again.content.decode()
    assert Photo.objects.get().headline == "Новый мост"
    assert desk.post(page_of(taken), fields_of(again, "photo_form")).status_code == 302
    assert Photo.objects.get().headline == "Старый мост"


def test_somebody_listed_twice_is_told_by_name(desk):
    taken = two_people(photo())
    fields = fields_of(desk.get(page_of(taken)), "photo_form")
    fields["persons_shown-1-person"] = fields["persons_shown-0-person"]
    assert "Асан Сыдыков stands in this list twice: remove one." in desk.post(page_of(taken), fields).content.decode()


def test_the_page_asks_as_much_for_twenty_people_as_for_two(
    desk, django_assert_num_queries, django_assert_max_num_queries
):
    taken = two_people(photo())
    desk.get(page_of(taken))  # content types are asked for once a process
    with django_assert_max_num_queries(25) as few:
        desk.get(page_of(taken))
    for place in range(3, 21):
        taken.persons_shown.create(person=person(f"Имя{place}", "Сыдыков"), position=place)
    with django_assert_num_queries(len(few)):
        desk.get(page_of(taken))


def test_whoever_may_only_look_sees_words_and_people_without_a_form(client, login_of):
    client.force_login(login_of("reporter"))
    page = client.get(page_of(two_people(photo(headline="Встреча у озера")))).content.decode()
    assert "Встреча у озера" in page
    assert "Болот Сыдыков" in page
    assert 'name="headline"' not in page


def test_whoever_may_change_words_alone_leaves_the_people_as_they_are(client, login_of):
    client.force_login(login_of("editor"))
    taken = two_people(photo())
    fields = fields_of(client.get(page_of(taken)), "photo_form")
    assert client.post(page_of(taken), fields | {"headline": "Встреча у озера"}).status_code == 302
    taken.refresh_from_db()
    assert (taken.headline, taken.persons_shown.count()) == ("Встреча у озера", 2)


def test_a_photo_is_found_by_captions_written_and_deleted_on_their_own_page(desk):
    taken = photo()
    new = {"photo": taken.pk, "language": "ru", "text": "Паром у причала", "description_writer": ""}
    assert desk.post("/admin/media_assets/caption/add/", new).status_code == 302
    assert list(Photo.objects.found_by("паромы")) == [taken]
    chosen = {"action": "delete_selected", "_selected_action": taken.captions.get().pk, "post": "yes"}
    desk.post("/admin/media_assets/caption/", chosen)
    assert not Photo.objects.found_by("паромы")


def test_namesakes_are_told_apart_by_office_and_face(desk, now):
    held(person("Асан", "Токтосунов"), post("министр культуры Лаковии"), "2020", checked_at=now)
    portrayed = person("Асан", "Токтосунов")
    Portrait.objects.create(person=portrayed, photo=photo())
    asked = {"term": "токтосунова", "app_label": "media_assets", "model_name": "personshown", "field_name": "person"}
    found = desk.get("/admin/media_assets/photo/who/", asked).json()["results"]
    assert {one["text"] for one in found} == {"Асан Токтосунов · министр культуры Лаковии", "Асан Токтосунов"}
    assert [one["id"] for one in found if one["face"].startswith("/media/")] == [str(portrayed.pk)]


# --- words and people -----------------------------------------------------------------------------------------------


def test_people_named_by_the_description_are_matched_to_the_record(desk):
    taken, asan = photo(), person("Асан", "Токтосунов")
    text = "(слева направо) Министр культуры Лаковии Асан Токтосунов, певица Лада Камышова."
    found = asked(desk, taken, "read", text=text)["people"]
    assert [(one["person"], one["label"], one["position"]) for one in found] == [
        (asan.pk, "Асан Токтосунов", 1),
        (None, "Лада Камышова", 2),
    ]
    assert not taken.persons_shown.exists()


def test_two_who_change_places_raise_one_warning_and_back_none(desk):
    taken = photo()
    people = [person("Асан", "Токтосунов"), person("Лада", "Камышова", "female"), person("Нурлан", "Осокин")]
    text = "(слева направо) Асан Токтосунов, Лада Камышова, Нурлан Осокин."

    def warnings(order):
        rows = [{"person": who.pk, "row": 1, "position": place} for place, who in enumerate(order, 1)]
        return asked(desk, taken, "check", description=text, captions=[], people=rows)["mismatches"]

    assert not warnings(people)
    assert len(warnings([people[1], people[0], people[2]])) == 1


def test_each_caption_is_compared_and_named(desk):
    taken, asan = photo(), person("Асан", "Токтосунов")
    captions = [{"language": "ru", "text": "На фото: Асан Токтосунов и Лада Камышова."}]
    rows = [{"person": asan.pk, "row": 1, "position": 1}]
    (found,) = asked(desk, taken, "check", description="", captions=captions, people=rows)["mismatches"]
    assert found["where"] == "Caption, Russian"
    assert "Лада Камышова" in found["sentence"]


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("ru", "Министр культуры Лаковии Асан Токтосунов (слева) и Лада Камышова (справа)."),
        ("en", "Minister of Culture of Lakovia Асан Токтосунов (left) and Лада Камышова (right)."),
    ],
)
def test_a_caption_is_written_from_the_people_with_the_offices_of_its_day(language, caption, now):
    office = post("министр культуры Лаковии")
    office.labels.create(label="minister of culture of Lakovia", language="en")
    asan = person("Асан", "Токтосунов")
    held(asan, office, "2019", "2021", checked_at=now)
    people = [
        standing.Standing(asan, "", "", 1, 1),
        standing.Standing(None, "Лада Камышова", "", 1, 2),
    ]
    assert standing.compose(people, language, now.date().replace(year=2020)).casefold() == caption.casefold()
    assert "инистр" not in standing.compose(people, language, now.date())


@pytest.mark.parametrize("said", ["", "[]", "{", '{"people": 7, "captions": [1]}', '{"taken": "в июне"}'])
def test_words_nobody_can_read_are_no_server_error(desk, said):
    address = f"/admin/media_assets/photo/{photo().pk}/check/"
    assert desk.post(address, said, content_type="application/json").status_code in {200, 400}


@pytest.mark.parametrize(
    ("fields", "level", "words"),
    [
        ({"credit_line": ""}, "stop", "No credit yet"),
        ({"rights_until": -1}, "stop", "The rights ended"),
        ({"rights_until": 3}, "mind", "then it disappears"),
        ({"rights_until": 90}, "mind", "The rights end on"),
        ({"embargo_until": 1}, "stop", "Under embargo until"),
        ({"is_single_use": True}, "mind", "For one use: one story"),
    ],
)
def test_what_stands_in_the_way_is_said_in_a_sentence(fields, level, words, now):
    days = {name: now + timedelta(days=value) for name, value in fields.items() if name.endswith("until")}
    taken = Photo(**{"credit_line": "театр", **fields, **days})
    with override("en"):
        (notice,) = rights.notices(taken, now, is_used=False)
    assert (notice.level, words in notice.sentence) == (level, True)


# --- files ----------------------------------------------------------------------------------------------------------


def test_a_replaced_file_is_kept_and_can_be_put_back(desk, now):
    taken = ingest(BytesIO(picture_bytes("#123456")), "первый.jpg")[0]
    PhotoUse.objects.create(photo=taken, owner="article:1", public_from=now)
    first = taken.sha256
    new = BytesIO(picture_bytes("#654321"))
    new.name = "второй.jpg"
    desk.post(f"/admin/media_assets/photo/{taken.pk}/replace/", {"file": new})
    taken.refresh_from_db()
    assert taken.original_name == "второй.jpg"
    earlier = EarlierFile.objects.get(photo=taken)
    assert earlier.sha256 == first
    desk.post(f"/admin/media_assets/photo/{taken.pk}/files/{earlier.pk}/back/")
    taken.refresh_from_db()
    assert taken.sha256 == first
    assert taken.uses.count() == 1


def test_a_file_that_is_no_picture_replaces_nothing_and_is_told(desk):
    taken = photo()
    letter = BytesIO(b"Dear editors")
    letter.name = "письмо.jpg"
    page = desk.post(f"/admin/media_assets/photo/{taken.pk}/replace/", {"file": letter}, follow=True)
    assert "письмо.jpg" in " ".join(str(message) for message in page.context["messages"])
    assert not EarlierFile.objects.exists()


def test_the_original_leaves_with_the_present_words_and_the_same_pixels():
    taken = ingest(BytesIO(picture_bytes()), "озеро.jpg")[0]
    taken.description = "Асан Токтосунов у озера"
    data = originals.with_words(taken)
    assert "Асан Токтосунов у озера".encode() in data
    assert Image.open(BytesIO(data)).tobytes() == Image.open(taken.original.open()).tobytes()


def test_originals_are_the_photo_desks_alone_and_never_kept_by_a_cache(desk, client_class, login_of):
    taken = ingest(BytesIO(picture_bytes()), "озеро «Синее».jpg")[0]
    for name in ("original/", "original/words/"):
        response = desk.get(f"/admin/media_assets/photo/{taken.pk}/{name}")
        assert response["Content-Disposition"].startswith("attachment")
        assert "no-store" in response["Cache-Control"]
        assert response["X-Content-Type-Options"] == "nosniff"
        editor = client_class()
        editor.force_login(login_of("editor", f"editor{len(name)}"))
        assert editor.get(f"/admin/media_assets/photo/{taken.pk}/{name}").status_code == 403
        assert client_class().get(f"/admin/media_assets/photo/{taken.pk}/{name}").status_code == 302


def test_an_original_that_the_store_has_lost_is_a_sentence(desk):
    taken = photo()
    taken.original.storage.delete(taken.original.name)
    page = desk.get(f"/admin/media_assets/photo/{taken.pk}/original/", follow=True)
    assert "not in the store any more" in page.content.decode()


# --- uses and deleting ----------------------------------------------------------------------------------------------


def used_by_a_draft(taken, login_of, now):
    body = f'<p>Текст</p><figure data-photo="{taken.pk}"><figcaption>Слова</figcaption></figure>'
    revisions.create(Content(headline="Черновик о лодках", body=body), login_of("reporter"), now=now)


def used_as_a_lead(taken, login_of, now):
    revisions.create(Content(headline="Черновик о лодках", lead_photo=taken.pk), login_of("reporter"), now=now)


def used_by_an_author(taken, login_of, now):
    Author.objects.create(name="Черновик о лодках", portrait=taken)


def used_as_a_portrait(taken, login_of, now):
    Portrait.objects.create(photo=taken, person=person("Черновик", "о лодках"))


def used_long_ago(taken, login_of, now):
    story = revisions.create(Content(headline="Черновик о лодках"), login_of("reporter"), now=now)
    PhotoUse.objects.create(
        photo=taken, owner=story.owner, public_from=now - timedelta(days=9), public_until=now - timedelta(days=8)
    )


@pytest.mark.parametrize("use", [used_by_a_draft, used_as_a_lead, used_by_an_author, used_as_a_portrait, used_long_ago])
def test_a_photo_in_use_is_not_deleted_and_its_use_is_a_link(desk, login_of, now, use):
    taken = photo()
    use(taken, login_of, now)
    address = f"/admin/media_assets/photo/{taken.pk}/delete/"
    for response in (desk.get(page_of(taken)), desk.get(address), desk.post(address, {"post": "yes"})):
        assert ">Черновик о лодках</a>" in response.content.decode()
    assert Photo.objects.filter(pk=taken.pk).exists()


def test_of_many_photos_the_used_one_stays_and_the_rest_go(desk, login_of, now, django_capture_on_commit_callbacks):
    used, free = photo("#111111"), photo("#222222")
    used_as_a_lead(used, login_of, now)
    chosen = {"action": "delete_unused", "_selected_action": [used.pk, free.pk]}
    asked_back = desk.post("/admin/media_assets/photo/", chosen)
    assert ">Черновик о лодках</a>" in asked_back.content.decode()
    confirmed = {"action": "delete_selected", "_selected_action": [free.pk], "post": "yes"}
    desk.post("/admin/media_assets/photo/", confirmed | {"action": "delete_unused"})
    assert list(Photo.objects.all()) == [used]


def test_a_deleted_photo_leaves_no_file_behind(desk, django_capture_on_commit_callbacks):
    taken = ingest(BytesIO(picture_bytes()), "озеро.jpg")[0]
    renditions.ensure(taken)
    files = [taken.original, *(copy.file for copy in taken.renditions.all())]
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(f"/admin/media_assets/photo/{taken.pk}/delete/", {"post": "yes"})
    assert not Photo.objects.exists()
    assert not [file.name for file in files if file.storage.exists(file.name)]
    assert Photo.history.filter(id=taken.pk).exists()


def test_a_frame_that_looks_alike_is_shown_with_its_uses(desk, now):
    def drawn(quality):
        buffer = BytesIO()
        shades = Image.radial_gradient("L").resize((320, 240))
        shades.save(buffer, "JPEG", quality=quality)
        return BytesIO(buffer.getvalue())

    first, second = ingest(drawn(90), "кадр.jpg")[0], ingest(drawn(60), "копия.jpg")[0]
    PhotoUse.objects.create(photo=second, owner="article:77", public_from=now)
    page = desk.get(page_of(first)).content.decode()
    assert f'<a href="{page_of(second)}">' in page
    assert "article:77" in page


def test_what_the_photo_was_said_to_be_before_stays_readable(desk):
    taken = photo(headline="Лодка")
    taken.headline = "Паром"
    taken.save()
    first = Photo.history.filter(id=taken.pk).earliest()
    history = f"/admin/media_assets/photo/{taken.pk}/history/"
    for address in (history, f"{history}{first.pk}/"):
        assert "Лодка" in desk.get(address).content.decode()


def test_people_a_colleague_has_changed_meanwhile_are_told_once_and_then_ones_own_list_stands(client, login_of):
    client.force_login(login_of("photo desk"))
    taken = photo(description="У озера")
    asan, bolot = person("Асан", "Токтосунов"), person("Болот", "Сыдыков")
    who.show(taken, [who.Found(asan, "", "", 1, 1), who.Found(bolot, "", "", 1, 2)])
    address = f"/admin/media_assets/photo/{taken.pk}/change/"
    mine = fields_of(client.get(address), "photo_form") | {"persons_shown-0-office": "министр культуры"}
    who.show(taken, [who.Found(bolot, "", "посол Боровии", 1, 1)])

    told = client.post(address, mine)
    assert told.status_code == 200
    assert "1. Болот Сыдыков" in told.content.decode()
    assert [each.office for each in taken.persons_shown.all()] == ["посол Боровии"]
    again = fields_of(told, "photo_form")
    assert again["persons_shown-0-office"] == "министр культуры"

    assert client.post(address, again).status_code == 302
    shown = [(each.position, each.person, each.office) for each in taken.persons_shown.all()]
    assert shown == [(1, asan, "министр культуры"), (2, bolot, "")]
