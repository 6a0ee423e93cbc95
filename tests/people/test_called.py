"""People found by the beginnings of their names."""

from datetime import date

import pytest

from people.called import called
from people.models import NameForm, OtherName
from tests.factories.people import held, person, post

DAY = date(2025, 6, 30)


@pytest.fixture
def people(db, now):
    minister, namesake = person("Асан", "Токтосунов"), person("Азат", "Токтосунов")
    held(minister, post(), "2020", checked_at=now)
    OtherName.objects.create(person=minister, name="Asan Toktosunov", language="en", kind="transliteration")
    person("Асан", "Токтосунов", merged_into=minister)
    return minister, namesake


FINDING = ["токт", "Токтосуновым", "ТОКТОСУНОВА", "асан токт", "токтосунову асан", "toktosu"]


@pytest.mark.parametrize("letters", FINDING)
def test_letters_of_a_name_in_any_case_and_script_find_its_bearer_once(people, letters):
    assert called(letters, DAY)[0] == people[0]
    assert list(called(letters, DAY)).count(people[0]) == 1


@pytest.mark.parametrize("letters", ["", "  ", "осунов", "токт бек", "@", "%", "_"])
def test_other_letters_find_nobody(people, letters):
    assert not called(letters, DAY)


def test_who_holds_an_office_on_the_day_stands_first(people):
    minister, namesake = people
    assert list(called("токт", DAY)) == [minister, namesake]
    assert list(called("токт", date(2019, 6, 30))) == [namesake, minister]


def test_a_merged_record_is_not_found(people):
    assert all(found.merged_into_id is None for found in called("токт", DAY))


def test_the_index_answers_not_a_look_at_every_form(people):
    asked = NameForm.objects.filter(person__isnull=False, key__begins="токт").values("person")
    assert "LIKE" not in str(asked.query)
