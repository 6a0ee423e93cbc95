"""Names printed otherwise than on record: undeclined, misspelled, in Latin, by given name alone. Invented people."""

from datetime import date

import pytest

from people.names.index import build
from people.names.matcher import find_names
from people.names.records import NameParts, PersonFacts
from people.names.resolver import resolve
from people.names.resolving.story import Decisions

NAMES = [
    NameParts("Раймон", "", "Паульсен", "male"),
    NameParts("Азамат", "", "Орлов", "male"),
    NameParts("Виктор", "", "Стоукли", "male"),
    NameParts("Джошуа", "", "Вольдемар", "male"),
    NameParts("Bernd", "", "Pichelstein", "male"),
    NameParts("Жан", "", "Ле Роль", "male"),
    # a record whose given name is no nominative
    NameParts("Егора", "", "Сверчков", "male"),
    NameParts("Билл", "", "Герстенталер", "male"),
    NameParts("Нурлан", "", "Сулайманов", "male"),
]
FACTS = {number: PersonFacts(number, name) for number, name in enumerate(NAMES)}
INDEX = build([(number, name, []) for number, name in enumerate(NAMES)])


def meant(text: str, decisions: Decisions | None = None) -> list[str]:
    """What is linked, in reading order."""
    verdicts = resolve(text, find_names(text, INDEX), FACTS, date(2025, 6, 30), decisions)
    return [verdict.span.surface for verdict in verdicts if verdict.person_id is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a given name left undeclined, or one that its record gives in another case
        ("Встреча с Азамат Орловым прошла.", ["Азамат Орловым"]),
        ("Память Егора Сверчкова почтили. Сверчкова помнят.", ["Егора Сверчкова", "Сверчкова"]),
        ("Орлова Азамат ждали. Орлов рад.", ["Орлова Азамат", "Орлов"]),
        # a letter more or less, a second given name
        ("Ждут Раймонда Паульсена. Паульсен молчит.", ["Раймонда Паульсена", "Паульсен"]),
        ("Ждут Жан-Мари Ле Роля.", ["Жан-Мари Ле Роля"]),
        # another known given name is another person
        ("Виктория Стоукли прибыла. Стоукли молчит.", []),
        ("Виталий Стоукли прибыл.", []),
        ("Семён Орлов прибыл.", []),
        # both names, and only one of them beside the other
        ("Джошуа Вольдемар (Joshua Woldemar) уехал.", ["Джошуа Вольдемар", "Joshua Woldemar"]),
        ("Джошуа Вольдемар (англ. Joshua Woldemar; 1950) уехал.", ["Джошуа Вольдемар", "Joshua Woldemar"]),
        ("Джошуа Вольдемар (Associated Press) уехал.", ["Джошуа Вольдемар"]),
        (
            "Бернд Пихельштайн (Bernd Pichelstein) прибыл. Пихельштайн молчит.",
            ["Бернд Пихельштайн", "Bernd Pichelstein", "Пихельштайн"],
        ),
        ("Бернд Пихельштайн прибыл.", []),
        # slips of the pen, of somebody the story has introduced
        ("Билл Герстенталер прибыл. Гернстенталер молчит.", ["Билл Герстенталер", "Гернстенталер"]),
        ("Гернстенталер молчит.", []),
        ("Билл Герстенталер прибыл. Герстенталеров много.", ["Билл Герстенталер"]),
        # a Russian or Turkic surname a letter off is another family
        ("Нурлан Сулайманов прибыл. Сулейманов молчит.", ["Нурлан Сулайманов"]),
        ("Нурлан Сулайманов прибыл. Нурлан Сулойманов молчит.", ["Нурлан Сулайманов", "Нурлан Сулойманов"]),
    ],
)
def test_a_name_is_known_in_another_spelling(text: str, expected: list[str]) -> None:
    assert meant(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Виктор Стоукли болен. Виктора ждут.", ["Виктор Стоукли", "Виктора"]),
        ("Виктор Стоукли болен. Вчера Виктор молчал.", ["Виктор Стоукли", "Виктор"]),
        # somebody else of that given name
        ("Виктор Стоукли болен. Виктор Семёнов здоров. Виктора ждут.", ["Виктор Стоукли"]),
        ("Виктор Стоукли болен. Виктор Ильич здоров.", ["Виктор Стоукли"]),
        ("Виктора ждут. Виктор Стоукли болен.", ["Виктор Стоукли"]),
        ("Виктор Стоукли болен. День святого Виктора близок.", ["Виктор Стоукли"]),
        ("Виктор Стоукли болен. Яхта «Виктор» ушла.", ["Виктор Стоукли"]),
        ("Виктора ждут.", []),
    ],
)
def test_a_given_name_alone_is_the_one_person_of_the_story(text: str, expected: list[str]) -> None:
    assert meant(text) == expected


def test_a_latin_name_on_record_too_is_one_place() -> None:
    people = [(1, NameParts("Джошуа", "", "Вольдемар", "male"), [NameParts("Joshua", "", "Woldemar", "male")])]
    text = "Джошуа Вольдемар (Joshua Woldemar) уехал."
    verdicts = resolve(text, find_names(text, build(people)), {1: FACTS[3]}, date(2025, 6, 30))
    assert [(verdict.span.surface, verdict.person_id) for verdict in verdicts] == [
        ("Джошуа Вольдемар", 1),
        ("Joshua Woldemar", 1),
    ]


def test_an_editors_decision_counts_for_other_spellings_too() -> None:
    text = "Ждут Раймонда Паульсена. Виктор Стоукли болен. Виктора ждут."
    assert meant(text, {"раймонда паульсена": None, "виктора": None}) == ["Виктор Стоукли"]
