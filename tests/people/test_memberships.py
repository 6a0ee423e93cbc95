"""Who held which office on which day, and how sure we are."""

from contextlib import nullcontext
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from people.models import Membership, PersonUse
from tests.factories.people import held, person, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return post()


def offices(who, day: date) -> list[str]:
    return [membership.label_on(day, "ru") for membership in who.offices_on(day)]


def test_an_office_is_held_from_its_first_day_until_the_day_before_its_end(office, now):
    asan = person("Асан", "Токтосунов")
    held(asan, office, "2020-03-10", "2022-05-20", checked_at=now)
    assert [bool(offices(asan, day)) for day in (date(2020, 3, 9), date(2020, 3, 10), date(2022, 5, 19))] == [
        False,
        True,
        True,
    ]
    assert not offices(asan, date(2022, 5, 21))


def test_on_a_handover_day_both_are_returned_and_the_new_one_holds_it(office, now):
    old, new = person("Асан", "Токтосунов"), person("Болот", "Сыдыков")
    ending = held(old, office, "2020", "2022-05-20", checked_at=now)
    held(new, office, "2022-05-20", checked_at=now)
    day = date(2022, 5, 20)
    assert list(old.offices_on(day)) == [ending]
    assert ending.ends_on(day)
    assert office.holder_on(day).person == new


def test_the_one_seat_rule_names_who_holds_the_office(office, now):
    held(person("Асан", "Токтосунов"), office, "2020-03", checked_at=now)
    second = Membership(
        person=person("Болот", "Сыдыков"), post=office, organization=office.organization, checked_at=now
    )
    second.start_date = Membership._meta.get_field("start_date").to_python("2021-01-01")
    with pytest.raises(ValidationError, match="Асан Токтосунов"):
        second.full_clean()


def test_an_acting_holder_does_not_take_the_seat(office, now):
    held(person("Асан", "Токтосунов"), office, "2020-03", checked_at=now)
    acting = held(person("Болот", "Сыдыков"), office, "2021-01-01", checked_at=now, acting=True)
    acting.full_clean()
    assert office.holder_on(date(2021, 6, 1)).person.family_name == "Токтосунов"
    assert acting.label_on(date(2021, 6, 1), "ru") == "и. о. министра культуры Лаковии"


def test_uncertain_bounds_do_not_contradict_each_other(office, now):
    """«до 2021» and «с 2021» may meet on any day of that year."""
    held(person("Асан", "Токтосунов"), office, "2018", "2021", checked_at=now)
    second = held(person("Болот", "Сыдыков"), office, "2021", checked_at=now)
    second.full_clean()
    assert office.holder_on(date(2021, 6, 1)) is None


def test_a_second_holder_is_found_by_the_code_and_refused_by_postgresql_itself(office, now):
    held(person("Асан", "Токтосунов"), office, "2020-03-01", checked_at=now)
    refused = pytest.raises(IntegrityError) if connection.vendor == "postgresql" else nullcontext()
    with refused, transaction.atomic():
        second = held(person("Болот", "Сыдыков"), office, "2021-01-01", checked_at=now)
        assert second.rival().person.family_name == "Токтосунов"


def test_an_attested_membership_is_certain_on_that_day_alone(office):
    day = date(2025, 6, 30)
    asan = person("Асан", "Токтосунов")
    told = held(asan, office, attested_from=day, attested_until=day + timedelta(days=1))
    assert [len(offices(asan, day + timedelta(days=shift))) for shift in (-1, 0, 1)] == [0, 1, 0]
    assert told.when("ru") == "на 30\u00a0июня 2025"
    assert not told.is_current(day)
    assert not told.is_former(day + timedelta(days=30))


def test_checking_an_attested_membership_makes_it_last(office, now):
    day = date(2025, 6, 30)
    asan = person("Асан", "Токтосунов")
    told = held(asan, office, attested_from=day, attested_until=day + timedelta(days=1))
    told.checked_at = now
    told.save()
    assert offices(asan, date(2026, 1, 1))
    assert not offices(asan, date(2025, 1, 1))


def test_what_only_an_embargoed_text_tells_is_not_public(office, now):
    day = date(2025, 6, 30)
    asan = person("Асан", "Токтосунов", checked_at=now, page="public")
    told = held(asan, office, attested_from=day, attested_until=day + timedelta(days=1))
    told.sources.create(owner="article:1", told_on=day)
    PersonUse.objects.create(person=asan, owner="article:1", public_from=now + timedelta(hours=1))
    assert not Membership.objects.public(now).exists()
    assert Membership.objects.public(now + timedelta(hours=1)).get() == told


def test_a_renamed_office_is_worded_as_on_that_day(office):
    office.labels.create(language="ru", label="министр просвещения Лаковии", valid_until="2019")
    office.labels.create(language="ru", label="министр культуры Лаковии", valid_from="2019")
    office.labels.create(language="ky", label="Лаковиянын маданият министри")
    assert office.label_on(date(2018, 5, 1), "ru") == "министр просвещения Лаковии"
    assert office.label_on(date(2020, 5, 1), "ru") == "министр культуры Лаковии"
    assert office.label_on(date(2020, 5, 1), "ky") == "Лаковиянын маданият министри"
    assert office.label_on(date(2018, 5, 1), "en") == "министр просвещения Лаковии"


@pytest.mark.parametrize(
    ("since", "until", "printed"),
    [
        ("2004-03", "", "с\u00a0марта 2004"),
        ("1994", "2004-03", "1994 — март 2004"),
        ("", "2004", "до\u00a02004\u00a0года"),
    ],
)
def test_dates_are_never_shown_as_more_exact_than_they_are(office, now, since, until, printed):
    assert held(person("Асан", "Токтосунов"), office, since, until, checked_at=now).when("ru") == printed
