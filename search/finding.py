"""Asking the index: which entries, in what order, how many.

The order is the same on every database, since it is made of plain answers: is all of it in the title, in the head, in
these very words; how old is it. Equal words: the newer first. A title outweighs freshness, an old body text does not.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q

from .asked import Asked
from .backends import holding
from .marks import PERSON, mark_of_kind
from .models import Entry, EntryQuerySet, EntryText
from .phrases import has_phrase
from .query import Query, begun

MOST = 1000  # beyond it nobody turns pages, and «больше 1000» is said
_BEGUN = 20  # entries looked at for a list of eight
_READ = 200  # texts in which phrases are looked for

_IN_TITLE, _IN_HEAD, _AS_WRITTEN = 6, 3, 1
# A point more for each age a story has not reached: one of today has five.
_AGES = (2, 2, 60, 365, 3 * 365)


@dataclass(frozen=True)
class Narrowed:
    """What a reader has narrowed the search to; without a language to all of them."""

    kind: str
    language: str = ""
    section: int | None = None
    person: int | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Hit:
    """An entry that was found: whose it is, what it is about, how well it answers."""

    entry: int
    owner: str
    subject: int
    worth: int

    @property
    def is_by_name(self) -> bool:
        """Of a person or an organization, which have no age: all that was asked stands in its names."""
        return self.worth >= _IN_HEAD


def found(query: Query, narrowed: Narrowed, now: datetime) -> list[Hit]:
    """What answers the query now, the best first: at most one more than ``MOST``. A picture in two stories is one."""
    if query.is_empty:
        return []
    kind = mark_of_kind(narrowed.kind, narrowed.language)
    ranked = _ranked(_entries(query.anywhere().also([kind]), narrowed, now), query, kind, now)
    # By its name: as ``F`` the order would work it out a second time, half of all a common word costs.
    rows = ranked.values_list("pk", "owner", "subject", "worth")  # type: ignore[misc]
    hits = [Hit(*columns) for columns in rows[: MOST + 1]]
    if query.phrases:
        hits = _with_phrases(hits, query)
    if narrowed.kind != Entry.Kind.PICTURE:
        return hits
    once: dict[int, Hit] = {}
    for hit in hits:
        once.setdefault(hit.subject, hit)
    return list(once.values())


def counted(query: Query, narrowed: Narrowed, now: datetime) -> Counter[tuple[str, str]]:
    """How many entries of every other kind and language answer the query, by both; of its own, ``found`` tells.

    Most entries that say a common word are stories of the same language, and none of those is looked at.
    """
    if query.is_empty:
        return Counter()
    others = query.anywhere().but_not([mark_of_kind(narrowed.kind, narrowed.language)])
    entries = _entries(others, narrowed, now).order_by().values("kind", "language")
    counts = entries.annotate(entries=Count("pk"), subjects=Count("subject", distinct=True))
    return Counter(
        {
            (each["kind"], each["language"]): each["subjects" if each["kind"] == Entry.Kind.PICTURE else "entries"]
            for each in counts
        }
    )


def beginning(typed: str, kind: str, language: str, now: datetime) -> list[Hit]:
    """Entries with titles in which what somebody is typing begins, the newest first."""
    asked = begun(typed)
    if asked is None:
        return []
    asked = asked.also([mark_of_kind(kind, language)])
    entries = Entry.objects.public(now).holding(asked).order_by("-at", "-pk")
    return [Hit(*columns, worth=0) for columns in entries.values_list("pk", "owner", "subject")[:_BEGUN]]


def texts_of(hits: Collection[Hit]) -> dict[int, EntryText]:
    """The texts of these entries, by entry."""
    rows = EntryText.objects.filter(pk__in=[hit.entry for hit in hits]).select_related("entry")
    return {row.pk: row for row in rows}


def is_in_stories(word: str, now: datetime) -> bool:
    """Whether a story readers may find says this word, or a picture or a quote in one.

    Entries of people and organizations prove nothing: they are kept for whoever may have a page one day.
    """
    on_record = {mark_of_kind(kind) for kind in (Entry.Kind.PERSON, Entry.Kind.ORGANIZATION)}
    return Entry.objects.public(now).holding(Query((word,)).anywhere().but_not(on_record)).exists()


def _entries(asked: Asked, narrowed: Narrowed, now: datetime) -> EntryQuerySet:
    if narrowed.person is not None:
        asked = asked.also([f"{PERSON}{narrowed.person}"])
    wanted = {"section": narrowed.section, "at__gte": narrowed.since, "at__lt": narrowed.until}
    entries = Entry.objects.public(now).holding(asked)
    return entries.filter(**{column: value for column, value in wanted.items() if value is not None})


def _ranked(entries: EntryQuerySet, query: Query, kind: str, now: datetime) -> EntryQuerySet:
    """The entries by their worth; each tier is asked for its own kind alone, since pictures say what stories say."""
    tiers = ((query.in_title(), _IN_TITLE), (query.in_head(), _IN_HEAD), (query.as_written(), _AS_WRITTEN))
    return entries.ranked(
        *((holding(asked.also([kind])), worth) for asked, worth in tiers),
        *((Q(at__gt=now - timedelta(days=days)), 1) for days in _AGES),
    )


def _with_phrases(hits: list[Hit], query: Query) -> list[Hit]:
    """Those of the best in whose title, lede or text each phrase stands."""
    texts = texts_of(hits[:_READ])

    def has_all(text: EntryText) -> bool:
        parts = (text.entry.title, text.lede, text.body)
        return all(any(has_phrase(part, phrase, text.entry.language) for part in parts) for phrase in query.phrases)

    return [hit for hit in hits[:_READ] if hit.entry in texts and has_all(texts[hit.entry])]
