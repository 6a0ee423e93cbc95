"""Putting into the index and taking out. ``prepared`` reads the dictionary; ``put`` is rows only, for a transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from . import backends, slips
from .marks import Document, marks_of
from .models import Entry, EntryQuerySet, EntryText

_AT_ONCE = 500  # rows to a statement
# Since when what has no interval of its own, such as a person, may be found; whoever shows it asks its own table.
ALWAYS = datetime(1, 1, 2, tzinfo=UTC)


@dataclass(frozen=True)
class Prepared:
    """A document with its marks worked out."""

    document: Document
    marks: frozenset[str]


@dataclass(frozen=True)
class Span:
    """When readers may find it, and the instant it is dated and ranked by."""

    at: datetime = ALWAYS
    public_from: datetime = ALWAYS
    public_until: datetime | None = None


def prepared(documents: Iterable[Document]) -> list[Prepared]:
    """Documents ready to be put in."""
    return [Prepared(document, marks_of(document)) for document in documents]


def put(owner: str, found: Sequence[Prepared], span: Span) -> None:
    """Make these all that is found of the owner, such as ``article:12``."""
    put_many([(owner, found, span)])


def put_many(owners: Sequence[tuple[str, Sequence[Prepared], Span]]) -> None:
    """The same for many owners, in a few statements."""
    _remove(Entry.objects.filter(owner__in=[owner for owner, _found, _span in owners]))
    rows = [(owner, each, span) for owner, found, span in owners for each in found]
    texts = [each.document for _owner, each, _span in rows]
    entries = Entry.objects.bulk_create(_entry(owner, each.document, span) for owner, each, span in rows)
    EntryText.objects.bulk_create(
        EntryText(entry=entry, lede=text.lede, body=text.body) for entry, text in zip(entries, texts, strict=True)
    )
    backends.insert((entry.pk, each.marks) for entry, (_owner, each, _span) in zip(entries, rows, strict=True))
    slips.learn(f"{text.title}\n{text.names}" for text in texts)


def remove(owner: str) -> None:
    """Let nothing of the owner be found any more."""
    _remove(Entry.objects.filter(owner=owner))


def newest() -> int:
    """The number of the entry written last; zero where there is none."""
    return Entry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def remove_until(number: int) -> None:
    """Take out the entries up to this number: who writes all of them anew leaves behind what is of no owner now."""
    _remove(Entry.objects.filter(pk__lte=number))


def _remove(entries: EntryQuerySet) -> None:
    gone = list(entries.values_list("pk", flat=True))
    for start in range(0, len(gone), _AT_ONCE):
        batch = gone[start : start + _AT_ONCE]
        backends.delete(batch)
        EntryText.objects.filter(pk__in=batch).delete()
        Entry.objects.filter(pk__in=batch).delete()


def _entry(owner: str, document: Document, span: Span) -> Entry:
    return Entry(
        owner=owner,
        kind=document.kind,
        subject=document.subject,
        language=document.language,
        section=document.section,
        title=document.title,
        at=span.at,
        public_from=span.public_from,
        public_until=span.public_until,
    )
