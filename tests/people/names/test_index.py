"""The index in memory."""

from people.names.index import build, completed
from people.names.records import NameParts, PartForm, case_mask


def test_a_form_leads_to_person_name_part_and_cases() -> None:
    index = build([(7, NameParts("Азамат", "", "Беков"), [])])
    wanted = PartForm(7, 0, "family", case_mask(["ablt"]), "Бековым")
    assert index.families(["бековым", "азаматом", "другой"]) == {"бековым": [wanted]}


def test_given_names_are_told_of_the_people_asked_about() -> None:
    index = build([(7, NameParts("Азамат", "", "Беков"), []), (8, NameParts("Азамат", "", "Орлов"), [])])
    found = index.parts(["азаматом", "бековым"], [8])
    assert found == {"азаматом": [PartForm(8, 0, "given", case_mask(["ablt"]), "Азаматом")]}


def test_people_are_found_by_given_name_and_patronymic_alone() -> None:
    index = build([(7, NameParts("Пётр", "Львович", "Беков"), []), (8, NameParts("Пётр", "Ильич", "Орлов"), [])])
    assert index.with_patronymic(["петра"], ["львовича"]) == {7}
    assert index.with_patronymic(["павла"], ["львовича"]) == set()


def test_a_single_name_is_found_as_a_family_name_is() -> None:
    index = build([(7, NameParts("Зульфира"), []), (8, NameParts("Бакыт", "Асан уулу"), [])])
    assert [form.person_id for form in index.families(["зульфирой"])["зульфирой"]] == [7]
    assert index.families(["бакыт"]) == {}


def test_other_names_are_told_from_the_primary_one() -> None:
    index = build([(7, NameParts("Анна", "", "Бекова"), [NameParts(family="Асанова"), "Анель"])])
    assert [form.name_id for form in index.parts(["аной"], [7])["аной"]] == [0, 1]
    assert [form.name_id for form in index.families(["асановой"])["асановой"]] == [1]
    assert [(form.name_id, form.part) for form in index.families(["анель"])["анель"]] == [(2, "whole")]


def test_a_former_surname_borrows_given_name_and_gender() -> None:
    primary = NameParts("Анна", "Олеговна", "Ким")
    assert completed(NameParts(family="Юн"), primary) == NameParts("Анна", "Олеговна", "Юн", "female")
