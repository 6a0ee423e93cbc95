"""All that an editor changes in an article, as one plain value: the document a Revision keeps."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True)
class Credit:
    """Whose work it is: an author's id and a ``Byline.Role``."""

    author: int
    role: str = "text"


@dataclass(frozen=True)
class Content:
    """The article as an editor sees it in the form. Keys are ids, tags are names, ``body`` is sanitised HTML."""

    headline: str = ""
    lede: str = ""
    body: str = ""
    lead_photo: int | None = None
    lead_caption: str = ""
    # Whose the lead photo is by the wire's own word; a photo without a credit takes it over.
    lead_credit: str = ""
    section: int | None = None
    label: str = "news"
    payer: str = ""
    tags: tuple[str, ...] = ()
    bylines: tuple[Credit, ...] = ()
    dateline: str = ""
    source: str = ""
    event_date: date | None = None
    # When the paper says the story came out; empty: the moment it is published.
    dated: datetime | None = None

    def as_json(self) -> dict[str, Any]:
        """The document as a Revision stores it."""
        data = asdict(self)
        data["tags"] = list(self.tags)
        data["bylines"] = [asdict(credit) for credit in self.bylines]
        data["event_date"] = self.event_date.isoformat() if self.event_date else None
        data["dated"] = self.dated.isoformat() if self.dated else None
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Content":
        """Read a stored document; fields that a later version added have their defaults."""
        known = {name: data[name] for name in FIELDS if name in data}
        return cls(
            **{
                **known,
                "tags": tuple(known.get("tags", ())),
                "bylines": tuple(Credit(**credit) for credit in known.get("bylines", ())),
                "event_date": date.fromisoformat(known["event_date"]) if known.get("event_date") else None,
                "dated": datetime.fromisoformat(known["dated"]) if known.get("dated") else None,
            }
        )

    def with_fields(self, names: frozenset[str] | set[str], other: "Content") -> "Content":
        """This document with the named fields taken from another."""
        return replace(self, **{name: getattr(other, name) for name in names})


FIELDS = tuple(each.name for each in fields(Content))


@dataclass(frozen=True)
class FieldConflict:
    """A field that two people changed in different ways from the same beginning."""

    name: str
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True)
class Merge:
    """The outcome of a three-way merge by field."""

    content: Content
    taken: frozenset[str] = field(default_factory=frozenset)  # what came from them
    conflicts: tuple[FieldConflict, ...] = ()


def changed(old: Content, new: Content) -> frozenset[str]:
    """The names of the fields that differ."""
    return frozenset(name for name in FIELDS if getattr(old, name) != getattr(new, name))


def merge(base: Content, mine: Content, theirs: Content) -> Merge:
    """Join two changes of one document. Fields changed by both in different ways are conflicts, mine kept."""
    by_me, by_them = changed(base, mine), changed(base, theirs)
    both = by_me & by_them
    conflicts = tuple(
        FieldConflict(name, getattr(base, name), getattr(mine, name), getattr(theirs, name))
        for name in FIELDS
        if name in both and getattr(mine, name) != getattr(theirs, name)
    )
    taken = by_them - by_me
    return Merge(mine.with_fields(taken, theirs), taken, conflicts)
