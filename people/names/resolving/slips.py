"""Names no index finds, of people the story has introduced: misprinted ones, and given names alone.

«Гернстенталер» in a story of a Герстенталер; «Азамат родился в Оше». The bar is high: other surnames look alike, and
other people are called Азамат.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from people.names.declension import guess_gender, part_forms
from people.names.finding.tokens import Word, runs, words_of
from people.names.keys import name_key
from people.names.records import Gender, Kind, NameParts, NameSpan
from people.names.resolving.context import Context
from people.names.resolving.variants import given_forms
from people.names.words.capitals import is_also_common, is_in_dictionary, is_plain
from people.names.words.likeness import is_misprint, skeleton
from people.names.words.readings import is_family_name, is_ordinary

_VOWELS = re.compile(r"[аеиоуюя]")
_SHORT, _LONG = 5, 8  # letters of a name that can be misprinted; from which a wrong consonant is no other name

# A word in its run of capitalised words: where the run begins, the words, the place among them.
Place = tuple[int, Sequence[Word], int]


class Slips:
    """A story, the people it introduces with the names it gives them, and the places already spoken for."""

    def __init__(
        self,
        context: Context,
        people: Mapping[int, NameParts],
        first: Mapping[int, int],
        spans: Sequence[NameSpan],
    ) -> None:
        self._context = context
        self._first = first
        self._taken = {at for span in spans for at in range(span.start, span.end)}
        self._givens: dict[str, set[int]] = defaultdict(set)
        self._families: dict[str, list[tuple[int, NameParts]]] = defaultdict(list)
        for person_id, name in people.items():
            for key in given_forms(name):
                self._givens[key].add(person_id)
            if len(name.family) >= _SHORT:
                self._families[skeleton(name.family)[:1]].append((person_id, name))

    def find(self) -> Iterator[NameSpan]:
        """Further places of these people; each has one candidate."""
        if not self._givens and not self._families:
            return
        given, other = self._words()
        alone = [place for place in given if _stands_alone(place)]
        shared = {person_id for place in given if place not in alone for person_id in self._bearers(place)}
        for place in given:
            bearers = self._bearers(place)
            if place in alone:
                if bearers.isdisjoint(shared):
                    yield from self._given_alone(place, bearers)
            elif following := self._following(place):
                yield from self._one("full", place, following, self._misprinted(following, bearers))
        for place in other:
            yield from self._one("surname", place, _word(place), self._misprinted_alone(place))

    def _words(self) -> tuple[list[Place], list[Place]]:
        """Open words that are a given name of the story, and the others that may be a misprint of a family name."""
        given: list[Place] = []
        other: list[Place] = []
        for start, run in runs(self._context.text):
            words = words_of(run)
            for at, word in enumerate(words):
                if word.is_capital and not word.is_initial and start + word.start not in self._taken:
                    if name_key(word.text) in self._givens:
                        given.append((start, words, at))
                    elif len(word.text) >= _SHORT and skeleton(word.text)[:1] in self._families:
                        other.append((start, words, at))
        return given, other

    def _bearers(self, place: Place) -> set[int]:
        return self._givens[name_key(_word(place).text)]

    def _following(self, place: Place) -> Word | None:
        """The capitalised word behind a given name, if no verdict speaks of it."""
        start, words, at = place
        word = words[at + 1] if at + 1 < len(words) else None
        is_open = word is not None and word.is_joined and word.is_capital and start + word.start not in self._taken
        return word if is_open else None

    def _given_alone(self, place: Place, bearers: Collection[int]) -> Iterator[NameSpan]:
        """A given name of somebody named before, unless a town, a saint or a common word is meant."""
        start = place[0] + _word(place).start
        named = [person_id for person_id in bearers if self._first[person_id] < start]
        for span in self._one("given", place, _word(place), named):
            is_other = self._context.is_place(span) or self._context.is_thing(span) or self._context.has_title(span)
            if not is_other and not is_also_common(span.surface):
                yield span

    def _one(self, kind: Kind, place: Place, last: Word, meant: Collection[int]) -> Iterator[NameSpan]:
        if len(meant) == 1:
            start, end = place[0] + _word(place).start, place[0] + last.end
            yield NameSpan(start, end, self._context.text[start:end], kind, tuple(meant), is_exact=False)

    def _misprinted(self, word: Word, people: Collection[int]) -> list[int]:
        near = self._families.get(skeleton(word.text)[:1], ())
        return [
            person_id for person_id, name in near if person_id in people and is_misprint(word.text, _family_forms(name))
        ]

    def _misprinted_alone(self, place: Place) -> list[int]:
        """Without the given name beside it: not «Сулейманов» for Сулайманов, which are two families."""
        if not _stands_alone(place):
            return []
        word = _word(place)
        key = skeleton(word.text)
        near = [
            (person_id, alike)
            for person_id, name in self._families[key[:1]]
            # the slip is in the stem: «Скрипалей» are several, «Болотово» is a village
            if (alike := [form for form in _family_forms(name) if skeleton(form)[-2:] == key[-2:]])
            and is_misprint(word.text, alike)
        ]
        if not near or is_family_name(word.text) or is_in_dictionary(word.text):
            return []
        consonants = _VOWELS.sub("", key)
        return [
            person_id
            for person_id, forms in near
            if len(key) >= _LONG or any(_VOWELS.sub("", skeleton(form)) == consonants for form in forms)
        ]


def _word(place: Place) -> Word:
    _, words, at = place
    return words[at]


def _stands_alone(place: Place) -> bool:
    """No name beside it: «Вчера | Азамат», but not «Азамат Беков»."""
    _, words, at = place
    before = words[at - 1] if at and words[at].is_joined else None
    after = words[at + 1] if at + 1 < len(words) and words[at + 1].is_joined else None
    return after is None and (before is None or is_plain(before) or is_ordinary(before.text))


def _family_forms(name: NameParts) -> tuple[str, ...]:
    return _forms(name.family, name.gender or guess_gender(name))


@lru_cache(maxsize=1 << 12)
def _forms(family: str, gender: Gender) -> tuple[str, ...]:
    return tuple(form.form for form in part_forms(family, "family", gender)) if family else ()
