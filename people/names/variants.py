"""A given name spelled another way beside a surname on record: «Раймонд Паулс» of a Раймон Паулс.

Records are noisy, and so is print: a name left undeclined («с Садыр Жапаровым»), a record whose nominative is none,
a letter more or less, a second given name. Such a name is widened to a full one, of exactly one person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from people.names.context import Context
from people.names.declension import guess_gender, part_forms
from people.names.keys import name_key
from people.names.likeness import is_misprint, skeleton
from people.names.readings import LIKELY, readings
from people.names.records import Gender, NameParts, NameSpan, PersonFacts
from people.names.tokens import Word

# Bearers of a surname up to which a letter off in the given name still means one of them.
_FEW = 3


def widened(spans: Sequence[NameSpan], facts: Mapping[int, PersonFacts], context: Context) -> list[NameSpan]:
    """The spans, of which a bare surname behind another spelling of its bearer's given name is a full name."""
    introduced = {span.candidates[0] for span in spans if span.kind == "full" and len(span.candidates) == 1}
    return [_widened(span, facts, context, introduced) if span.kind == "surname" else span for span in spans]


def _widened(span: NameSpan, facts: Mapping[int, PersonFacts], context: Context, introduced: set[int]) -> NameSpan:
    word = context.word_before(span)
    if word is None or not word.is_capital or word.is_initial:
        return span
    names = {person_id: facts[person_id].name for person_id in span.candidates if person_id in facts}
    meant = [person_id for person_id, name in names.items() if _is_form(word, name)]
    if not meant and len(names) <= _FEW:
        meant = [person_id for person_id, name in names.items() if _is_alike(word, name)]
    if not meant:
        meant = [person_id for person_id in names.keys() & introduced if _is_alike(word, names[person_id])]
    if len(meant) != 1:
        return span
    surface = context.text[word.start : span.end]
    return replace(span, start=word.start, surface=surface, kind="full", candidates=(meant[0],), is_exact=False)


def _is_form(word: Word, name: NameParts) -> bool:
    """Whether it is the given name in some case, though not in the case of the surname."""
    return name_key(word.text) in given_forms(name)


def _is_alike(word: Word, name: NameParts) -> bool:
    printed, given = word.text, name.given
    if not given or given.isascii() != printed.isascii():
        return False
    if skeleton(printed.partition("-")[0]) == skeleton(given.partition("-")[0]):
        return True
    if _are_different_names(printed, given):
        return False
    return is_misprint(printed, tuple(given_forms(name)))


def _are_different_names(printed: str, given: str) -> bool:
    """Whether both are known given names, and not one: «Виктор» and «Виктория», «Азим» and «Азиз»."""
    one, other = _known_names(printed), _known_names(given)
    return bool(one and other and not one & other)


@lru_cache(maxsize=1 << 12)
def _known_names(word: str) -> frozenset[str]:
    return frozenset(
        skeleton(reading.nominative)
        for reading in readings(word)
        if reading.role == "given" and reading.weight >= LIKELY
    )


def given_forms(name: NameParts) -> frozenset[str]:
    """Keys of every case form of the given name."""
    return _forms(name.given, name.gender or guess_gender(name))


@lru_cache(maxsize=1 << 12)
def _forms(given: str, gender: Gender) -> frozenset[str]:
    return frozenset(name_key(form.form) for form in part_forms(given, "given", gender)) if given else frozenset()
