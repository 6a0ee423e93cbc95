"""The index in memory."""

import pytest

from people.names.declension import name_forms
from people.names.index import build, completed
from people.names.keys import name_key
from people.names.records import NameParts, PartForm, case_mask


def test_a_form_leads_to_person_name_part_and_cases() -> None:
    index = build([(7, NameParts("Азамат", "", "Беков"), [])])
    wanted = PartForm(7, 0, "family", case_mask(["ablt"]), "Бековым")
    assert index.families(["бековым", "азаматом", "другой"]) == {"бековым": [wanted]}


def test_given_names_are_told_of_the_people_asked_about() -> None:
    index = build([(7, NameParts("Азамат", "", "Беков"), []), (8, NameParts("Азамат", "", "Орлов"), [])])
    found = index.parts({8: ["азаматом", "бековым"]})
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
    assert [form.name_id for form in index.parts({7: ["аной"]})["аной"]] == [0, 1]
    assert [form.name_id for form in index.families(["асановой"])["асановой"]] == [1]
    assert [(form.name_id, form.part) for form in index.families(["анель"])["анель"]] == [(2, "whole")]


def test_a_former_surname_borrows_given_name_and_gender() -> None:
    primary = NameParts("Анна", "Олеговна", "Ким")
    assert completed(NameParts(family="Юн"), primary) == NameParts("Анна", "Олеговна", "Юн", "female")


@pytest.mark.parametrize(
    "name",
    [
        NameParts("Азамат", "", "Беков"),
        NameParts("Анна", "", "Салтыкова-Щедрина"),
        # the stem changes, or hardly anything of it stays
        NameParts("Иван", "", "Заяц"),
        NameParts("Иван", "", "Козёл"),
        NameParts("Иван", "", "Толстой"),
        NameParts("Иван", "", "Цой"),
        NameParts("Иван", "", "Ли"),
        NameParts("Иван", "", "О"),
        # one name only, which the dictionary declines
        NameParts("Лев"),
        NameParts("Пётр"),
        NameParts("Павел"),
        NameParts("Любовь"),
        # whole names, particles, letters that are folded
        "Хо Ван Ли Мэй",
        "бин Халаф",
        "аль-Хадж",
        "Лев XIV",
        NameParts("Иван", "", "Бузакка"),
        NameParts("Иван", "", "Ллойд"),
        NameParts("Өмүр", "", "Жээнбеков"),
        NameParts("Иван", "", "Ын-Сон"),
        NameParts("John", "", "Smith"),
    ],
    ids=str,
)
def test_every_form_is_found_though_names_wait_to_be_declined(name: NameParts | str) -> None:
    expected: dict[str, list[PartForm]] = {}
    for part, form in name_forms(name):
        if part in {"family", "whole"}:
            found = PartForm(7, 0, part, form.cases, form.form)
            expected.setdefault(name_key(form.form), []).append(found)
    for key in expected:
        # a new index each time: no key may lean on the one asked for before it
        assert build([(7, name, [])]).families([key]) == {key: expected[key]}


def test_people_of_one_family_name_are_found_together_and_apart_by_gender() -> None:
    people = [NameParts("Азамат", "", "Ким"), NameParts("Анна", "", "Ким"), NameParts("Борис", "", "Ким")]
    index = build([(number, name, []) for number, name in enumerate(people)])
    bearers = {key: sorted(form.person_id for form in index.families([key])[key]) for key in ("ким", "кима")}
    assert bearers == {"ким": [0, 1, 2], "кима": [0, 2]}


def test_a_doubted_gender_is_declined_both_ways() -> None:
    index = build([(7, NameParts("Шэй", "", "Ким", "female"), [])], lambda name: "")
    assert [form.person_id for form in index.families(["кима"])["кима"]] == [7]
