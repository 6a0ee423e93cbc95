"""Choosing somebody's portrait on their own page at the desk."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from media_assets import renditions
from media_assets.models import PersonShown, Photo, Portrait
from media_assets.pictures import pictures
from media_assets.portraits import choose
from people.models import Person
from tests.factories.people import person
from tests.factories.pictures import photo
from tests.forms import fields_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def vera():
    return person("Вера", "Осокина", "female")


def showing(colour: str, *people, **fields):
    made = photo(colour, **fields)
    for position, each in enumerate(people, 1):
        PersonShown.objects.create(photo=made, person=each, position=position)
    return made


@pytest.fixture
def desk(client, login_of):
    client.force_login(login_of("editor"))
    return client


def page_of(desk, who):
    return desk.get(f"/admin/people/person/{who.pk}/change/")


def offered(page) -> list[int]:
    html = page.content.decode()
    return [int(number) for number in re.findall(r'name="portrait" value="(\d+)"', html)]


def test_pictures_that_show_somebody_are_offered_the_loneliest_first(desk, vera):
    others = [person("Асан", "Токтосунов"), person("Бакыт", "Усенов")]
    group = showing("#102030", *others, vera)
    alone = showing("#203040", vera)
    showing("#304050", *others)
    showing("#405060", vera, credit_line="")
    showing("#506070", vera, is_single_use=True)
    assert offered(page_of(desk, vera)) == [alone.pk, group.pk]


def test_the_choice_is_kept_and_can_be_taken_back(desk, vera):
    alone = showing("#203040", vera)
    page = page_of(desk, vera)
    assert desk.post(page.wsgi_request.path, fields_of(page, "person_form") | {"portrait": alone.pk}).status_code == 302
    assert Portrait.objects.get().photo == alone
    page = page_of(desk, vera)
    assert desk.post(page.wsgi_request.path, fields_of(page, "person_form") | {"portrait": ""}).status_code == 302
    assert not Portrait.objects.exists()


def test_saving_something_else_leaves_the_portrait(desk, vera):
    Portrait.objects.create(person=vera, photo=photo("#506070"))  # of another time: nobody is marked on it
    page = page_of(desk, vera)
    assert (
        desk.post(page.wsgi_request.path, fields_of(page, "person_form") | {"summary": "Скрипачка"}).status_code == 302
    )
    vera.refresh_from_db()
    assert (vera.summary, Portrait.objects.count()) == ("Скрипачка", 1)


def test_a_picture_of_somebody_else_is_refused(desk, vera):
    stranger = showing("#607080", person("Асан", "Токтосунов"))
    page = page_of(desk, vera)
    assert (
        desk.post(page.wsgi_request.path, fields_of(page, "person_form") | {"portrait": stranger.pk}).status_code == 200
    )
    assert not Portrait.objects.exists()


def test_the_page_costs_the_same_for_twenty_pictures_as_for_two(desk, vera, django_assert_max_num_queries):
    for number in range(2):
        showing(f"#{10 * number + 16:02x}2030", vera)
    page_of(desk, vera)
    with CaptureQueriesContext(connection) as few:
        page_of(desk, vera)
    for number in range(2, 20):
        showing(f"#{10 * number + 16:02x}2030", vera)
    with django_assert_max_num_queries(len(few)):
        assert len(offered(page_of(desk, vera))) == 20


def marked(who, x: float):
    """Two on one picture, red on the left and blue on the right, each with a mark."""
    made = photo("#708090")
    buffer = BytesIO()
    picture = Image.new("RGB", (1600, 800), "red")
    picture.paste("blue", (800, 0, 1600, 800))
    picture.save(buffer, "PNG")
    made.original.save("gruppa.png", ContentFile(buffer.getvalue()), save=False)
    made.width_px, made.height_px = picture.size
    made.save()
    box = {"region_x": x, "region_y": 0.2, "region_width": 0.1, "region_height": 0.2}
    PersonShown.objects.create(photo=made, person=who, position=1, **box)
    PersonShown.objects.create(photo=made, name="Кто-то", position=2)
    return made


@pytest.mark.parametrize(("x", "colour"), [(0.1, (254, 0, 0)), (0.8, (0, 0, 254))])
def test_one_of_a_group_is_cut_out_where_they_are_marked(vera, now, x, colour):
    group = marked(vera, x)
    choose(vera, group)
    renditions.ensure(group)
    whole = pictures([group.pk], now, for_desk=True)[group.pk]
    portrait = whole.around(vera.pk)
    assert portrait.crops["portrait"].src != whole.crops["portrait"].src
    for shape, size in (("portrait", (480, 600)), ("square", (240, 240))):
        name = portrait.crops[shape].src.removeprefix("/media/photos/").split("/media/")[-1]
        file = Image.open(group.renditions.get(file=name).file)
        assert file.size == size
        assert all(abs(one - other) < 6 for one, other in zip(file.getpixel((5, 5)), colour, strict=True))


def test_another_portrait_leaves_no_part_of_the_group(vera, now):
    group = marked(vera, 0.1)
    choose(vera, group)
    choose(vera, photo("#8090a0"))
    group.refresh_from_db()
    assert not any(" " in spec for spec in group.copies)


def test_nobody_chooses_for_somebody_who_is_not_on_record_yet(desk):
    assert "portrait-choice" not in desk.get("/admin/people/person/add/").content.decode()


def test_a_part_of_a_group_is_seen_only_while_its_person_has_a_page_and_its_rights_last(client, vera, now):
    group = marked(vera, 0.1)
    choose(vera, group)
    address = pictures([group.pk], now, for_desk=True)[group.pk].around(vera.pk).crops["portrait"].src
    answers = []
    for page, ends in (("never", None), ("public", None), ("public", now - timedelta(days=1))):
        Person.objects.filter(pk=vera.pk).update(page=page, checked_at=now)
        Photo.objects.filter(pk=group.pk).update(rights_until=ends)
        answers.append(client.get(address).status_code)
    assert answers == [404, 200, 404]
    assert pictures([group.pk], now)[group.pk].around(vera.pk).crops == {}
