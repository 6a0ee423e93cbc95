"""Until when nobody may have a story. Whoever may write may lengthen it; only a chief editor ends it early."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from clock import ticking

from .. import revisions
from ..models import Article, ArticleEvent
from .log import log
from .putting_out import Terms, put_out
from .rights import need
from .states import State, WorkflowError, refuse

Kind = ArticleEvent.Kind


def set_embargo(article: Article, until: datetime, *, by, now: datetime) -> None:
    """Let nobody have the story before ``until``; a slot before that moves to it.

    Raises:
        WorkflowError: the time has passed, readers have the story, or a longer embargo stands.
        PermissionDenied: ``by`` may not change the article.
    """
    revisions.need_change(article, by)
    article.refresh_from_db()
    reasons = [] if until > now else [_("That time has passed: choose a later one.")]
    if article.embargo_until and until < article.embargo_until:
        reasons.append(_("A longer embargo stands: only a chief editor may lift it, with “Lift the embargo”."))
    refuse(article, "embargo", now, reasons)
    if article.state == State.SCHEDULED:
        # The version of the slot: a newer one may not be fit to come out yet, which must not let the story out early.
        terms = Terms(embargo=until, alone=True, revision=article.live_revision)
        put_out(article, "schedule", max(until, article.public_from), terms, by=by, now=now)
        return
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        if locked.state != article.state or locked.embargo_until != article.embargo_until:
            raise WorkflowError([_("Somebody has moved this article in the meantime: look at it again.")])
        Article.objects.filter(pk=article.pk).update(embargo_until=until)
        log(locked, Kind.EMBARGOED, None, by, now, until=until.isoformat())
    article.embargo_until = until


def lift_embargo(article: Article, *, by, now: datetime, reason: str) -> None:
    """End an embargo before its time. A slot stays where it is: nothing comes out by this alone.

    Raises:
        WorkflowError: no embargo stands, or no reason is given.
        PermissionDenied: ``by`` is no chief editor.
    """
    need(by, "articles.lift_embargo")
    article.refresh_from_db()
    reasons = [] if reason.strip() else [_("Write who allowed it, or why: it stays in the log.")]
    if not article.embargo_until or article.embargo_until <= now:
        reasons.append(_("No embargo stands."))
    if reasons:
        raise WorkflowError(reasons)
    with transaction.atomic():
        was = article.embargo_until
        if not Article.objects.filter(pk=article.pk, embargo_until=was).update(embargo_until=None):
            raise WorkflowError([_("Somebody has moved this article in the meantime: look at it again.")])
        log(article, Kind.LIFTED, None, by, now, reason=reason.strip(), was=was.isoformat())
        ticking.bump()
    article.embargo_until = None
