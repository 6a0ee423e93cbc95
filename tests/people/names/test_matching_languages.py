"""Where names on record stand in a Kyrgyz and in an English text."""

import pytest

from people.names.index import build
from people.names.matcher import find_names
from people.names.records import NameParts, NameSpan, cases_of

PEOPLE = build(
    [
        (1, NameParts("Садыр", "Нургожоевич", "Жапаров"), [NameParts("Sadyr", "", "Japarov")]),
        (2, NameParts("Жээнбек", "", "Кулубаев"), []),
        (3, NameParts("Мурат", "", "Нуртлеу"), []),
        (4, NameParts("Айгуль", "", "Токтосунова"), ["Aigul Toktosunova"]),
        (5, NameParts("Азамат", "", "Бакыт уулу"), []),
        (6, NameParts("Азамат", "Асан уулу", ""), []),
        (7, NameParts("Нурай", "Асан кызы", "Бекова"), []),
        (8, NameParts("Асан", "Токтосун тегин", "Беков"), []),
        (9, NameParts("Кохир", "", "Асланзода"), []),
        (10, NameParts("Эрмек", "", "Жээнбеков"), []),
        (11, NameParts("Өмүрбек", "", "Үсөнов"), []),
        (12, NameParts("Жак", "", "Трюдо"), []),
        (13, NameParts("Игорь", "", "Гоголь"), []),
    ]
)
# Enough of the language for the line before it, which may be names alone.
KYRGYZ = "Бул тууралуу министрликтин басма сөз кызматы билдирди жана анын максатын түшүндүрдү."


def named(text: str) -> list[tuple[str, str, tuple[int, ...]]]:
    return [(span.surface, span.kind, span.candidates) for span in spans(text)]


def spans(text: str) -> list[NameSpan]:
    return find_names(text, PEOPLE)


@pytest.mark.parametrize(
    ("text", "surface", "kind", "person_id"),
    [
        ("Президент Садыр Жапаровдун жарлыгы", "Садыр Жапаровдун", "full", 1),
        ("Жапаров Садыр Нургожоевичтин жарлыгы", "Жапаров Садыр Нургожоевичтин", "full", 1),
        ("Садыр Нургожоевичке кат", "Садыр Нургожоевичке", "given_patronymic", 1),
        ("С. Жапаровго кат", "С. Жапаровго", "initials", 1),
        ("ЖАПАРОВДУН ЖАРЛЫГЫ", "ЖАПАРОВДУН", "surname", 1),
        ("министр Кулубаевге", "Кулубаевге", "surname", 2),
        ("Мурат Нуртлеуга сыйлык", "Мурат Нуртлеуга", "full", 3),
        ("Айгүл Токтосунованын китеби", "Айгүл Токтосунованын", "full", 4),  # «Айгуль» on record
        ("Токтосунова Айгүлгө сыйлык", "Токтосунова Айгүлгө", "full", 4),
        # уулу, кызы, тегин and -зода in both orders, with the endings of the last word
        ("Азамат Бакыт уулуна сыйлык", "Азамат Бакыт уулуна", "full", 5),
        ("Бакыт уулу Азаматка сыйлык", "Бакыт уулу Азаматка", "full", 5),
        ("Асан уулу Азаматтан кат", "Асан уулу Азаматтан", "given_patronymic", 6),
        ("Азамат Асан уулунун үйү", "Азамат Асан уулунун", "given_patronymic", 6),
        ("Бекова Нурай Асан кызынын үйү", "Бекова Нурай Асан кызынын", "full", 7),
        ("Беков Асан Токтосун тегиндин үйү", "Беков Асан Токтосун тегиндин", "full", 8),
        ("Асланзода Кохирге кат", "Асланзода Кохирге", "full", 9),
        ("Кохир Асланзодага кат", "Кохир Асланзодага", "full", 9),
        # both spellings, and letters typed without their tails
        ("Эрмек Жээнбековго кат", "Эрмек Жээнбековго", "full", 10),
        ("Эрмек Жеенбековго кат", "Эрмек Жеенбековго", "full", 10),
        ("Омурбек Усоновго кат", "Омурбек Усоновго", "full", 11),
        # foreign names
        ("Жак Трюдонун үйү", "Жак Трюдонун", "full", 12),
        ("Игорь Гоголдун үйү", "Игорь Гоголдун", "full", 13),
    ],
)
def test_a_kyrgyz_text_names_people_by_their_stems(text: str, surface: str, kind: str, person_id: int) -> None:
    assert named(f"{text}\n{KYRGYZ}") == [(surface, kind, (person_id,))]


@pytest.mark.parametrize(
    "text",
    [
        "Жапарова кат жазды",  # a woman, and no Russian genitive
        "Жапаровдор келди",  # the family
        "Садырга жана Айгүлгө",  # given names alone
    ],
)
def test_a_kyrgyz_text_does_not_name_them_so(text: str) -> None:
    assert named(f"{text}\n{KYRGYZ}") == []


def test_a_kyrgyz_ending_says_the_case() -> None:
    [full, bare] = spans(f"Садыр Жапаровго кат. Кулубаев\n{KYRGYZ}")
    assert cases_of(full.cases) == ("datv",)
    assert bare.may_be_nominative


def test_kyrgyz_endings_are_undone_in_kyrgyz_paragraphs_only() -> None:
    assert named("Жапаровдун") == []
    assert named(f"{KYRGYZ}\nПо словам Жапарова, он был на встрече с министром.") == [("Жапарова", "surname", (1,))]


@pytest.mark.parametrize(
    ("text", "surface", "kind", "person_id"),
    [
        ("President Sadyr Japarov arrived", "Sadyr Japarov", "full", 1),
        ("JAPAROV Sadyr arrived", "JAPAROV Sadyr", "full", 1),
        ("Sadyr N. Japarov arrived", "Sadyr N. Japarov", "full", 1),
        ("S. Japarov arrived", "S. Japarov", "initials", 1),
        ("Sadyr Japarov's visit", "Sadyr Japarov's", "full", 1),
        ("Japarov’s visit", "Japarov’s", "surname", 1),
        ("Aigul Toktosunova's book", "Aigul Toktosunova's", "full", 4),
        ("Президент Sadyr Japarov прибыл", "Sadyr Japarov", "full", 1),
    ],
)
def test_latin_other_names_are_found(text: str, surface: str, kind: str, person_id: int) -> None:
    assert named(text) == [(surface, kind, (person_id,))]
