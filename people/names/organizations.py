"""Organizations on record, found in a text: «в ОДКБ», «МИДом Киргизии», «российский МИД», «УКМКнын».

One is linked when it alone can be meant. «МИД» without a country is that of the country the text gave it elsewhere,
else the only one on record, unless the text spoke of another country's; else the editor is asked.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from people.names.keys import exact_key
from people.names.organization.forms import country_named, keys_of_country
from people.names.organization.places import Country, Phrase, country_beside, goes_on, is_something_else, phrases
from people.names.words.capitals import is_in_dictionary
from people.names.words.phrases import is_acronym
from search.language import kyrgyz_places

_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?…\n])[\s—–-]*$")
# «Минфин», «Госдума», «Кабмин»: in the dictionary, and never a plain word.
_COMPOUND = re.compile(r"(?:мин|гос|ген|нац|каб)(?:[бвгджзклмнпрсфхцчшщю]|тр)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OrganizationForm:
    """Whose name a form is.

    ``is_bare``: it leaves out the organization's ``country``, so the text must tell that. Without any country an
    international organization is meant in every text, another only where the text gives no country either.
    """

    organization_id: int
    form: str
    country: str = ""
    is_bare: bool = False
    is_international: bool = False


@dataclass(frozen=True, slots=True)
class OrganizationSpan:
    """A place that names one of ``candidates``; which one, if that is sure. Half-open code-point offsets."""

    start: int
    end: int
    surface: str
    candidates: tuple[int, ...]
    organization_id: int | None


# From keys (``people.names.keys.name_key`` of whole names, in any case) to whose they are.
Lookup = Callable[[Collection[str]], Mapping[str, Sequence[OrganizationForm]]]


@dataclass(frozen=True, slots=True)
class _Place:
    """A name in the text: who is meant for sure, who by the bare name, and whether another country's is."""

    start: int
    end: int
    sure: frozenset[int]
    bare: frozenset[int]
    is_foreign: bool
    is_weak: bool


def find_organizations(text: str, lookup: Lookup, taken: Iterable[tuple[int, int]] = ()) -> list[OrganizationSpan]:
    """Find the organizations on record in plain text, in reading order; ``lookup`` is asked once.

    ``taken`` are the stretches that name people: no organization is found inside them. The longest name wins.
    """
    return find_organizations_in_all([(text, taken)], lookup)[0]


def find_organizations_in_all(
    texts: Sequence[tuple[str, Iterable[tuple[int, int]]]], lookup: Lookup
) -> list[list[OrganizationSpan]]:
    """The same for many texts, each with its taken stretches; ``lookup`` is asked once for all of them."""
    asked = [list(_phrases(text)) for text, _ in texts]
    postings = lookup({key for here in asked for phrase in here for key in phrase.keys})
    if not postings:
        return [[] for _ in texts]
    return [_found(text, here, postings, sorted(taken)) for (text, taken), here in zip(texts, asked, strict=True)]


def _phrases(text: str) -> Iterator[Phrase]:
    is_kyrgyz, offset = kyrgyz_places(text), 0
    for line in text.split("\n"):
        for phrase in _phrases_of_line(line, is_kyrgyz(offset)):
            yield Phrase(phrase.start + offset, phrase.end + offset, phrase.keys)
        offset += len(line) + 1


@lru_cache(maxsize=1 << 10)
def _phrases_of_line(line: str, is_kyrgyz: bool) -> tuple[Phrase, ...]:
    """Those of one line. Kept: while somebody writes, the other lines are read again with every pause."""
    return tuple(phrases(line, lambda _offset: is_kyrgyz))


def _found(
    text: str,
    asked: Iterable[Phrase],
    postings: Mapping[str, Sequence[OrganizationForm]],
    people: Sequence[tuple[int, int]],
) -> list[OrganizationSpan]:
    is_kyrgyz = kyrgyz_places(text)
    starts = {start for start, _ in people}
    places = [
        place
        for phrase in asked
        if (forms := _forms(text, phrase, postings))
        and (place := _place(text, phrase, forms, starts.__contains__, is_kyrgyz=is_kyrgyz(phrase.start)))
    ]
    return list(_resolved(text, list(_longest(places, people))))


