"""Who is meant in a Kyrgyz text: invented people, one of them with a namesake."""

from datetime import date

import pytest

from people.names.index import build
from people.names.kyrgyz.context import is_plain_word, names_a_thing
from people.names.matcher import find_names
from people.names.records import Holding, NameParts, PersonFacts
from people.names.resolver import resolve

PEOPLE = {
    1: (NameParts("Тимур", "", "Ольхов"), "президент Лаковии", "Институт президента Лаковии"),
    2: (NameParts("Асан", "", "Беков"), "министр культуры Лаковии", "Министерство культуры Лаковии"),
    3: (NameParts("Асан", "", "Беков"), "депутат Жогорку Кенеша", "Жогорку Кенеш"),
    4: (NameParts("Нурлан", "", "Эркин"), "аким", "Акимиат"),
}
INDEX = build([(person, name, []) for person, (name, _, _) in PEOPLE.items()])
FACTS = {
    person: PersonFacts(person, name, (Holding(label, organization, None, None),))
    for person, (name, label, organization) in PEOPLE.items()
}
KYRGYZ = "Бул тууралуу басма сөз кызматы билдирди жана түшүндүрдү."


def linked(text: str) -> list[tuple[str, int | None]]:
    text = f"{text}\n{KYRGYZ}"
    verdicts = resolve(text, find_names(text, INDEX), FACTS, date(2025, 6, 30))
    return [(verdict.span.surface, verdict.person_id) for verdict in verdicts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a full name introduces the surname, in every case
        ("Тимур Ольхов келди. Ольховдун сөзү.", [("Тимур Ольхов", 1), ("Ольховдун", 1)]),
        ("Тимур Ольховго кат. Кат Ольховдо.", [("Тимур Ольховго", 1), ("Ольховдо", None)]),  # «in Olkhov»
        # a word that opens the sentence is no other given name
        ("Тимур Ольхов келди. Кечээ Ольхов кетти.", [("Тимур Ольхов", 1), ("Ольхов", 1)]),
        ("Тимур Ольхов келди. Президент Ольхов кетти.", [("Тимур Ольхов", 1), ("Ольхов", 1)]),
        ("Тимур Ольхов келди. Акимжан Ольхов кетти.", [("Тимур Ольхов", 1), ("Ольхов", None)]),
        ("Тимур Ольхов келди. Бакыт Ольхов кетти.", [("Тимур Ольхов", 1), ("Ольхов", None)]),
        # the office tells namesakes apart
        ("Маданият министри Асан Бековдун буйругу", [("Асан Бековдун", 2)]),
        ("Жогорку Кеңештин депутаты Асан Бековго", [("Асан Бековго", 3)]),
        ("Асан Бековдун китеби", [("Асан Бековдун", None)]),
        # a name that is a word names nobody alone
        ("Эркин жашоо керек.", [("Эркин", None)]),
        ("Эркинге жашоо керек.", [("Эркинге", None)]),
        ("Нурлан Эркин келди.", [("Нурлан Эркин", 4)]),
        # streets, towns and schools
        ("Тимур Ольхов көчөсү", [("Тимур Ольхов", None)]),
        ("Ольхов шаарына барды", [("Ольхов", None)]),
        ("Тимур Ольхов атындагы мектеп", [("Тимур Ольхов", None)]),
    ],
)
def test_kyrgyz_texts_are_resolved(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert linked(text) == expected


@pytest.mark.parametrize(
    ("word", "text", "is_plain"),
    [
        ("Бүгүн", "", True),
        ("Министрге", "", True),
        ("Экс-президенти", "", True),
        ("Баарлашуу", "Алардын баарлашуу учуру", True),  # the text has it in small letters too
        ("Баарлашуу", "", False),
        ("Бакыт", "бакыт деген эмне", False),  # may be a given name all the same
        ("Акимжан", "", False),
        ("Нурбек", "", False),
    ],
)
def test_a_plain_word_is_told_from_a_given_name(word: str, text: str, is_plain: bool) -> None:
    assert is_plain_word(word, text) is is_plain


def test_a_thing_stands_behind_the_name_it_bears() -> None:
    assert names_a_thing(" көчөсүндө")
    assert names_a_thing("» сыйлыгы")
    assert not names_a_thing(" айылга барды")  # «went to the village»
