"""Where names on record stand in a text."""

import pytest

from people.names.index import MemoryIndex, build
from people.names.matcher import find_in_all, find_names
from people.names.records import NameParts, cases_of

PEOPLE = build(
    [
        (1, NameParts("Садыр", "Нургожоевич", "Жапаров"), []),
        (2, NameParts("Мухриддин", "", "Сироджиддин"), []),
        (3, NameParts("Айгуль", "Маратовна", "Бекова"), [NameParts(family="Асанова")]),
        (4, NameParts("Карим", "", "бин Халаф"), []),
        (5, NameParts("Бакыт", "Асан уулу", ""), []),
        (6, NameParts("Ли", "", "Хо"), ["Хо Ван Ли Мэй"]),
        (7, NameParts("Анна", "", "Орлова-Вольская"), []),
        (8, NameParts("Пётр", "", "Соловьёв"), []),
        (9, NameParts("Халед", "", "аль-Масуд"), []),
        (10, NameParts("Олег", "", "Кан"), []),
        (11, NameParts("Марат", "", "Беков"), []),
        (12, NameParts("Тимур", "", "Беков"), []),
    ]
)


def found(text: str) -> list[tuple[str, str, tuple[int, ...]]]:
    return [(span.surface, span.kind, span.candidates) for span in find_names(text, PEOPLE)]


@pytest.mark.parametrize(
    ("text", "surface", "kind", "person_id"),
    [
        ("Президент Садыр Жапаров принял", "Садыр Жапаров", "full", 1),
        ("встреча с Садыром Жапаровым", "Садыром Жапаровым", "full", 1),
        ("Жапарова Садыра Нургожоевича назначили", "Жапарова Садыра Нургожоевича", "full", 1),
        ("Садыру Нургожоевичу Жапарову", "Садыру Нургожоевичу Жапарову", "full", 1),
        ("ЖАПАРОВ САДЫР прибыл", "ЖАПАРОВ САДЫР", "full", 1),
        ("С. Жапаров прибыл", "С. Жапаров", "initials", 1),
        ("С. Н. Жапаровым", "С. Н. Жапаровым", "initials", 1),
        ("у С.Н.Жапарова", "С.Н.Жапарова", "initials", 1),
        ("указ Жапарова С. Н.", "Жапарова С. Н.", "initials", 1),
        ("к Садыру Нургожоевичу", "Садыру Нургожоевичу", "given_patronymic", 1),
        ("по словам Жапарова,", "Жапарова", "surname", 1),
        ("с Мухриддином Сироджиддином", "Мухриддином Сироджиддином", "full", 2),
        ("с Сироджиддином Мухриддином", "Сироджиддином Мухриддином", "full", 2),
        ("Сироджиддин Мухриддин", "Сироджиддин Мухриддин", "full", 2),
        ("с Айгуль Бековой", "Айгуль Бековой", "full", 3),
        ("с Айгуль Асановой", "Айгуль Асановой", "full", 3),
        ("о Кариме бин Халафе", "Кариме бин Халафе", "full", 4),
        ("о бин Халафе", "бин Халафе", "surname", 4),
        ("Бакыту Асан уулу", "Бакыту Асан уулу", "given_patronymic", 5),
        ("заявила Хо Ван Ли Мэй", "Хо Ван Ли Мэй", "full", 6),
        ("Анной Орловой-Вольской", "Анной Орловой-Вольской", "full", 7),
        ("Петр Соловьев", "Петр Соловьев", "full", 8),
        ("Халедом аль-Масудом", "Халедом аль-Масудом", "full", 9),
        ("Мухриддин Асламович Сироджиддин", "Мухриддин Асламович Сироджиддин", "full", 2),
        ("Мухриддин Т. Сироджиддин", "Мухриддин Т. Сироджиддин", "full", 2),
        ("Са\u00adдыр\u00a0Жапа\u200bров", "Са\u00adдыр\u00a0Жапа\u200bров", "full", 1),
    ],
)
def test_name_is_found_in_every_printed_form(text: str, surface: str, kind: str, person_id: int) -> None:
    assert found(text) == [(surface, kind, (person_id,))]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        # parts in different cases, of different people, or in different sentences and lines make no full name
        ("Садыра Жапаровым", [("Жапаровым", "surname", (1,))]),
        ("Садыр Сироджиддин", [("Сироджиддин", "surname", (2,))]),
        ("Приехал Садыр. Жапаров ждал", [("Жапаров", "surname", (1,))]),
        ("Садыр\nЖапаров", [("Жапаров", "surname", (1,))]),
        ("Садыр, Жапаров", [("Жапаров", "surname", (1,))]),
        # a small letter, an abbreviation, a longer word
        ("жапаров", []),
        ("сообщает КАН", []),
        ("по-жапаровски", []),
        ("Жапаровск", []),
        # the surname before marriage belongs to the same given name only
        ("Садыр Асанова", [("Асанова", "surname", (3,))]),
        ("", []),
    ],
)
def test_what_is_no_full_name_is_not_found_as_one(text: str, spans: list) -> None:
    assert found(text) == spans


