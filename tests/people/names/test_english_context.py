"""Who is meant in an English text: invented people with Latin other names, one of them with a namesake."""

from datetime import date

import pytest

from people.names.index import build
from people.names.matcher import find_names
from people.names.records import Holding, NameParts, PersonFacts
from people.names.resolver import resolve

PEOPLE = {
    1: (NameParts("Тимур", "", "Ольхов"), "Timur Olkhov", "президент Лаковии", "Институт президента Лаковии"),
    2: (NameParts("Асан", "", "Беков"), "Asan Bekov", "министр культуры Лаковии", "Министерство культуры Лаковии"),
    3: (NameParts("Асан", "", "Беков"), "Asan Bekov", "депутат Жогорку Кенеша", "Жогорку Кенеш"),
    4: (NameParts("Жээнбек", "", "Ким"), "Jeenbek Kim", "аким", "Акимиат"),
}
INDEX = build([(person, name, [latin]) for person, (name, latin, _, _) in PEOPLE.items()])
FACTS = {
    person: PersonFacts(person, name, (Holding(label, organization, None, None),))
    for person, (name, _, label, organization) in PEOPLE.items()
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in any order, with the surname alone after that
        ("Timur Olkhov came. Then Olkhov left.", [("Timur Olkhov", 1), ("Olkhov", 1)]),
        ("OLKHOV Timur came. Mr. Olkhov's car left.", [("OLKHOV Timur", 1), ("Olkhov's", 1)]),
        ("President Timur Olkhov came. President Olkhov left.", [("Timur Olkhov", 1), ("Olkhov", 1)]),
        # initials are heard in both scripts
        ("T. Olkhov and J. Kim met", [("T. Olkhov", 1), ("J. Kim", 4)]),
        ("M. Olkhov left", [("M. Olkhov", None)]),
        # somebody else
        ("Timur Olkhov came. Mary Olkhov sings.", [("Timur Olkhov", 1), ("Olkhov", None)]),
        ("Jeenbek Kim came. Kim Dong-su left.", [("Jeenbek Kim", 4), ("Kim", None)]),
        ("Timur Olkhov lives in Olkhov Street", [("Timur Olkhov", 1), ("Olkhov", None)]),
        # the office tells namesakes apart
        ("Asan Bekov, the Minister of Culture, came", [("Asan Bekov", 2)]),
        ("Jogorku Kenesh deputy Asan Bekov came", [("Asan Bekov", 3)]),
        ("Asan Bekov came", [("Asan Bekov", None)]),
    ],
)
def test_english_texts_are_resolved(text: str, expected: list[tuple[str, int | None]]) -> None:
    verdicts = resolve(text, find_names(text, INDEX), FACTS, date(2025, 6, 30))
    assert [(verdict.span.surface, verdict.person_id) for verdict in verdicts] == expected
