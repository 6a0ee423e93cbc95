"""What the names engine reads from the record."""

import pytest

from people.models import NameForm, OtherName, Person
from people.names.matcher import find_names
from people.naming import RecordIndex
from tests.factories.people import person

pytestmark = pytest.mark.django_db


def named(text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(span.surface, span.candidates) for span in find_names(text, RecordIndex())]


def test_a_text_costs_three_queries_however_many_names_are_in_it(django_assert_num_queries) -> None:
    asan = person("Асан", "Токтосунов", patronymic_name="Ильич")
    anna = person("Анна", "Бекова", "female")
    with django_assert_num_queries(3):
        found = named("Асана Токтосунова, А. Бекову и Анну Бекову ждали. К Асану Ильичу. Бековой нет.")
    assert found == [
        ("Асана Токтосунова", (asan.pk,)),
        ("А. Бекову", (anna.pk,)),
        ("Анну Бекову", (anna.pk,)),
        ("Асану Ильичу", (asan.pk,)),
        ("Бековой", (anna.pk,)),
    ]


def test_a_text_without_capitals_costs_no_query(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert named("никого и ничего") == []


def test_a_corrected_form_is_found_at_once() -> None:
    asan = person("Асан", "Токтосунов")
    assert named("с Токтосуныном") == []
    NameForm.objects.create(person=asan, part="family", form="Токтосуныном", cases=1 << 4, origin="editor")
    assert named("с Асаном Токтосуныном") == [("Асаном Токтосуныном", (asan.pk,))]


def test_a_merged_record_is_not_found_any_more() -> None:
    kept, double = person("Асан", "Токтосунов"), person("Асан", "Токтосунов")
    assert named("Асан Токтосунов") == [("Асан Токтосунов", (kept.pk, double.pk))]
    double.merged_into = kept
    double.save()
    assert named("Асан Токтосунов") == [("Асан Токтосунов", (kept.pk,))]


def test_a_name_that_must_not_link_is_not_found() -> None:
    asan = person("Асан", "Токтосунов")
    other = OtherName.objects.create(person=asan, name="Асанчик Бесстрашный", autolink=True)
    assert named("Асанчик Бесстрашный") == [("Асанчик Бесстрашный", (asan.pk,))]
    other.autolink = False
    other.save()
    assert named("Асанчик Бесстрашный") == []


def test_saving_a_name_again_leaves_its_rows() -> None:
    asan = person("Асан", "Токтосунов")
    before = list(asan.name_forms.values_list("pk", flat=True))
    asan.save()
    assert list(asan.name_forms.values_list("pk", flat=True)) == before


def test_a_single_name_is_found_in_its_cases() -> None:
    singer = Person.objects.create(given_name="Зульфира", gender="female")
    assert named("с Зульфирой") == [("Зульфирой", (singer.pk,))]


def test_a_batch_may_ask_for_more_keys_than_a_query_has_parameters(django_assert_num_queries) -> None:
    asan = person("Асан", "Токтосунов")
    keys = [f"никто{number}" for number in range(40_000)]
    with django_assert_num_queries(1):
        found = RecordIndex().families([*keys, "токтосунову"])
    assert {key: {form.person_id for form in forms} for key, forms in found.items()} == {"токтосунову": {asan.pk}}


def test_given_names_are_told_only_of_whom_they_stand_beside() -> None:
    asan, anna = person("Асан", "Токтосунов"), person("Анна", "Бекова", "female")
    found = RecordIndex().parts({asan.pk: {"асана", "ану"}, anna.pk: {"асана"}})
    assert {key: [form.person_id for form in forms] for key, forms in found.items()} == {"асана": [asan.pk]}
