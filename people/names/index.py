"""From printed forms to the people they may name.

Asked twice a text: first whose family names stand there, then which given names of those people. Given names are
common, and «Александр» alone names thousands; so the site answers both from its NameForm table with few rows, and
an index in memory need not keep them at all.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol

from people.names.declension import guess_gender, name_forms, part_forms
from people.names.keys import name_key
from people.names.records import CaseForm, Gender, NameParts, Part, PartForm
from people.names.words.english import in_parts

Postings = Mapping[str, Sequence[PartForm]]
Entry = tuple[int, NameParts, Sequence[NameParts | str]]


class Index(Protocol):
    """Who bears these keys; keys are ``people.names.keys.name_key``."""

    def families(self, keys: Collection[str]) -> Postings:
        """Family names, whole names, and the given names of people who have no other."""

    def parts(self, asked: Mapping[int, Collection[str]]) -> Postings:
        """Given names and patronymics of people, of each those with the keys that stand near that person's name."""

    def with_patronymic(self, givens: Collection[str], patronymics: Collection[str]) -> set[int]:
        """People one of whose given names and one of whose patronymics are among these keys."""


def build(people: Iterable[Entry], gender: Callable[[NameParts], Gender] | None = None) -> "MemoryIndex":
    """An index in memory of (person id, name, other names); other names are numbered from 1.

    ``gender`` tells how each name is to be declined; without it what the name says of itself.
    """
    return MemoryIndex(people, gender)


class _Shared(NamedTuple):
    """A form of a family name with everybody who bears that name: (person id, name id)."""

    part: Part
    form: CaseForm
    bearers: Sequence[tuple[int, int]]


class MemoryIndex:
    """Names wait, by their first letters, until a text asks for a key that begins so; then they are declined.

    A hundred thousand people are ready in the time it takes to read them, and texts ask for few of their names.
    """

    def __init__(self, people: Iterable[Entry], gender: Callable[[NameParts], Gender] | None = None) -> None:
        self._gender = gender or _gender
        self._names: dict[int, Sequence[NameParts | str]] = {}
        self._waiting: dict[str, list[int]] = defaultdict(list)
        self._families: dict[str, list[_Shared]] = defaultdict(list)
        self._patronymics: dict[str, set[int]] = defaultdict(set)
        for person_id, name, others in people:
            names = self._names[person_id] = (name, *(completed(other, name) for other in others))
            for opening in {_opening(each) for each in names}:
                self._waiting[opening].append(person_id)
            for each in names:
                if isinstance(each, NameParts) and each.patronymic:
                    self._patronymics[name_key(each.patronymic)[:_STEM]].add(person_id)

    def families(self, keys: Collection[str]) -> dict[str, list[PartForm]]:
        for opening in {key[:letters] for key in keys for letters in range(1, _LONGEST_OPENING + 1)}:
            if opening in self._waiting:
                self._decline(opening)
        return {
            key: [
                PartForm(person_id, name_id, part, form.cases, form.form)
                for part, form, bearers in self._families[key]
                for person_id, name_id in bearers
            ]
            for key in keys
            if key in self._families
        }

    def parts(self, asked: Mapping[int, Collection[str]]) -> dict[str, list[PartForm]]:
        found: dict[str, list[PartForm]] = defaultdict(list)
        for person_id, keys in asked.items():
            openings = {key[:1] for key in keys}
            for name_id, each in enumerate(self._names[person_id]):
                for part, form in self._found_second(each, openings):
                    key = name_key(form.form)
                    if key in keys:
                        found[key].append(PartForm(person_id, name_id, part, form.cases, form.form))
        return found

    def with_patronymic(self, givens: Collection[str], patronymics: Collection[str]) -> set[int]:
        near = set().union(*(self._patronymics.get(key[:_STEM], ()) for key in patronymics))
        keys = {*givens, *patronymics}
        found = self.parts(dict.fromkeys(near, keys))
        first = {form.person_id for key in givens for form in found.get(key, ()) if form.part == "given"}
        return first & {form.person_id for key in patronymics for form in found.get(key, ())}

    def _decline(self, opening: str) -> None:
        """Make the forms of all names that begin so, those of each family name once."""
        bearers: dict[NameParts | str, list[tuple[int, int]]] = defaultdict(list)
        for person_id in self._waiting.pop(opening):
            for name_id, each in enumerate(self._names[person_id]):
                if _opening(each) == opening:
                    bearers[self._first_part(each)].append((person_id, name_id))
        for name, people in bearers.items():
            for part, form in name_forms(name):
                if part in {"family", "whole"}:
                    self._families[name_key(form.form)].append(_Shared(part, form, people))

    def _first_part(self, name: NameParts | str) -> NameParts | str:
        """What of a name is looked for first: a whole name, the family name, or the only name there is."""
        if isinstance(name, str):
            return name
        gender = self._gender(name)
        return NameParts(family=name.family, gender=gender) if name.family else NameParts(name.given, gender=gender)

    def _found_second(self, name: NameParts | str, openings: Collection[str]) -> Iterator[tuple[Part, CaseForm]]:
        """The forms of given name and patronymic, if a word of the text begins as they do: no case changes that."""
        if isinstance(name, NameParts):
            words: tuple[tuple[Part, str], ...] = (("given", name.given), ("patronymic", name.patronymic))
            for part, word in words:
                if word and name_key(word)[:1] in openings:
                    yield from ((part, form) for form in part_forms(word, part, self._gender(name)))


_STEM = 4  # letters of a patronymic that no case changes
# Letters by which names wait, and at the end of a name the letters that cases change: «Заяц», «Толстой», «Лев».
_LONGEST_OPENING, _CHANGING = 6, 3
_PIECE_END = re.compile("[ -]")


def _opening(name: NameParts | str) -> str:
    """The first letters of the keys of all forms of a name; empty for a name that no family name is found by."""
    word = name if isinstance(name, str) else name.given if name.is_mononym else name.family
    key = _PIECE_END.split(name_key(word), maxsplit=1)[0]
    return key[: max(1, min(len(key) - _CHANGING, _LONGEST_OPENING))]


def _gender(name: NameParts) -> Gender:
    return name.gender or guess_gender(name)


def completed(other: NameParts | str, primary: NameParts) -> NameParts | str:
    """A former surname alone borrows the given name of the primary name, so that both match together.

    A Latin name typed whole is read in its parts, so that “Olkhov” alone is found too.
    """
    if isinstance(other, str):
        return in_parts(other, primary)
    return replace(
        other,
        given=other.given or primary.given,
        patronymic=other.patronymic or primary.patronymic,
        family=other.family or primary.family,
        gender=other.gender or primary.gender or guess_gender(primary),
    )
