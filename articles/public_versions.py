"""What readers had of an article at any instant: each version as it was drawn for them, with its interval.

A page lives from tables that go on changing: somebody is renamed, a picture loses its rights. So the verbs that
change what readers get draw its ``<article>`` once and keep it, in the same transaction.
"""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from . import page as article_page
from .models import Article, Correction, PublicVersion, Revision
from .publishing import Derived


def drawn(
    article: Article,
    derived: Derived,
    first: datetime,
    updated: datetime,
    corrections: Iterable[Correction],
    at: datetime,
    *,
    notice: str = "",
) -> str:
    """The story as readers will get it once this is written; ``corrections`` are about to be written with it."""
    was_changed = updated != first
    told = [*corrections, *(article.corrections.all() if was_changed else [])]
    page = article_page.of_derived(
        article,
        derived,
        first,
        at,
        updated=timezone.localtime(updated) if was_changed else None,
        corrections=article_page.for_readers(told),
        notice=notice,
    )
    return _html(page)


def drawn_again(article: Article, derived: Derived, now: datetime) -> str:
    """The story whose names have been linked anew, all else as it stands."""
    notice = article.withdrawal_reason if article.withdrawn_at else ""
    return drawn(article, derived, article.first_published_at, article.updated_at, (), now, notice=notice)


def drawn_row(article: Article, now: datetime, *, extra: Iterable[Correction] = ()) -> str:
    """The story as the row has it, with corrections about to be written."""
    return _html(article_page.of_article(article, now, extra=list(extra)))


def drawn_gone(article: Article, now: datetime, reason: str, replacement: Article | None) -> str:
    """What stands at the address of a story that was taken away."""
    context = {"reason": reason, "withdrawn_at": timezone.localtime(now), "replacement": replacement}
    with override(article.language):
        return render_to_string("articles/gone_words.html", context)


def _html(page: article_page.ArticlePage) -> str:
    with override(page.language):
        return render_to_string("articles/story.html", {"page": page})


def put(article: Article, revision: Revision, html: str, *, at: datetime, now: datetime, is_gone: bool = False) -> None:
    """End what readers have at ``at`` and begin this. Inside the verb's transaction."""
    forget_planned(article, now)
    had = PublicVersion.objects.filter(article=article)
    had.filter(public_from__gte=at).delete()  # begun at this very instant: nobody had it
    had.filter(public_until=None).update(public_until=at)
    PublicVersion.objects.create(
        article=article, revision=revision, html=html, checksum=checksum(html), public_from=at, is_gone=is_gone
    )


def forget_planned(article: Article, now: datetime) -> None:
    """Take back what was to begin later: its slot was moved or given up."""
    had = PublicVersion.objects.filter(article=article)
    had.filter(public_from__gt=now).delete()
    had.filter(public_until__gt=now).update(public_until=None)


def checksum(html: str) -> str:
    """SHA-256 of the UTF-8 bytes, in hexadecimal."""
    return sha256(html.encode()).hexdigest()


def before_present(article: Article, now: datetime) -> PublicVersion | None:
    """What readers had before the version they have now; None when they never had another."""
    had = article.public_versions.filter(is_gone=False, public_from__lte=now)
    began = had.filter(revision=article.live_revision).order_by("public_from").first()
    return had.filter(public_from__lt=began.public_from).first() if began else None


def record_missing(now: datetime, most: int = 50) -> int:
    """Keep what readers have of stories published before such records were kept. Returns how many."""
    live = Article.objects.public(now).filter(public_versions=None).select_related("section", "live_revision")
    articles = list(live.order_by("-pk")[:most])
    for article in articles:
        put(article, article.live_revision, drawn_row(article, now), at=article.updated_at or now, now=now)
    return len(articles)
