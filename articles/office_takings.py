"""Who takes or leaves an office in a version of an article, on record or named there for the first time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from people.dates import PartialDate
from people.models import Person
from people.names.discover import discover
from people.names.office.changes import Change, changes_told, may_tell
from people.names.office.given import Range, cases_printed, direct_speech
from people.names.records import NameParts

from .office_reading import Part, Reading

_LINE = re.compile(r"[^\n]+")
# A biography tells of offices taken years ago; a story tells of this month's, or announces one.
_LATELY, _SOON = timedelta(days=62), timedelta(days=366)


@dataclass(frozen=True)
class Taking:
    """Somebody who takes or leaves an office in a text: on record, or named there for the first time."""

    part: Part
    name: NameParts
    person: Person | None
    change: Change

    @property
    def when(self) -> PartialDate:
        return PartialDate(*self.change.day) if self.change.day else PartialDate.of(self.part.day)

    @property
    def is_lately(self) -> bool:
        return self.part.day - _LATELY <= self.when.latest and self.when.earliest <= self.part.day + _SOON


def takings(reading: Reading) -> Iterator[Taking]:
    """Everybody who takes or leaves an office in the version, in the order of the text."""
    for part in reading.parts():
        said = [*part.quoted, *direct_speech(part.text)]
        for line in _LINE.finditer(part.text):
            if may_tell(part.text, *line.span()):
                yield from (each for each in _takings_in(part, line.span(), said) if each.is_lately)


def _takings_in(part: Part, line: Range, said: Sequence[Range]) -> Iterator[Taking]:
    people = _named_in(part, line)
    places = sorted(people)
    before = [line[0], *(stop for _start, stop in places)]
    after = [*(start for start, _stop in places[1:]), line[1]]
    for (start, stop), first, last in zip(places, before, after, strict=False):
        if any(a <= start and stop <= b for a, b in said):
            continue
        name, person = people[start, stop]
        cases = cases_printed(part.text[start:stop], name)
        for change in changes_told(part.text, start, stop, (first, last), cases, part.day):
            yield Taking(part, name, person, change)


def _named_in(part: Part, line: Range) -> dict[Range, tuple[NameParts, Person | None]]:
    """Everybody a paragraph names, on record or not, by place."""
    named = ((each.start, each.end, each.person) for each in part.named)
    people: dict[Range, tuple[NameParts, Person | None]] = {
        (start, stop): (person.name_parts, person) for start, stop, person in named if line[0] <= start < line[1]
    }
    for proposal in discover(part.text[slice(*line)]):
        for start, stop in ((line[0] + a, line[0] + b) for a, b in proposal.mentions):
            if not any(a < stop and start < b for a, b in people):
                people[start, stop] = (proposal.name, None)
    return people
