"""Names no index finds, of people the story has introduced: misprinted ones, and given names alone.

«Гернстенталер» in a story of a Герстенталер; «Азамат родился в Оше». The bar is high: other surnames look alike, and
other people are called Азамат.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from people.names.context import Context, is_also_common, is_in_dictionary, is_plain
from people.names.declension import guess_gender, part_forms
from people.names.keys import name_key
from people.names.likeness import is_misprint, skeleton
from people.names.readings import is_family_name, is_ordinary
from people.names.records import Gender, Kind, NameParts, NameSpan
from people.names.tokens import Word, runs, split_words
from people.names.variants import given_forms

_VOWELS = re.compile(r"[аеиоуюя]")
_LONG = 8  # letters from which a wrong consonant is a slip and no other name


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
        self._people = people
        self._first = first
        self._taken = {at for span in spans for at in range(span.start, span.end)}
        stretches = (split_words(context.text, start, start + len(run)) for start, run in runs(context.text))
        self._runs = [words for words in stretches if any(map(self._is_open, words))]
        self._givens: dict[str, set[int]] = defaultdict(set)
        for person_id, name in people.items():
            for key in given_forms(name):
                self._givens[key].add(person_id)

    def find(self) -> Iterator[NameSpan]:
        """Further places of these people; each has one candidate."""
        shared = self._with_strangers()
        for run in self._runs:
            for place, word in enumerate(run):
                bearers = self._givens.get(name_key(word.text), set())
                following = run[place + 1] if place + 1 < len(run) else None
                if not self._is_open(word):
                    continue
                if following and following.is_joined and bearers:
                    if self._is_open(following):
                        yield from self._one("full", word.start, following.end, self._misprinted(following, bearers))
                elif _stands_alone(run, place):
                    if not bearers:
                        yield from self._one("surname", word.start, word.end, self._misprinted_alone(word))
                    elif bearers.isdisjoint(shared) and self._is_name(word):
                        named = {person_id for person_id in bearers if self._first[person_id] < word.start}
                        yield from self._one("given", word.start, word.end, named)

    def _one(self, kind: Kind, start: int, end: int, meant: Collection[int]) -> Iterator[NameSpan]:
        if len(meant) == 1:
            yield NameSpan(start, end, self._context.text[start:end], kind, tuple(meant), is_exact=False)

    def _is_open(self, word: Word) -> bool:
        return word.is_capital and not word.is_initial and word.start not in self._taken

    def _with_strangers(self) -> set[int]:
        """People whose given name stands beside another surname too: somebody else of the story is called so."""
        beside = (
            name_key(word.text)
            for run in self._runs
            for place, word in enumerate(run)
            if self._is_open(word) and not _stands_alone(run, place)
        )
        return {person_id for key in beside for person_id in self._givens.get(key, ())}

    def _is_name(self, word: Word) -> bool:
        """Whether a given name alone is that, and no town, saint or common word."""
        span = NameSpan(word.start, word.end, word.text, "given", ())
        return not (
            self._context.is_place(span)
            or self._context.is_thing(span)
            or self._context.has_title(span)
            or is_also_common(word.text)
        )

    def _misprinted(self, word: Word, people: Collection[int]) -> list[int]:
        return [person_id for person_id in people if is_misprint(word.text, _family_forms(self._people[person_id]))]

    def _misprinted_alone(self, word: Word) -> list[int]:
        """Without the given name beside it: not «Сулейманов» for Сулайманов, which are two families."""
        people = self._misprinted(word, self._people)
        if not people or is_family_name(word.text) or is_in_dictionary(word.text):
            return []
        consonants = _VOWELS.sub("", skeleton(word.text))
        return [
            person_id
            for person_id in people
            if len(skeleton(word.text)) >= _LONG
            or any(_VOWELS.sub("", skeleton(form)) == consonants for form in _family_forms(self._people[person_id]))
        ]


def _stands_alone(run: Sequence[Word], place: int) -> bool:
    """No name beside it: «Вчера | Азамат», but not «Азамат Беков»."""
    word = run[place]
    before = run[place - 1] if place and word.is_joined else None
    after = run[place + 1] if place + 1 < len(run) and run[place + 1].is_joined else None
    return after is None and (before is None or is_plain(before) or is_ordinary(before.text))


def _family_forms(name: NameParts) -> tuple[str, ...]:
    return _forms(name.family, name.gender or guess_gender(name))


@lru_cache(maxsize=1 << 12)
def _forms(family: str, gender: Gender) -> tuple[str, ...]:
    return tuple(form.form for form in part_forms(family, "family", gender)) if family else ()
