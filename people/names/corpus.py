"""The engine over files: people and texts as JSON lines in, who each text names as JSON lines out. No database.

A person is a line with ``person_id``, ``given``, ``patronymic``, ``family``, ``gender``, ``aliases`` and
``memberships`` (post, organization, start, end); a text one with ``doc_id``, ``text`` and ``date``. Offsets are
code points. Popolo's ends are inclusive here, as in every exchange file.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from sys import intern
from typing import Any

from people.names.declension import guess_gender
from people.names.discover import discover
from people.names.index import Entry, Index, build
from people.names.matcher import find_names
from people.names.records import Gender, Holding, NameParts, PersonFacts, Resolution
from people.names.resolver import resolve
from people.names.unknown.grouping import Place
from people.names.unknown.spellings import Spellings
from people.names.words.east_asian import given_first

# What is told about a line that cannot be used: a whole sentence.
Complain = Callable[[str], None]
_GENDERS: Mapping[str, Gender] = {"male": "male", "female": "female"}


@dataclass(slots=True)
class Record:
    """The people of the files: inside the engine they are numbered, outside they keep their own ids."""

    ids: list[str] = field(default_factory=list)
    facts: dict[int, PersonFacts] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)

    def add(self, row: Mapping[str, Any]) -> None:
        """Take in one line about a person; ValueError says what is wrong with it."""
        person_id, name = row.get("person_id"), _name(row)
        if not person_id:
            raise ValueError("it has no person_id")
        if not (name.given or name.family or name.patronymic):
            raise ValueError("it has neither a given nor a family name")
        aliases = row.get("aliases") or []
        if not isinstance(aliases, list):
            raise ValueError("its aliases are no list")  # the letters of «Беков» are no names
        holdings = tuple(_holdings(row.get("memberships") or ()))
        number = len(self.ids)
        self.ids.append(str(person_id))
        self.facts[number] = PersonFacts(number, name, holdings)
        self.entries.append((number, name, tuple(str(alias) for alias in aliases)))

    def full_names(self) -> Iterator[str]:
        """Given and family name of everybody, and what else they are called."""
        for _, name, aliases in self.entries:
            yield f"{name.given} {name.family}"
            yield from map(str, aliases)


@dataclass(frozen=True, slots=True)
class Text:
    doc_id: str
    text: str
    on: date


def read_lines(path: Path, complain: Complain) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a file with the numbers of their lines; a line that is none is told and left out."""
    with path.open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip("\ufeff \r\n\t"):
                continue
            try:
                row = json.loads(line.lstrip("\ufeff"))
            except ValueError as error:
                complain(f"{path}, line {number}: this is no JSON ({error}). The line is left out.")
                continue
            if isinstance(row, dict):
                yield number, row
            else:
                complain(f"{path}, line {number}: an object in braces is expected. The line is left out.")


def read_people(paths: Sequence[Path], complain: Complain) -> Record:
    """Everybody the files tell of."""
    record = Record()
    for path in paths:
        for number, row in read_lines(path, complain):
            try:
                record.add(row)
            except (ValueError, TypeError, AttributeError) as error:
                complain(f"{path}, line {number}: the person cannot be read: {error}. The line is left out.")
    return record


def read_texts(path: Path, today: date, complain: Complain) -> Iterator[Text]:
    """The texts of a file; one without a date is read as of today."""
    for number, row in read_lines(path, complain):
        try:
            if not isinstance(row["text"], str):
                raise ValueError("its text is no string")
            yield Text(str(row["doc_id"]), row["text"], _first_day(row.get("date")) or today)
        except KeyError as error:
            complain(f"{path}, line {number}: the text cannot be read: it has no {error}. The line is left out.")
        except (ValueError, TypeError) as error:
            complain(f"{path}, line {number}: the text cannot be read: {error}. The line is left out.")


