"""Who is in a picture as one line of text: «Асан Токтосунов, Болот Сыдыков; Вера Осокина», rows parted by «;»."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from people.models import Person
from people.names.matcher import find_names
from people.naming import RecordIndex
from search.words import search_key

from .. import who
from ..models import PersonShown, Photo


@dataclass(frozen=True)
class Chip:
    """Somebody of the line: on record, one of several on record, or nobody the record knows."""

    name: str
    person: Person | None = None
    office: str = ""
    others: tuple[Person, ...] = ()

    @property
    def is_several(self) -> bool:
        return self.person is None and bool(self.others)


def line_of(shown: Iterable[PersonShown]) -> str:
    """The line for these people, front row first, from the left."""
    rows: dict[int, list[str]] = {}
    for one in sorted(shown, key=lambda each: (each.row, each.position)):
        rows.setdefault(one.row, []).append(one.full_name)
    return "; ".join(", ".join(names) for names in rows.values())


def names_in(line: str) -> list[tuple[int, int, str]]:
    """The names of a line with the row and the place from the left of each."""
    rows = [[name for name in re.split(r"\s*,\s*", row.strip()) if name] for row in re.split(r"[;\n]", line)]
    return [
        (row, place, name) for row, names in enumerate(filter(None, rows), 1) for place, name in enumerate(names, 1)
    ]


def read(photo: Photo, line: str, chosen: Mapping[str, int]) -> list[who.Found]:
    """The people of a line, to be shown in that photo.

    Whoever stands there already keeps record and office; ``chosen`` says which record a name means; of the rest exactly
    one person on record is taken, or the name stays as typed.
    """
    before = {search_key(one.full_name): one for one in photo.persons_shown.select_related("person")}
    people = Person.objects.filter(merged_into=None).in_bulk(chosen.values())
    named = names_in(line)
    new = [name for _row, _place, name in named if search_key(name) not in before and name not in chosen]
    known = {one.name: one.person for one in who.named_in("", who.day_of(photo), new)} if new else {}
    found: dict[object, who.Found] = {}
    for row, place, name in named:
        old = before.get(search_key(name))
        person = people.get(chosen.get(name, 0)) or (old.person if old else known.get(name))
        one = who.Found(person, name, old.office if old else "", row, place)
        found.setdefault(person.pk if person else search_key(name), one)  # nobody stands in a picture twice
    return list(found.values())


def chips_of(shown: Collection[PersonShown], others: Mapping[str, tuple[Person, ...]]) -> list[Chip]:
    """The people of a photo as its line shows them beneath."""
    ordered = sorted(shown, key=lambda each: (each.row, each.position))
    return [Chip(one.full_name, one.person, one.office, others.get(one.full_name, ())) for one in ordered]


def several(names: Collection[str]) -> dict[str, tuple[Person, ...]]:
    """Name -> the people on record who may be meant, for names nobody could decide; a few queries for a whole sheet."""
    names = list(dict.fromkeys(names))
    if not names:
        return {}
    starts, at = [], 0
    for name in names:
        starts.append(at)
        at += len(name) + 1
    meant: dict[str, set[int]] = {}
    for span in find_names("\n".join(names), RecordIndex()):
        name = max((start, name) for start, name in zip(starts, names, strict=True) if start <= span.start)[1]
        meant.setdefault(name, set()).update(span.candidates)
    people = Person.objects.filter(merged_into=None).in_bulk({pk for ids in meant.values() for pk in ids})
    return {
        name: tuple(sorted((people[pk] for pk in ids if pk in people), key=lambda person: person.sort_key))[:8]
        for name, ids in meant.items()
    }
