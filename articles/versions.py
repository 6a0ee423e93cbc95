"""The versions of an article as the desk lists them: who, when, why, and when readers had each."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models.fields.json import KT

from .comparing import FieldDifference, compare
from .models import Article, PublicVersion, Revision
from .revisions import content_of

A_PAGE = 30


@dataclass(frozen=True)
class Interval:
    """When readers had it; until None they have it still."""

    since: datetime
    until: datetime | None


@dataclass(frozen=True)
class Version:
    """One line of the list; ``due_at`` is when readers get it, as it is scheduled."""

    number: int
    who: str
    saved_at: datetime
    reason: str
    comment: str
    headline: str
    is_newest: bool
    is_live: bool
    due_at: datetime | None
    had: list[Interval] = field(default_factory=list)


def listed(article: Article, number: str, now: datetime) -> tuple[list[Version], Page]:
    """A page of the list, newest first, in three queries; no text leaves the database."""
    revisions = article.revisions.select_related("created_by").annotate(headline=KT("data__headline")).defer("data")
    page = Paginator(revisions, A_PAGE).get_page(number)
    return _versions(article, page.object_list, now), page


def compared(article: Article, numbers: Iterable[int], now: datetime) -> tuple[list[Version], list[FieldDifference]]:
    """Two versions of an article, the earlier first, and the fields that differ; nothing if one is not there."""
    found = article.revisions.filter(number__in=numbers).select_related("created_by").order_by("number")
    revisions = list(found.annotate(headline=KT("data__headline")))
    if len(revisions) != 2:
        return [], []
    old, new = map(content_of, revisions)
    return _versions(article, revisions, now), compare(old, new)


def _versions(article: Article, revisions: Iterable[Any], now: datetime) -> list[Version]:
    found = list(revisions)
    had = _had(article, found, now)
    return [
        Version(
            number=revision.number,
            who=str(revision.created_by),
            saved_at=revision.created_at,
            reason=revision.get_reason_display() if revision.reason != Revision.Reason.SAVE else "",
            comment=revision.comment,
            headline=revision.headline or "",
            is_newest=revision.number == article.version,
            is_live=revision.pk == article.live_revision_id and is_out(article, now),
            due_at=_due_at(article, revision, now),
            had=had.get(revision.pk, []),
        )
        for revision in found
    ]


def is_out(article: Article, now: datetime) -> bool:
    """Readers have it now."""
    return article.is_begun(now) and not article.is_over(now)


def _due_at(article: Article, revision: Revision, now: datetime) -> datetime | None:
    if revision.pk == article.pending_revision_id:
        return article.pending_at
    is_first = revision.pk == article.live_revision_id and not article.is_begun(now)
    return article.public_from if is_first else None


def _had(article: Article, revisions: Iterable[Revision], now: datetime) -> dict[int, list[Interval]]:
    """The past and present intervals of these versions, the earliest first."""
    rows = PublicVersion.objects.filter(revision__in=revisions, public_from__lte=now, is_gone=False)
    found: dict[int, list[Interval]] = {}
    for revision, since, until in rows.order_by("public_from").values_list("revision", "public_from", "public_until"):
        before = found.setdefault(revision, [])
        if before and before[-1].until == since:  # drawn anew, as after names were linked: the same words
            since = before.pop().since
        before.append(Interval(since, until if until and until <= now else None))
    return found
