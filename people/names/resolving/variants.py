"""A given name spelled another way beside a surname on record: «Раймонд Паулс» of a Раймон Паулс.

Records are noisy, and so is print: a name left undeclined («с Садыр Жапаровым»), a record whose nominative is none,
a letter more or less, a second given name. Such a name is widened to a full one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from people.names.declension import guess_gender, part_forms
from people.names.finding.tokens import Word
from people.names.keys import name_key
from people.names.records import Gender, NameParts, NameSpan, PersonFacts
from people.names.resolving.context import Context
from people.names.words.likeness import is_misprint, skeleton
from people.names.words.readings import LIKELY, readings

# Bearers of a surname up to which a letter off in the given name still means one of them.
_FEW = 3


def widened(spans: Sequence[NameSpan], facts: Mapping[int, PersonFacts], context: Context) -> list[NameSpan]:
    """The spans, of which a bare surname behind another spelling of its bearer's given name is a full name."""
    introduced = {span.candidates[0] for span in spans if span.kind == "full" and len(span.candidates) == 1}
    return [_widened(span, facts, context, introduced) if span.kind == "surname" else span for span in spans]


def _widened(span: NameSpan, facts: Mapping[int, PersonFacts], context: Context, introduced: set[int]) -> NameSpan:
    names = {person_id: facts[person_id].name for person_id in span.candidates if person_id in facts}
    before, behind = context.word_before(span), context.word_after(span)
    if before is not None and before.is_capital and not before.is_initial:
        meant = _bearers(before, names, introduced)
        if _is_one_name(meant, names):
            return _full(span, before.start, span.end, meant, context)
    if behind is not None and behind.is_capital:
        meant = [person_id for person_id, name in names.items() if _is_form(behind, name)]
        if _is_one_name(meant, names):
            return _full(span, span.start, behind.end, meant, context)
    return span


def _is_one_name(meant: Sequence[int], names: Mapping[int, NameParts]) -> bool:
    """Whether these are one person, or namesakes: other evidence tells those apart."""
    return len({names[person_id].given for person_id in meant}) == 1


def _bearers(given: Word, names: Mapping[int, NameParts], introduced: set[int]) -> list[int]:
    """Whose given name it is, in any case or, of few people or those introduced, a letter off."""
    meant = [person_id for person_id, name in names.items() if _is_form(given, name)]
    if not meant and len(names) <= _FEW:
        meant = [person_id for person_id, name in names.items() if _is_alike(given, name)]
    return meant or [person_id for person_id in names.keys() & introduced if _is_alike(given, names[person_id])]


def _full(span: NameSpan, start: int, end: int, people: Sequence[int], context: Context) -> NameSpan:
    return replace(
        span,
        start=start,
        end=end,
        surface=context.text[start:end],
        kind="full",
        candidates=tuple(sorted(people)),
        is_exact=False,
    )


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
