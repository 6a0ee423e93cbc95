"""The index in memory."""

from people.names.index import build, completed
from people.names.records import NameParts, PartForm, case_mask


def test_a_form_leads_to_person_name_part_and_cases() -> None:
    lookup = build([(7, NameParts("Азамат", "", "Беков"), [])])
    assert lookup(["бековым", "другой"]) == {"бековым": [PartForm(7, 0, "family", case_mask(["ablt"]))]}


def test_other_names_are_told_from_the_primary_one() -> None:
    lookup = build([(7, NameParts("Анна", "", "Бекова"), [NameParts(family="Асанова"), "Анель"])])
    assert [form.name_id for form in lookup(["анной"])["анной"]] == [0, 1]
    assert [form.name_id for form in lookup(["асановой"])["асановой"]] == [1]
    assert [(form.name_id, form.part) for form in lookup(["анель"])["анель"]] == [(2, "whole")]


def test_a_former_surname_borrows_given_name_and_gender() -> None:
    primary = NameParts("Анна", "Олеговна", "Ким")
    assert completed(NameParts(family="Юн"), primary) == NameParts("Анна", "Олеговна", "Юн", "female")
