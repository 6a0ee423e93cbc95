"""What the names engine is given of an article and what it finds there. Plain values; nothing here asks a database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html import escape

from people.models import Organization, Person
from people.names.markup import Link, text_of

from .body import MeantPerson
from .decisions import Choices


@dataclass(frozen=True)
class Text:
    """One part of an article: where it stands, its number among its like, its HTML, and whom an editor linked in it."""

    where: str
    html: str
    number: int = 0
    meant: Sequence[MeantPerson] = ()

    @classmethod
    def of_plain(cls, where: str, words: str, number: int = 0) -> "Text":
        return cls(where, escape(words, quote=False), number)


@dataclass(frozen=True)
class Named:
    """A name in one part of the text: half-open code points in that part's plain text, and who is meant."""

    where: str
    number: int
    start: int
    end: int
    surface: str
    person: Person


@dataclass(frozen=True)
class NamedOrganization:
    """The same for an organization."""

    where: str
    number: int
    start: int
    end: int
    surface: str
    organization: Organization


@dataclass(frozen=True)
class Open:
    """A name that is linked to nobody: the editor may choose among ``suggestions``, or has decided (``is_decided``)."""

    where: str
    number: int
    start: int
    end: int
    surface: str
    suggestions: tuple[Person | Organization, ...]
    reason: str
    is_decided: bool


@dataclass
class Linked:
    """The parts with links around names, who is named, who may be, and links that found no place.

    ``plain`` is the text of each part, as all offsets count in it.
    """

    html: dict[tuple[str, int], str] = field(default_factory=dict)
    plain: dict[tuple[str, int], str] = field(default_factory=dict)
    named: list[Named] = field(default_factory=list)
    organizations: list[NamedOrganization] = field(default_factory=list)
    open: list[Open] = field(default_factory=list)
    dropped: list[Link] = field(default_factory=list)

    @property
    def places(self) -> Iterator[tuple[str, int, int, int, int | None, int | None]]:
        """Where which person or organization is named: part, its number, offsets, the one id or the other."""
        for named in self.named:
            yield named.where, named.number, named.start, named.end, named.person.pk, None
        for body in self.organizations:
            yield body.where, body.number, body.start, body.end, None, body.organization.pk


@dataclass(frozen=True)
class Story:
    """The parts of an article, the day it speaks of, its language, and what editors decided about its names."""

    texts: Sequence[Text]
    on: date
    language: str
    choices: Choices = field(default_factory=dict)

    @cached_property
    def plain(self) -> list[str]:
        """The text of each part, without markup."""
        return [text_of(text.html) for text in self.texts]

    @property
    def document(self) -> str:
        """All parts as one text: whoever is introduced in the lede is known in the captions."""
        return "\n".join(self.plain)

    @property
    def meant(self) -> Iterator[MeantPerson]:
        """Whom editors linked by hand, at offsets of the document."""
        offset = 0
        for text, words in zip(self.texts, self.plain, strict=True):
            for each in text.meant:
                yield MeantPerson(offset + each.start, offset + each.end, each.person)
            offset += len(words) + 1
