"""Linking the names of live articles anew: after somebody was put on record, renamed, or told from a namesake.

Nothing an editor wrote changes, nor what readers were told of an office on its day. An article is written only when
other people are named in it now, or under other addresses, and only if readers still have the version that was read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from clock import ticking
from people.models import Person
from people.names.matcher import find_in_all
from people.naming import RecordIndex

from . import publishing
from .found import Linked
from .linking import link_all
from .models import Article, Relinking

_BATCH = 100
_LINK = re.compile(r'<a href="([^"]*)" data-(?:person|organization)="')


@dataclass(frozen=True)
class Progress:
    """How far a run is: articles read and written by all its sittings, and how many are still to read."""

    read: int
    changed: int
    left: int


def relink(*, now: datetime, person: Person | None = None, restart: bool = False) -> Iterator[Progress]:
    """Link the archive anew, newest articles first; told a person, only those that name them or may. Yields progress.

    A run that was broken off goes on where it stopped; ``restart`` begins again.
    """
    run = _run(person, restart=restart)
    while batch := list(_articles_after(run.position)[:_BATCH]):
        drafts = [publishing.draft_of(each, each.live_revision, each.first_published_at) for each in batch]
        drafts = _naming(person, drafts) if person else drafts
        linked = link_all([draft.story for draft in drafts])
        run.changed += sum(_write(*each) for each in zip(drafts, linked, strict=True))
        run.read += len(batch)
        run.position = batch[-1].pk
        run.save(update_fields=["changed", "read", "position"])
        yield Progress(run.read, run.changed, _articles_after(run.position).count())
    run.finished_at = now
    run.save(update_fields=["finished_at"])


def _run(person: Person | None, *, restart: bool) -> Relinking:
    unfinished = Relinking.objects.filter(person=person, finished_at=None)
    if restart:
        unfinished.delete()
    return unfinished.order_by("-started_at").first() or Relinking.objects.create(person=person)


def _articles_after(position: int | None) -> QuerySet[Article]:
    """Articles readers have or will have, newest first; with the people named in them as published."""
    live = Article.objects.filter(live_revision__isnull=False, public_from__isnull=False).order_by("-pk")
    live = live if position is None else live.filter(pk__lt=position)
    return live.select_related("live_revision").prefetch_related("mentions", "photos", "name_decisions")


def _naming(person: Person, drafts: Sequence[publishing.Draft]) -> list[publishing.Draft]:
    """Those that name the person as published, or whose text prints one of their names."""
    found = find_in_all([draft.story.document for draft in drafts], RecordIndex(only=person.pk))
    return [
        draft
        for draft, spans in zip(drafts, found, strict=True)
        if spans or any(mention.person_id == person.pk for mention in draft.article.mentions.all())
    ]


def _write(draft: publishing.Draft, linked: Linked) -> bool:
    """Replace what is derived from the live version, if it names others now and readers still have it."""
    article = draft.article
    if not _differs(article, linked):
        return False
    derived = publishing.derive_linked(draft, linked, is_out=True)
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        if locked.live_revision_id != draft.revision.pk or locked.public_from is None:
            return False
        publishing.write(locked, derived, public_from=locked.public_from, public_until=locked.public_until)
        ticking.bump()
    return True


def _differs(article: Article, linked: Linked) -> bool:
    before = {
        (each.where, each.number, each.start, each.end, each.person_id, each.organization_id)
        for each in article.mentions.all()
    }
    if before != set(linked.places):
        return True
    html = [article.rendered_html, *(photo.caption_html for photo in article.photos.all())]
    return _addresses(html) != _addresses(linked.html.values())


def _addresses(html) -> set[str]:
    return {address for each in html for address in _LINK.findall(each)}
