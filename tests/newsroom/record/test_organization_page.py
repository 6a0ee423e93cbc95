"""An organization with more people than a page holds; an office with more holders."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clock import ticking
from people.dates import PartialDate
from people.models import Membership, Organization, OtherName, Person, Post
from tests.factories.people import post

pytestmark = pytest.mark.django_db

DEPUTY = "депутат Собрания Лаковии"


@pytest.fixture
def parliament(now, time_machine):
    """The parliament of an invented country, checked, without any deputy yet."""
    time_machine.move_to(now)
    office = post(DEPUTY, "Собрание Лаковии", seats=90)
    Organization.objects.update(checked_at=now)
    return office


def elect(office: Post, now, count: int, since: str, until: str = "") -> None:
    """So many people with pages hold the office in that time."""
    first = Person.objects.count()
    people = [
        Person.objects.create(given_name="Имя", family_name=f"Фамильев{number}", page="public", checked_at=now)
        for number in range(first, first + count)
    ]
    for each in people:
        Membership.objects.create(
            person=each,
            post=office,
            organization=office.organization,
            start_date=PartialDate.parse(since),
            end_date=PartialDate.parse(until) if until else None,
            checked_at=now,
        )
    ticking.bump()


def told(client, address: str):
    response = client.get(address)
    assert response.status_code == 200
    return response


def test_five_hundred_offices_cost_as_many_queries_as_two(client, parliament, now, django_assert_max_num_queries):
    elect(parliament, now, 2, "2020")
    address = parliament.organization.get_absolute_url()
    with CaptureQueriesContext(connection) as few:
        told(client, address)
    elect(parliament, now, 110, "2015", "2020")
    with django_assert_max_num_queries(len(few)):
        told(client, address)


def test_who_holds_an_office_stands_on_the_first_page_and_everybody_on_some_page(client, parliament, now):
    elect(parliament, now, 110, "2015", "2020")
    elect(parliament, now, 3, "2020")
    for address in (parliament.get_absolute_url(), parliament.organization.get_absolute_url()):
        first = told(client, address)
        assert first.content.decode().replace("\u00a0", " ").count("с 2020") == 3
        assert 'href="?holders=2"' in first.content.decode()
        second = told(client, f"{address}?holders=2").content.decode()
        assert second.count("Фамильев") == 13
        assert client.get(f"{address}?holders=3").status_code == 404


def test_the_pages_of_holders_keep_the_day_asked_for(client, parliament, now):
    elect(parliament, now, 110, "2015", "2020")
    html = told(client, f"{parliament.get_absolute_url()}?on=2018-01-01").content.decode()
    assert 'href="?on=2018-01-01&amp;holders=2"' in html


def test_the_bodies_around_one_are_named_in_the_language_of_the_edition(client, parliament, now):
    state = Organization.objects.create(name="Лаковия", classification="state", checked_at=now)
    old = Organization.objects.create(name="Совет Лаковии", checked_at=now, successor=parliament.organization)
    part = Organization.objects.create(name="Комитет по воде", checked_at=now, parent=parliament.organization)
    Organization.objects.filter(pk=parliament.organization_id).update(parent=state)
    for body, english in ((state, "Lakovia"), (old, "Council of Lakovia"), (part, "Water Committee")):
        OtherName.objects.create(organization=body, name=english, language="en", kind="variant")
    html = told(client, f"/en{parliament.organization.get_absolute_url()}").content.decode()
    for body, english in ((state, "Lakovia"), (old, "Council of Lakovia"), (part, "Water Committee")):
        assert f'<a href="/en{body.get_absolute_url()}">{english}</a>' in html
