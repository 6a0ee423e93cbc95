"""Choosing somebody's portrait on their own page at the desk."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from media_assets.models import PersonShown, Portrait
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


def test_nobody_chooses_for_somebody_who_is_not_on_record_yet(desk):
    assert "portrait-choice" not in desk.get("/admin/people/person/add/").content.decode()
