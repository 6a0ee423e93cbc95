"""English words beside Latin names, and Latin names in parts."""

import pytest

from people.names.records import NameParts
from people.names.words.english import begins, in_parts, is_plain_english, offices_from_english


@pytest.mark.parametrize(
    ("latin", "given", "family", "expected"),
    [
        ("Timur Olkhov", "Тимур", "Ольхов", ("Timur", "", "Olkhov")),
        ("Olkhov Timur", "Тимур", "Ольхов", ("Timur", "", "Olkhov")),  # the record tells which is which
        ("Timur A. Olkhov", "Тимур", "Ольхов", ("Timur", "A.", "Olkhov")),
        ("Jeenbek Asanov", "Жээнбек", "Асанов", ("Jeenbek", "", "Asanov")),
        ("Li Wei", "Вэй", "Ли", ("Wei", "", "Li")),
    ],
)
def test_a_latin_name_is_read_in_its_parts(latin: str, given: str, family: str, expected: tuple[str, str, str]) -> None:
    parts = in_parts(latin, NameParts(given, "", family))
    assert isinstance(parts, NameParts)
    assert (parts.given, parts.patronymic, parts.family) == expected


@pytest.mark.parametrize("name", ["The Iron Duke", "Maestro", "Big Tim", "Тимур Хан"])
def test_a_name_unlike_the_record_stays_whole(name: str) -> None:
    assert in_parts(name, NameParts("Тимур", "", "Ольхов")) == name


@pytest.mark.parametrize(
    ("word", "text", "is_plain"),
    [
        ("President", "", True),
        ("Yesterday", "", True),
        ("Officials", "the officials said", True),
        ("Mary", "Mary Olkhov", False),
    ],
)
def test_a_plain_word_is_told_from_a_given_name(word: str, text: str, is_plain: bool) -> None:
    assert is_plain_english(word, text) is is_plain


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("the Kyrgyz foreign minister", "Киргизия министр иностранных дел"),
        ("Deputy Prime Minister", "вице-премьер"),  # and no premier
        ("CHAIRMAN of the National Bank", "председатель Национальный банк"),
        ("the ministers met", ""),
    ],
)
def test_an_office_is_told_in_the_words_of_the_record(english: str, russian: str) -> None:
    assert offices_from_english(english) == russian


@pytest.mark.parametrize(
    ("name", "initial", "expected"),
    [
        ("жээнбек", "ж", True),
        ("жээнбек", "z", True),
        ("жээнбек", "j", True),
        ("елена", "y", True),
        ("чынара", "c", True),
        ("тимур", "m", False),
        ("timur", "t", True),
    ],
)
def test_an_initial_is_heard_in_both_scripts(name: str, initial: str, expected: bool) -> None:
    assert begins(name, initial) is expected
