"""Linking the names of live articles anew: after somebody was put on record, renamed, or told from a namesake.

Nothing an editor wrote changes, nor what readers were told of an office on its day. An article is written only when
other people are named in it now, or under other addresses, and only if readers still have the version that was read.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import override

from clock import ticking
from people.models import Person
from people.names.matcher import find_in_all
from people.naming import RecordIndex

from . import public_versions, publishing, searching
from .body import quotations
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


def relink(*, clock: Callable[[], datetime], person: Person | None = None, restart: bool = False) -> Iterator[Progress]:
    """Link the archive anew, newest articles first; told a person, only those that name them or may. Yields progress.

    A run that was broken off goes on where it stopped; ``restart`` begins again. ``clock`` is asked at each article: a
    run of an hour would else date what it writes before what was published meanwhile.
    """
    run = _run(person, restart=restart)
    while batch := list(_articles_after(run.position)[:_BATCH]):
        drafts = [publishing.draft_of(each, each.live_revision, each.first_published_at) for each in batch]
        drafts = _naming(person, drafts) if person else drafts
        linked = link_all([draft.story for draft in drafts])
        run.changed += sum(_write(*each, clock()) for each in zip(drafts, linked, strict=True))
        run.read += len(batch)
        run.position = batch[-1].pk
        _note(run, changed=run.changed, read=run.read, position=run.position)
        yield Progress(run.read, run.changed, _articles_after(run.position).count())
    _note(run, finished_at=clock())


def _note(run: Relinking, **values) -> None:
    """Keep how far the run is; one that somebody began again meanwhile, or whose person is gone, is not kept."""
    Relinking.objects.filter(pk=run.pk).update(**values)


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
    """Those that name the person as published, by an editor's word, or in print."""
    found = find_in_all([draft.story.document for draft in drafts], RecordIndex(only=person.pk))
    return [
        draft
        for draft, spans in zip(drafts, found, strict=True)
        if spans
        or any(mention.person_id == person.pk for mention in draft.article.mentions.all())
        or any(said.person == person.pk for said in draft.story.choices.values())
    ]


def _write(draft: publishing.Draft, linked: Linked, now: datetime) -> bool:
    """Replace what is derived from the live version, if it names others now and readers still have it."""
    article = draft.article
    if not _differs(draft, linked):
        return False
    derived = publishing.derive_linked(draft, linked, is_out=article.is_begun(now))
    [derived.found_by] = searching.prepared([searching.of_derived(article, derived)])
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        if locked.live_revision_id != draft.revision.pk or locked.public_from is None:
            return False
        publishing.write(locked, derived, public_from=locked.public_from, public_until=locked.public_until)
        if not locked.is_over(now):  # what stands in the place of a withdrawn story names nobody
            drawn = public_versions.drawn_again(locked, derived, now)
            public_versions.put(locked, draft.revision, drawn, at=max(now, locked.public_from), now=now)
        ticking.bump()
    return True


def _differs(draft: publishing.Draft, linked: Linked) -> bool:
    article = draft.article
    before = {
        (each.where, each.number, each.start, each.end, each.person_id, each.organization_id)
        for each in article.mentions.all()
    }
    if before != set(linked.places):
        return True
    html = [article.rendered_html, *(photo.caption_html for photo in article.photos.all())]
    return _addresses(html) != _addresses(linked.html.values()) | _speakers(draft, linked)


def _speakers(draft: publishing.Draft, linked: Linked) -> set[str]:
    """The addresses under the quotes: a speaker may have no other link, where ``NAME_LINKS`` says none."""
    quoted = {quotation.speaker for quotation in quotations(draft.html)}
    with override(draft.story.language):
        return {
            each.person.get_absolute_url() for each in linked.named if each.person.pk in quoted and each.person.has_page
        }


def _addresses(html) -> set[str]:
    return {address for each in html for address in _LINK.findall(each)}