@dataclass(slots=True)
class Reader:
    """Reads texts against one record; ``tell`` is ``people.names.neural.people_in`` where its model is to help."""

    record: Record
    tell: Callable[[str], Sequence[tuple[int, int]]] | None = None
    _index: Index = field(init=False)
    _spellings: Spellings = field(init=False)

    def __post_init__(self) -> None:
        self._index = build(self.record.entries, _gender)
        self._spellings = Spellings(self.record.full_names())

    def read(self, text: Text) -> dict[str, Any]:
        """One line of output: links to people on record, then proposals of unknown ones, by place."""
        verdicts = resolve(text.text, find_names(text.text, self._index), self.record.facts, text.on)
        links = [
            {"start": verdict.span.start, "end": verdict.span.end, "person_id": self.record.ids[verdict.person_id]}
            for verdict in verdicts
            if verdict.person_id is not None
        ]
        mentions = [*links, *self._proposed(text.text, verdicts)]
        return {"doc_id": text.doc_id, "mentions": sorted(mentions, key=lambda mention: mention["start"])}

    def _proposed(self, text: str, verdicts: Sequence[Resolution]) -> Iterator[dict[str, Any]]:
        linked = [verdict.span for verdict in verdicts if verdict.person_id is not None or verdict.span.kind == "full"]
        taken = [(span.start, span.end) for span in linked]

        def is_known(name: NameParts, mentions: Sequence[Place]) -> bool:
            """Whether the person is linked, asked about, or on record in another spelling; or has only initials."""
            return (
                "." in name.given  # no name a profile could be made under
                or any(start < other[1] and other[0] < end for start, end in mentions for other in taken)
                or f"{name.given} {name.family}" in self._spellings
            )

        for proposal in discover(text, told=self.tell(text) if self.tell else (), leave_out=is_known):
            posts = [office.wording for office in proposal.offices]
            for start, end in proposal.mentions:
                yield {
                    "start": start,
                    "end": end,
                    "person_id": None,
                    "name": given_first(proposal.name),
                    **({"post": posts[0]} if posts else {}),
                }


def _name(row: Mapping[str, Any]) -> NameParts:
    # a hundred thousand people share a few thousand names: each is kept once
    given, patronymic, family = (intern(str(row.get(part) or "")) for part in ("given", "patronymic", "family"))
    if not (given or family):
        given, _, family = str(row.get("name") or "").strip().rpartition(" ")
    return NameParts(given, patronymic, family, _GENDERS.get(str(row.get("gender") or ""), ""))


def _gender(name: NameParts) -> Gender:
    """The gender to decline a name by; both, where only a column of the table makes it a woman's.

    Tables made by machine call an Усама or a Джошуа a woman for the -а; found undeclined only, they are missed.
    """
    if name.gender == "female":
        return guess_gender(replace(name, gender=""))
    return name.gender or guess_gender(name)


def _holdings(memberships: Sequence[Mapping[str, Any]]) -> Iterator[Holding]:
    """The offices of a person, one for each name of the organization: «МИД РФ | внешнеполитическое ведомство»."""
    for held in memberships:
        for organization in str(held.get("organization") or "").split(" | "):
            start, last = _first_day(held.get("start")), _last_day(held.get("end"))
            yield Holding(str(held.get("post") or ""), organization, start, last and last + timedelta(days=1))


def _first_day(printed: object) -> date | None:
    """The first day of a date, a month or a year: 2019-05 is the first of May."""
    return _padded(printed, "01", "01") if printed else None


def _last_day(printed: object) -> date | None:
    if not printed:
        return None
    first = _padded(printed, "12", "28")
    if str(printed).count("-") > 1:
        return first
    # four days after the 28th the next month has begun
    following = first + timedelta(days=4)
    return following - timedelta(days=following.day)


def _padded(printed: object, month: str, day: str) -> date:
    year, *rest = str(printed)[:10].split("-")
    return date.fromisoformat("-".join([year, *rest, *(month, day)[len(rest) :]]))
