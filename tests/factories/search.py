"""Entries of the index, put in as verbs do."""

from datetime import UTC, datetime, timedelta

from search import index
from search.marks import Document

NOW = datetime(2025, 6, 30, 12, tzinfo=UTC)


DAY = timedelta(days=1)


def entry(title: str, number: int, *, age: timedelta = DAY, until: timedelta | None = None, **said) -> None:
    """A story that came out so long ago (a negative age: it is to come out), and was taken away so long ago."""
    said = {"kind": "story", "language": "ru", **said}
    at = NOW - age
    span = index.Span(at, at, NOW - until if until is not None else None)
    index.put(f"article:{number}", index.prepared([Document(subject=number, title=title, **said)]), span)


def titles(hits) -> list[str]:
    """What was found, by title, in order."""
    from search.finding import texts_of

    texts = texts_of(hits)
    return [texts[hit.entry].entry.title for hit in hits]
