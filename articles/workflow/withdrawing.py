"""Taking an article from readers."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from clock import ticking

from .. import notices, public_versions, publishing, searching
from ..models import Article, ArticleEvent, Notice
from .log import log
from .rights import need, need_sections
from .states import State, WorkflowError, may_withdraw, refuse, standing


def withdraw(
    article: Article,
    *,
    by,
    now: datetime,
    reason: str,
    how: str = Article.Withdrawal.GONE,
    replaced_by: Article | None = None,
) -> None:
    """Take an article from readers: gone with the reason, replaced by another, or kept with a notice on top.

    One that readers have not had yet gives up its slot and is a draft again.

    Raises:
        WorkflowError: with every reason why not.
        PermissionDenied: ``by`` may not withdraw, or the section has its own editors.
    """
    need(by, "articles.withdraw_article")
    article.refresh_from_db()
    need_sections(by, [article.section_id])
    refuse(article, "withdraw", now, _reasons(article, now, reason, how, replaced_by))
    reason = reason.strip()
    was = standing(article)
    html = _drawn(article, now, how, reason, replaced_by) if article.is_begun(now) else ""
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        if standing(locked) != was:
            raise WorkflowError([_("Somebody has moved this article in the meantime: look at it again.")])
        if html:
            _take_away(locked, now, how, reason, replaced_by)
        else:
            _give_up_slot(locked)
        locked.pending_revision = locked.pending_at = locked.developing_until = None
        locked.save()
        searching.remove(locked)
        if locked.public_from is None:
            publishing.remove_intervals(locked)
            public_versions.forget_planned(locked, now)
        elif locked.public_until:
            publishing.close_intervals(locked)
        if html:
            is_gone = how != Article.Withdrawal.NOTICE
            public_versions.put(locked, locked.live_revision, html, at=now, now=now, is_gone=is_gone)
        log(locked, ArticleEvent.Kind.WITHDRAWN, locked.live_revision, by, now, reason=reason, how=how)
        _tell(locked, by, now, reason)
        ticking.bump()
    article.refresh_from_db()


def _reasons(article: Article, now: datetime, reason: str, how: str, replaced_by: Article | None) -> list[str]:
    reasons = [] if reason.strip() else [_("Write why the article is withdrawn: readers are told.")]
    if how == Article.Withdrawal.REPLACED and (replaced_by is None or replaced_by.pk == article.pk):
        reasons.append(_("Choose the article that replaces this one."))
    if article.state == State.WITHDRAWN and not may_withdraw(article, now):
        reasons.append(_("Readers do not have this article any more."))
    return reasons


def _drawn(article: Article, now: datetime, how: str, reason: str, replaced_by: Article | None) -> str:
    """What stands at the address from now on."""
    if how == Article.Withdrawal.NOTICE:
        article.withdrawn_at, article.withdrawal_reason = now, reason
        return public_versions.drawn_row(article, now)
    wanted = replaced_by if how == Article.Withdrawal.REPLACED else None
    replacement = Article.objects.public(now).filter(pk=wanted.pk).first() if wanted else None
    return public_versions.drawn_gone(article, now, reason, replacement)


def _tell(article: Article, by, now: datetime, reason: str) -> None:
    """The chiefs hear of every withdrawal, and whose story it is."""
    told = {"by": by, "now": now, "words": reason}
    chiefs = notices.having("articles.override_article")
    notices.tell([article.created_by, *chiefs], Notice.Kind.WITHDRAWN, article, **told)


def _take_away(article: Article, now: datetime, how: str, reason: str, replaced_by: Article | None) -> None:
    article.state = State.WITHDRAWN
    article.withdrawn_at, article.withdrawal, article.withdrawal_reason = now, how, reason
    article.replaced_by = replaced_by if how == Article.Withdrawal.REPLACED else None
    if how != Article.Withdrawal.NOTICE:
        article.public_until = max(now, article.public_from)
        if article.public_until == article.public_from:
            article.public_from = article.public_until = None


def _give_up_slot(article: Article) -> None:
    """Never seen by anybody: it is a draft again."""
    article.state = State.DRAFT
    article.public_from = article.public_until = None
    article.first_published_at = article.updated_at = None
