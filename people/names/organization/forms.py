"""The printed forms of an organization's name: «Министерства культуры Лаковии», «МИДа», and without its country.

Adjectives and the first noun decline, what depends on the noun stays: «Организации Договора о безопасности». A text
that has named the country once says «Минкультуры» from there on, so a name is also kept bare.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from people.names.keys import exact_key
from people.names.kyrgyz.words import offices_in_russian
from people.names.office.words import PREPOSITIONS
from people.names.records import CASES, CaseForm, case_mask
from people.names.words.countries import NAMES
from people.names.words.phrases import country_at, in_case, is_acronym, nominative_of, noun_parses
from people.names.words.readings import spelled_like

_NOMINATIVES = frozenset(map(exact_key, NAMES))
_CONSONANT = "бвгджзклмнпрстфхцчшщ"
# «МИД» and «ЦИК» are read as words, and decline in print as often as not; «ОДКБ» and «МВД» are spelled out.
_READ_AS_A_WORD = re.compile(rf"[{_CONSONANT}][аеиоуыэюя][{_CONSONANT}]", re.IGNORECASE)
_QUOTED = re.compile(r"[\"„“]([^\"„“”]+)[\"“”]")
_MALE_ENDINGS = {"nomn": "", "gent": "а", "datv": "у", "accs": "", "ablt": "ом", "loct": "е"}


def case_forms(name: str) -> list[CaseForm]:
    """Every form of the name with the cases it may stand for, the nominative first; in guillemets what is quoted."""
    name = _QUOTED.sub(r"«\1»", name)
    printed: dict[str, tuple[str, int]] = {}
    for case in CASES:
        for form in _in_case(name.split(" "), case):
            first, cases = printed.get(exact_key(form), (form, 0))
            printed[exact_key(form)] = (first, cases | case_mask([case]))
    return [CaseForm(form, key, cases) for key, (form, cases) in printed.items()]


@lru_cache(maxsize=1 << 12)
def without_country(name: str, *, of_a_state: bool = False) -> tuple[str, str]:
    """The bare name and the country at its end: «МИД Киргизии» is («МИД», «Киргизия»); without one, the name itself.

    ``of_a_state``: the organization is a ministry or the like, so that a capitalised last word is its country even
    if we have no row for it: «Министерство культуры | Лаковии».
    """
    words = name.split(" ")
    for place in range(1, len(words)):
        found = country_at(words, place)
        if found and place + found[1] == len(words) and _depends(words[place - 1], words[place:]):
            return " ".join(words[:place]), found[0]
    last = words[-1]
    if of_a_state and len(words) > 1 and last[:1].isupper() and not is_acronym(last) and _may_be_country(last):
        return " ".join(words[:-1]), nominative_of(last)
    return name, ""


def without_kyrgyz_country(name: str) -> tuple[str, str]:
    """The same of a Kyrgyz name, which begins with its country: «Россиянын | Тышкы иштер министрлиги»."""
    words = name.split(" ")
    for place in (1, 2):
        known = [NAMES[each] for each in offices_in_russian(" ".join(words[:place])).split() if each in NAMES]
        if known and len(words) > place:
            return " ".join(words[place:]), known[0]
    return name, ""


@lru_cache(maxsize=1 << 12)
def country_named(area: str) -> str:
    """The country under the name we keep: «Кыргызстан» is «Киргизия»; one without a row is itself."""
    words = area.split(" ")
    found = country_at(words, 0)
    return found[0] if found and found[1] == len(words) else area


@lru_cache(maxsize=1 << 12)
def keys_of_country(country: str) -> frozenset[str]:
    """How a country without a row of its own is printed: «Лаковия», «Лаковии», «Лаковией»."""
    return frozenset(exact_key(in_case(country, case)) for case in CASES)


def _in_case(words: list[str], case: str) -> Iterator[str]:
    for place, word in enumerate(words):
        if is_acronym(word) or not word.isalpha():
            ending = _MALE_ENDINGS[case] if _READ_AS_A_WORD.fullmatch(word) else ""
            yield " ".join(words)
            if ending:
                yield " ".join([*words[:place], word + ending, *words[place + 1 :]])
            return
        parse = _nominative(word)
        if parse is None:
            continue
        words = [*words[:place], _inflected(word, parse, case), *words[place + 1 :]]
        if parse.tag.POS == "NOUN":
            yield " ".join(words)
            if "Fixd" in parse.tag and word[-1] in _CONSONANT and case != "nomn":  # «Жогорку Кенеша»
                yield " ".join([*words[:place], word + _MALE_ENDINGS[case], *words[place + 1 :]])
            return
    yield " ".join(words)


def _nominative(word: str) -> Any:
    """The word read as a nominative; None where it is none, as «Жогорку», or a guess the dictionary would not make."""
    readings = noun_parses(word)
    known = [parse for parse in readings if parse.is_known]
    return next((parse for parse in known or readings[:1] if parse.tag.case == "nomn"), None)


def _inflected(word: str, parse: Any, case: str) -> str:
    # An organization is no living being: «Национальный банк» is its own accusative.
    is_alive_or_not = parse.tag.POS != "NOUN" and (parse.tag.gender == "masc" or parse.tag.number == "plur")
    form = parse.inflect({case, "inan"} if case == "accs" and is_alive_or_not else {case})
    return spelled_like(word, form.word) if form else word


def _depends(before: str, country: list[str]) -> bool:
    """Whether the country is a genitive of the name: not so in «Единая Россия» and in «Посольство … в России»."""
    named = " ".join(country)
    stands_still = in_case(named, "gent") == named
    return before.casefold() not in PREPOSITIONS and (stands_still or exact_key(named) not in _NOMINATIVES)


def _may_be_country(word: str) -> bool:
    """«Лаковии», a genitive the dictionary has as a place or not at all; never «Президента» or «Кенеш»."""
    readings = noun_parses(word)
    is_nominative = any({"nomn", "sing"} <= parse.tag.grammemes for parse in readings)
    return not is_nominative and any(
        "gent" in parse.tag and ("Geox" in parse.tag or not parse.is_known) for parse in readings
    )