def _forms(text: str, phrase: Phrase, postings: Mapping[str, Sequence[OrganizationForm]]) -> list[OrganizationForm]:
    """Whose name the phrase is; an abbreviation only in capitals, since «он» is not the ООН."""
    surface = text[phrase.start : phrase.end]
    return [
        form
        for key in phrase.keys
        for form in postings.get(key, ())
        if all(word in surface for word in form.form.split() if is_acronym(word))
    ]


def _place(
    text: str,
    phrase: Phrase,
    forms: Sequence[OrganizationForm],
    is_person: Callable[[int], bool],
    *,
    is_kyrgyz: bool,
) -> _Place | None:
    """What a name in the text says together with the country beside it; None where it is part of a longer name."""
    start, end = phrase.start, phrase.end
    sure = frozenset(form.organization_id for form in forms if form.country and not form.is_bare)
    if sure:
        return _Place(start, end, sure, frozenset(), is_foreign=False, is_weak=False)
    if is_something_else(text, start, end) or (not is_kyrgyz and goes_on(text, start, end)):
        return None
    everywhere = frozenset(form.organization_id for form in forms if form.is_international)
    if everywhere:
        return _Place(start, end, everywhere, frozenset(), is_foreign=False, is_weak=False)
    country = country_beside(text, start, end, is_person, is_kyrgyz=is_kyrgyz)
    bare = frozenset(form.organization_id for form in forms)
    if not country.name:
        return _Place(start, end, frozenset(), bare, is_foreign=False, is_weak=_is_weak(text, start, end))
    sure = frozenset(form.organization_id for form in forms if _is_of(form.country, country))
    if sure:
        return _Place(country.start, country.end, sure, frozenset(), is_foreign=False, is_weak=False)
    return _Place(start, end, frozenset(), bare, is_foreign=True, is_weak=False)


def _is_of(own: str, given: Country) -> bool:
    """Whether the country of an organization is the one the text gives: «Лаковии» or «лаковский» of Лаковия."""
    if not own:
        return False
    printed = exact_key(given.name)
    if country_named(own) == given.name or printed in keys_of_country(own):
        return True
    return given.name.islower() and printed[:4] == exact_key(own)[:4]


def _is_weak(text: str, start: int, end: int) -> bool:
    """A name that may be plain words: «правительство» in small letters, «Единство» at the head of a sentence."""
    surface = text[start:end]
    if surface.islower():
        return True
    opens_sentence = _SENTENCE_BEFORE.search(text, max(0, start - 8), start)
    is_plain = surface.isalpha() and not surface.isupper() and not _COMPOUND.match(surface)
    return bool(opens_sentence) and is_plain and is_in_dictionary(surface)


def _longest(places: Iterable[_Place], people: Iterable[tuple[int, int]]) -> Iterator[_Place]:
    """The places without those inside a longer one, or touching a person's name."""
    taken: set[int] = {offset for start, end in people for offset in range(start, end)}
    for place in sorted(places, key=lambda place: (place.start - place.end, not place.sure)):
        if taken.isdisjoint(range(place.start, place.end)):
            taken.update(range(place.start, place.end))
            yield place


def _resolved(text: str, places: Sequence[_Place]) -> Iterator[OrganizationSpan]:
    introduced = frozenset[int]().union(*(place.sure for place in places))
    foreign = frozenset[int]().union(*(place.bare for place in places if place.is_foreign))
    for place in sorted(places, key=lambda place: place.start):
        here = place.bare & introduced
        if place.is_foreign or (place.is_weak and not here):
            continue
        candidates = place.sure or here or place.bare
        is_meant = len(candidates) == 1 and not (place.bare & foreign)
        yield OrganizationSpan(
            place.start,
            place.end,
            text[place.start : place.end],
            tuple(sorted(candidates)),
            next(iter(candidates)) if is_meant else None,
        )
