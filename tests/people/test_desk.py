"""The public record as the desk's own forms save it."""

import pytest
from django.urls import reverse

from people.dates import PartialDate
from people.models import Membership, Person
from tests.factories.people import held, person, post
from tests.forms import fields_of

pytestmark = pytest.mark.django_db

ADD = reverse("admin:people_person_add")


@pytest.fixture
def desk(client, login_of):
    client.force_login(login_of("editor"))
    return client


@pytest.fixture
def minister(now):
    asan = person("Асан", "Токтосунов", checked_at=now)
    held(asan, post(), "2020", checked_at=now)
    return asan


def save(desk, who, *rows, **changes):
    """Save the person with further offices: each row is a dict of fields of the inline form."""
    address = reverse("admin:people_person_change", args=[who.pk])
    fields = fields_of(desk.get(address), "person_form") | changes
    first = who.memberships.count()
    for number, row in enumerate(rows, first):
        row = {"person": who.pk, "rank": 100, "checked": "on", **row}
        fields |= {f"memberships-{number}-{name}": str(value) for name, value in row.items()}
    return desk.post(address, {**fields, "memberships-TOTAL_FORMS": str(first + len(rows))})


def test_who_ticks_an_office_is_kept_and_stays(desk, minister, login_of):
    sport = post("министр спорта Лаковии", "Министерство спорта Лаковии")
    save(desk, minister, {"post": sport.pk, "start_date": "2021"})
    desk.force_login(login_of("chief editor"))
    save(desk, minister, **{"memberships-0-start_date": "2019"})
    membership = Membership.objects.get(post=sport)
    assert (membership.checked_by.username, str(membership.start_date)) == ("editor", "2021")


def test_a_role_without_an_organization_is_refused_in_a_sentence(desk, minister):
    refused = save(desk, minister, {"role": "член партии"})
    assert "Choose an office, or the organization of the role." in refused.content.decode()
    assert minister.memberships.count() == 1


def test_one_save_ends_a_term_and_begins_the_next(desk, minister):
    term = minister.memberships.get()
    next_term = {"post": term.post_id, "start_date": "2025"}
    assert save(desk, minister, next_term, **{"memberships-0-end_date": "2025"}).status_code == 302
    assert [str(each.start_date) for each in minister.memberships.order_by("pk")] == ["2020", "2025"]


def test_somebody_else_in_the_seat_is_still_refused(desk, minister):
    refused = save(desk, person("Болот", "Сыдыков"), {"post": minister.memberships.get().post_id, "start_date": "2021"})
    assert "Асан Токтосунов" in refused.content.decode()
    assert Membership.objects.count() == 1


def test_an_office_of_two_holders_does_not_become_a_single_seat(desk, minister, now):
    office = minister.memberships.get().post
    office.seats = 2
    office.save()
    second = held(person("Болот", "Сыдыков"), office, "2021", checked_at=now)
    address = reverse("admin:people_post_change", args=[office.pk])
    fields = {**fields_of(desk.get(address), "post_form"), "seats": "1"}
    assert "hold this office at the same time" in desk.post(address, fields).content.decode()
    second.delete()
    assert desk.post(address, fields).status_code == 302


@pytest.mark.parametrize(("role", "kind", "is_checked"), [("reporter", "none", False), ("editor", "public", True)])
def test_only_who_may_change_people_checks_them_and_gives_them_a_page(client, login_of, role, kind, is_checked):
    client.force_login(login_of(role))
    fields = fields_of(client.get(ADD), "person_form")
    client.post(ADD, {**fields, "given_name": "Асан", "family_name": "Токтосунов", "page": "public", "checked": "on"})
    stub = Person.objects.get()
    assert (stub.page, stub.checked_at is not None) == (kind, is_checked)


@pytest.mark.parametrize(("until", "name"), [("2010", "Асель Старова"), (None, "Асель Новая")])
def test_a_former_name_is_borne_until_a_known_day(now, until, name):
    asel = person("Асель", "Новая", "female")
    until = PartialDate.parse(until) if until else None
    asel.other_names.create(given_name="Асель", family_name="Старова", kind="former", valid_until=until)
    assert asel.name_on(now.date().replace(year=2005), "ru") == name
    assert asel.name_on(now.date(), "ru") == "Асель Новая"


@pytest.mark.parametrize(
    "changes",
    [
        {"family_name": "\u200b", "given_name": "\u200b"},
        {"other_names-TOTAL_FORMS": "1", "other_names-0-patronymic_name": "Болотович", "other_names-0-language": "ky"},
        {"memberships-0-end_date": "0001-01-01"},
        {"memberships-0-start_date": "9999"},
    ],
)
def test_a_name_of_nothing_and_a_day_beyond_the_calendar_are_refused(desk, minister, changes):
    assert save(desk, minister, **changes).context["errors"]
