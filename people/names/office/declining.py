"""An office put into a case: «министр иностранных дел Киргизии» → «министром иностранных дел Киргизии».

The first noun declines with the adjectives before it, what depends on it stays. A word the dictionary does not know
as a noun of people stands still: «хоким области» in the nominative is better than a spoilt word.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from people.names.office.posts import HEADS
from people.names.office.words import PREPOSITIONS
from people.names.words.phrases import is_acronym, noun_parses
from people.names.words.readings import spelled_like

# Several offices in one wording: «… — руководитель Администрации», «депутат …, лидер партии», «премьер и министр …».
_JOINT = re.compile(r" [—–-] |, | и ")
_ACTING = re.compile(r"(?:и\. ?о\.|вр\. ?и\. ?о\.|врио|ио) ", re.IGNORECASE)
# «замминистра» and «замглавы» are fixed: their second half is a genitive already.
_FIXED = frozenset({"замминистра", "замглавы", "замдиректора", "замначальника", "замруководителя", "зампредседателя"})
_OF_ADJECTIVES = frozenset({"ый", "ий", "ой", "ая", "яя"})
# Of «премьер-министр» the last half declines, of these both: «члена-корреспондента», «министра-председателя».
_BOTH_HALVES = frozenset({"член", "министр", "директор", "президент", "заместитель"})


@lru_cache(maxsize=1 << 12)
def decline_office(label: str, case: str, genitive: str = "") -> str:
    """An office worded in the nominative, in a case of Russian, as we would print it before a name.

    Of «председатель Кабинета министров — руководитель Администрации» both offices decline. ``genitive`` is what an
    editor wrote on record; it stands for the accusative of men's words too, as «министра» does.
    """
    if case == "nomn":
        return label
    made = "".join(_decline_one(part, case) for part in _offices_in(label))
    is_genitive = case == "gent" or (case == "accs" and made == decline_office(label, "gent"))
    return genitive if genitive and is_genitive else made


def offices_in(label: str) -> list[str]:
    """The single offices of a joint wording, in its order; one for most labels."""
    return [office for office in _offices_in(label) if not _JOINT.fullmatch(office)]


def _offices_in(label: str) -> Iterator[str]:
    """The offices of a label and what joins them: together they are the label again."""
    places = [match.span() for match in _JOINT.finditer(label) if _parts_two(label, match)]
    bounds = [0, *(edge for place in places for edge in place), len(label)]
    return (label[start:end] for start, end in pairwise(bounds))


def _parts_two(label: str, joint: re.Match[str]) -> bool:
    """Whether an office stands on both sides: not in «министр культуры, информации и спорта»."""
    before, after = label[: joint.start()].split(" "), label[joint.end() :].replace(",", " ").split(" ")
    head = _head(after)
    return head is not None and _is_office_noun(after[head]) and any(map(_is_office_noun, before))


def _decline_one(office: str, case: str) -> str:
    if _JOINT.fullmatch(office) or _ACTING.match(office):  # «и. о. министра» is the same in every case
        return office
    words = office.split(" ")
    head = _head(words)
    if head is None:
        return office
    noun = _nominative(words[head])
    is_feminine = noun is not None and noun.tag.gender == "femn"
    # the accusative of a man's word is its genitive, also where «член» may be a thing; not of «судья»
    as_case = "gent" if case == "accs" and words[head][-1] not in "ая" and not is_feminine else case
    as_adjective = "gent" if case == "accs" and not is_feminine else case
    done = [
        *(_inflected(word, as_adjective) if _is_adjective(word) else word for word in words[:head]),
        _noun_in_case(words[head], as_case, as_adjective),
    ]
    return " ".join([*done, *words[head + 1 :]])


def _head(words: Sequence[str]) -> int | None:
    """Where the noun that declines stands, behind adjectives in the nominative and «и» between two of them.

    «Уполномоченный по правам» and «исполняющий обязанности» have none but the first word itself.
    """
    for place, word in enumerate(words):
        if word.lower() in PREPOSITIONS or is_acronym(word) or not word[:1].isalpha():
            return None
        follows = words[place + 1] if place + 1 < len(words) else ""
        if _is_adjective(word) and (follows == "и" or _goes_on(follows)):
            continue
        if _is_office_noun(word) or _is_person(word) or (_is_adjective(word) and not _is_noun(follows)):
            return place
        if word not in {"и", "временно"}:
            return None
    return None


def _goes_on(word: str) -> bool:
    return word not in PREPOSITIONS and (_is_office_noun(word) or _is_adjective(word) or _is_person(word))


def _is_office_noun(word: str) -> bool:
    bare = word.lower().removeprefix("экс-")
    return bare in _FIXED or (bare in HEADS and _nominative(word) is not None)


def _is_person(word: str) -> bool:
    """Whether the dictionary has the word as a noun for people: «аудитор», «министр-председатель»."""
    first, _hyphen, last = word.rpartition("-")
    parse = _nominative(last if first.lower() in _BOTH_HALVES else word)
    return parse is not None and parse.is_known and parse.tag.POS == "NOUN" and "anim" in parse.tag


def _is_noun(word: str) -> bool:
    """Whether the word may be a noun in the nominative singular: «голова» in «городской голова»."""
    parse = _nominative(word) if word[:1].isalpha() and not is_acronym(word) else None
    return parse is not None and parse.is_known and parse.tag.POS == "NOUN"


def _is_adjective(word: str) -> bool:
    parse = _nominative(word)
    return parse is not None and parse.tag.POS in {"ADJF", "PRTF"} and "plur" not in parse.tag


def _nominative(word: str) -> Any:
    """The word read as a nominative singular; «старший» as an adjective, «посол» as a person and no salting of fish."""
    readings = [parse for parse in noun_parses(word) if {"nomn", "sing"} <= parse.tag.grammemes]
    nouns = [parse for parse in readings if parse.tag.POS == "NOUN" and "Abbr" not in parse.tag]
    people = [parse for parse in nouns if "anim" in parse.tag and "Name" not in parse.tag]
    adjectives = [parse for parse in readings if parse.tag.POS != "NOUN" and word[-2:] in _OF_ADJECTIVES]
    return next(iter([*adjectives, *people, *nouns]), None)


def _noun_in_case(word: str, case: str, as_adjective: str) -> str:
    """«член-корреспондент» → «члена-корреспондента», «премьер-министр» → «премьер-министра»."""
    bare = word.lower().removeprefix("экс-")
    if bare in _FIXED:
        return word
    *first, last = word.split("-")
    if first and first[-1].lower() in _BOTH_HALVES:
        return "-".join([*first[:-1], _inflected(first[-1], case), _inflected(last, case)])
    if first:
        return "-".join([*first, _inflected(last, case)])
    return _inflected(word, as_adjective if _is_adjective(word) else case)


def _inflected(word: str, case: str) -> str:
    parse = _nominative(word)
    form = parse.inflect({case, "sing"}) if parse is not None else None
    return spelled_like(word, form.word) if form else word
