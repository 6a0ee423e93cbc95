"""From printed forms to the people they may name.

Asked twice a text: first whose family names stand there, then which given names of those people. Given names are
common, and «Александр» alone names thousands; so the site answers both from its NameForm table with few rows, and
an index in memory need not keep them at all.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from people.names.declension import guess_gender, name_forms, part_forms
from people.names.english import in_parts
from people.names.keys import name_key
from people.names.records import CaseForm, Gender, NameParts, Part, PartForm

Postings = Mapping[str, Sequence[PartForm]]
Entry = tuple[int, NameParts, Sequence[NameParts | str]]


class Index(Protocol):
    """Who bears these keys; keys are ``people.names.keys.name_key``."""

    def families(self, keys: Collection[str]) -> Postings:
        """Family names, whole names, and the given names of people who have no other."""

    def parts(self, keys: Collection[str], people: Collection[int]) -> Postings:
        """Given names and patronymics of these people."""

    def with_patronymic(self, givens: Collection[str], patronymics: Collection[str]) -> set[int]:
        """People one of whose given names and one of whose patronymics are among these keys."""


def build(people: Iterable[Entry]) -> "MemoryIndex":
    """An index in memory of (person id, name, other names); other names are numbered from 1."""
    return MemoryIndex(people)


class MemoryIndex:
    """Family names by key; given names and patronymics are declined when their bearer is asked about."""

    def __init__(self, people: Iterable[Entry]) -> None:
        self._names: dict[int, list[NameParts | str]] = {}
        self._families: dict[str, list[PartForm]] = defaultdict(list)
        self._patronymics: dict[str, set[int]] = defaultdict(set)
        for person_id, name, others in people:
            self._names[person_id] = [name, *(completed(other, name) for other in others)]
            for name_id, each in enumerate(self._names[person_id]):
                for part, form in _found_first(each):
                    key = name_key(form.form)
                    self._families[key].append(PartForm(person_id, name_id, part, form.cases, form.form))
                if isinstance(each, NameParts) and each.patronymic:
                    self._patronymics[name_key(each.patronymic)[:_STEM]].add(person_id)

    def families(self, keys: Collection[str]) -> dict[str, list[PartForm]]:
        return {key: self._families[key] for key in keys if key in self._families}

    def parts(self, keys: Collection[str], people: Collection[int]) -> dict[str, list[PartForm]]:
        found: dict[str, list[PartForm]] = defaultdict(list)
        openings = {key[:1] for key in keys}
        for person_id in people:
            for name_id, each in enumerate(self._names[person_id]):
                for part, form in _found_second(each, openings):
                    key = name_key(form.form)
                    if key in keys:
                        found[key].append(PartForm(person_id, name_id, part, form.cases, form.form))
        return found

    def with_patronymic(self, givens: Collection[str], patronymics: Collection[str]) -> set[int]:
        near = set().union(*(self._patronymics.get(key[:_STEM], ()) for key in patronymics))
        found = self.parts({*givens, *patronymics}, near)
        first = {form.person_id for key in givens for form in found.get(key, ()) if form.part == "given"}
        return first & {form.person_id for key in patronymics for form in found.get(key, ())}


_STEM = 4  # letters of a patronymic that no case changes


def _found_first(name: NameParts | str) -> Iterator[tuple[Part, CaseForm]]:
    if isinstance(name, str) or name.is_mononym:
        yield from ((part, form) for part, form in name_forms(name) if part in {"family", "whole"})
    elif name.family:
        yield from (("family", form) for form in part_forms(name.family, "family", _gender(name)))


def _found_second(name: NameParts | str, openings: Collection[str]) -> Iterator[tuple[Part, CaseForm]]:
    """The forms of given name and patronymic, if a word of the text begins as they do: no case changes that letter."""
    if isinstance(name, NameParts):
        words: tuple[tuple[Part, str], ...] = (("given", name.given), ("patronymic", name.patronymic))
        for part, word in words:
            if word and name_key(word)[:1] in openings:
                yield from ((part, form) for form in part_forms(word, part, _gender(name)))


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
