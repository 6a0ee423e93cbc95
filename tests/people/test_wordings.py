"""How people on record are written in a text of a day."""

from datetime import date

import pytest

from people.models import NameForm, OtherName, PostLabel
from people.wordings import worded_on
from tests.factories.people import held, person, post

DAY = date(2025, 6, 30)


def full(who, case, day=DAY, language="ru"):
    (worded,) = worded_on([who], day, language)
    return next(each.full for each in worded.wordings if each.case == case)


@pytest.fixture
def minister(db, now):
    asan = person("Асан", "Токтосунов")
    held(asan, post(), "2020", "2025-07-01", checked_at=now)
    return asan


def test_the_office_is_that_of_the_day(minister, now):
    held(minister, post("мэр Нижнего Кедра", "Мэрия Нижнего Кедра"), "2025-07-01", checked_at=now)
    assert full(minister, "ablt") == "министром культуры Лаковии Асаном Токтосуновым"
    # on the day of a hand-over the office that ends is left out
    assert full(minister, "ablt", date(2025, 7, 1)) == "мэром Нижнего Кедра Асаном Токтосуновым"
    assert full(minister, "ablt", date(2019, 1, 1)) == "Асаном Токтосуновым"


def test_an_acting_holder_is_worded_so_in_every_case(db, now):
    asan = person("Асан", "Токтосунов")
    held(asan, post(), "2020", checked_at=now, acting=True)
    assert full(asan, "datv") == "и. о. министра культуры Лаковии Асану Токтосунову"


def test_an_editors_forms_and_genitive_go_before_the_rules(minister):
    PostLabel.objects.create(
        post=minister.memberships.get().post, label="министр культуры", genitive="министра Культуры"
    )
    NameForm.objects.create(
        person=minister, part="family", form="Токтосунова-старшего", cases=0b10, origin=NameForm.Origin.EDITOR
    )
    assert full(minister, "gent") == "министра Культуры Асана Токтосунова-старшего"


def test_the_name_is_that_of_the_day(minister):
    OtherName.objects.create(person=minister, given_name="Асан", family_name="Беков", kind="former", valid_until="2026")
    assert full(minister, "ablt") == "министром культуры Лаковии Асаном Бековым"


def test_many_people_cost_as_many_questions_as_one(minister, django_assert_num_queries, now):
    few = [minister]
    many = [person(given, "Беков") for given in ("Азат", "Бакыт", "Чынгыз")]
    for who in many:
        held(who, post(f"судья {who}", "Суд"), "2020", checked_at=now)
    for people in (few, [*few, *many]):
        with django_assert_num_queries(5):
            worded_on(
                type(minister).objects.filter(pk__in=[each.pk for each in people]).prefetch_related("other_names"),
                DAY,
                "ru",
            )