def test_a_span_says_in_which_cases_the_name_may_stand() -> None:
    (span,) = find_names("Садыра Жапарова", PEOPLE)
    assert cases_of(span.cases) == ("gent", "accs")
    assert not span.may_be_nominative


def test_spans_count_code_points_and_stand_in_order() -> None:
    text = "🙂 Бекова и Садыр Жапаров."
    spans = find_names(text, PEOPLE)
    assert [(span.start, span.end) for span in spans] == [(2, 8), (11, 24)]
    assert all(text[span.start : span.end] == span.surface for span in spans)


def test_bearers_of_one_surname_are_all_candidates() -> None:
    assert found("Бекова нет")[0][2] == (3, 11, 12)
    assert found("Тимура Бекова нет") == [("Тимура Бекова", "full", (12,))]


def test_the_index_is_asked_three_questions_for_any_number_of_texts() -> None:
    asked: list[str] = []

    class Counting(MemoryIndex):
        def __getattribute__(self, name: str) -> object:
            if name in {"families", "parts", "with_patronymic"}:
                asked.append(name)
            return super().__getattribute__(name)

    index = Counting([(1, NameParts("Садыр", "Нургожоевич", "Жапаров"), [])])
    texts = ["Садыр Жапаров принял. Жапарова ждали.", "К Садыру Нургожоевичу.", "Никого."]
    assert [len(spans) for spans in find_in_all(texts, index)] == [2, 1, 0]
    assert asked == ["families", "with_patronymic", "parts", "parts"]  # the index in memory asks itself once


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # the record has «Соловьёв», «Бузака», «Өмүр Төлөгөнов», «Жээнбек»: print spells as it likes
        ("Пётр Соловъёв", []),
        ("Карло Бузакка", [(21, False)]),
        ("с Карло Бузакой", [(21, True)]),
        ("Омур Тологонов", [(22, False)]),
        ("Өмүр Төлөгөнов", [(22, True)]),
        ("Женбека Бекова", [(23, False)]),
        # spelled alike goes before spelled otherwise
        ("Олег Каллас", [(24, True)]),
        ("Олег Калас", [(25, True)]),
    ],
)
def test_spelling_variants_are_found_and_marked(text: str, people: list) -> None:
    index = build(
        [
            (21, NameParts("Карло", "", "Бузака"), []),
            (22, NameParts("Өмүр", "", "Төлөгөнов"), []),
            (23, NameParts("Жээнбек", "", "Беков"), []),
            (24, NameParts("Олег", "", "Каллас"), []),
            (25, NameParts("Олег", "", "Калас"), []),
        ]
    )
    assert [(span.candidates[0], span.is_exact) for span in find_names(text, index)] == people
