"""What the record answers when a text asks it for organizations."""

from datetime import date

import pytest

from people.models import NameForm, Organization, OtherName
from people.names.organizations import find_organizations
from people.naming import organizations

pytestmark = pytest.mark.django_db

MINISTRY = Organization.Classification.MINISTRY


def found(text: str) -> list[tuple[str, int | None]]:
    return [(span.surface, span.organization_id) for span in find_organizations(text, organizations)]


def test_a_saved_organization_is_found_in_every_case_and_language(django_assert_num_queries) -> None:
    ministry = Organization.objects.create(
        name="Министерство культуры Лаковии", abbreviation="Минкультуры Лаковии", classification=MINISTRY
    )
    OtherName.objects.create(organization=ministry, name="Маданият министрлиги", language="ky")
    OtherName.objects.create(organization=ministry, name="Ministry of Culture of Lakovia", language="en")
    with django_assert_num_queries(1):
        assert found("В Министерстве культуры Лаковии рады. Минкультуры Лаковии ждёт.") == [
            ("Министерстве культуры Лаковии", ministry.pk),
            ("Минкультуры Лаковии", ministry.pk),
        ]
    assert found("Маданият министрлигинин кызматы жана башкалар билдирди деп айтты.") == [
        ("Маданият министрлигинин", ministry.pk)
    ]
    assert found("The Ministry of Culture of Lakovia's plan") == [("Ministry of Culture of Lakovia's", ministry.pk)]


def test_a_kyrgyz_name_begins_with_its_country() -> None:
    ministry = Organization.objects.create(name="Министерство культуры России", classification=MINISTRY)
    OtherName.objects.create(organization=ministry, name="Россиянын Маданият министрлиги", language="ky")
    rest = "кат жөнөттү жана билдирди деп айтылды."
    assert found(f"Россиянын Маданият министрлигине {rest}") == [("Россиянын Маданият министрлигине", ministry.pk)]
    assert found(f"Орусиянын Маданият министрлиги {rest}") == [("Орусиянын Маданият министрлиги", ministry.pk)]
    assert found(f"Казакстандын Маданият министрлиги {rest}") == []


def test_the_area_is_a_country_too() -> None:
    committee = Organization.objects.create(
        name="ГКНБ", area="Кыргызстан", classification=Organization.Classification.STATE_BODY
    )
    assert found("ГКНБ Киргизии сообщил. В ГКНБ добавили.") == [("ГКНБ Киргизии", committee.pk), ("ГКНБ", committee.pk)]
    assert found("ГКНБ Таджикистана сообщил.") == []


def test_a_state_is_no_organization_to_link() -> None:
    Organization.objects.create(name="Лаковия", classification=Organization.Classification.STATE)
    assert found("Лаковия молчит.") == []


def test_a_form_typed_by_an_editor_is_found() -> None:
    council = Organization.objects.create(name="Вэнь")
    NameForm.objects.create(
        organization=council, part=NameForm.Part.WHOLE, form="Вэнем", cases=1, origin=NameForm.Origin.EDITOR
    )
    assert found("Встреча с Вэнем прошла.") == [("Вэнем", council.pk)]


def test_a_name_that_must_not_link_is_not_found() -> None:
    union = Organization.objects.create(name="Союз портов Лаковии", founding_date=date(2020, 1, 1).isoformat())
    OtherName.objects.create(organization=union, name="СПЛ", autolink=False)
    assert found("СПЛ и Союзу портов Лаковии") == [("Союзу портов Лаковии", union.pk)]
