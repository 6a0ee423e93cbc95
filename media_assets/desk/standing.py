"""The people of a photo as its page holds them, saved or not: read from words, worded, held against the words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from people.models import Person
from people.names.offices import Office
from people.names.records import NameParts

from .. import who
from ..alt_text import propose_alt
from ..captions import Shown, compose_caption
from ..comparing import Placed

_MOST_PEOPLE = 200  # a photograph of a graduating class


@dataclass(frozen=True)
class Standing:
    """Somebody in the list beside the picture; row 1 is the front, position 0 is not said."""

    person: Person | None
    name: str
    office: str
    row: int
    position: int

    @property
    def parts(self) -> NameParts:
        if self.person:
            return self.person.name_parts
        given, _space, family = self.name.rpartition(" ")
        return NameParts(given=given, family=family)

    @property
    def placed(self) -> Placed:
        return Placed(self.parts, self.row, self.position, self.person.pk if self.person else None)


def standing(rows: Sequence[Mapping[str, Any]]) -> list[Standing]:
    """The people of the page, front row first; a row that names nobody yet is left out."""
    rows = [row for row in rows[:_MOST_PEOPLE] if isinstance(row, Mapping)]
    people = Person.objects.in_bulk({_number(row.get("person")) for row in rows} - {0})
    found = [
        Standing(
            people.get(_number(row.get("person"))),
            str(row.get("name") or "").strip(),
            str(row.get("office") or "").strip(),
            _number(row.get("row")) or 1,
            _number(row.get("position")),
        )
        for row in rows
    ]
    return sorted((one for one in found if one.person or one.name), key=lambda one: (one.row, one.position))


def saved(photo) -> list[Standing]:
    """The people of a photo as they are saved."""
    shown = photo.persons_shown.all()
    return [Standing(each.person, each.name, each.office, each.row, each.position) for each in shown]


def read(text: str, day: date) -> list[Standing]:
    """Who the words show, matched to the record, in their order; with the place where the words tell it."""
    found = who.named_in(text, day)
    return [Standing(one.person, one.name, one.office, one.row, one.position) for one in found]


def contradictions(text: str, people: Sequence[Standing], day: date) -> list[str]:
    """Where the words and these people differ, in sentences; nothing while one side has nobody."""
    return who.contradictions(text, [one.placed for one in people], day)


def compose(people: Sequence[Standing], language: str, day: date) -> str:
    """The caption these people make in that language, with the names and offices of that day.

    What an editor worded stays in Russian; another edition takes the office on record where it has one in its language.
    """
    shown = []
    for one in people:
        name = NameParts(given=one.person.name_on(day, language) if one.person else one.name)
        wording = _office(one, language, day)
        offices = (Office(wording, wording, "", "", "other", "", False, False, 0, 0),) if wording else ()
        shown.append(Shown(one.position, name, offices, "", 0, 0, row=one.row))
    return compose_caption(shown, language)


def alt(people: Sequence[Standing], description: str) -> str:
    """The alternative text that follows from who is shown and what the description says; empty when nothing does."""
    return propose_alt([one.placed for one in people], description, settings.LANGUAGE_CODE)


def _office(one: Standing, language: str, day: date) -> str:
    if one.person is None or (one.office and language == settings.LANGUAGE_CODE):
        return one.office
    held = next(iter(one.person.offices_on(day)), None)
    if held is None:
        return one.office
    label = held.label_on(day, language)
    is_translated = label != held.label_on(day, settings.LANGUAGE_CODE)
    return label if is_translated or not one.office else one.office


def _number(value: object) -> int:
    text = str(value or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
