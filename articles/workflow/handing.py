"""Who has a draft in hand: taking it, handing it in, giving it back."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from .. import notices, revisions
from ..models import Article, ArticleEvent, Notice
from .log import log
from .rights import need, need_sections
from .states import State, move_state, refuse

Kind = ArticleEvent.Kind


def take(article: Article, *, by, now: datetime) -> None:
    """Mark an article as mine. It keeps nobody else out: it says who is at work, and from whom it was taken over."""
    revisions.need_change(article, by)
    refuse(article, "take", now, [])
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        if locked.taken_by_id == by.pk:
            return
        _hold(locked, by, now)
        before = locked.taken_by or locked.created_by
        log(locked, Kind.TAKEN, None, by, now, **{"from": str(before)} if before != by else {})
        notices.tell([before], Notice.Kind.TAKEN, locked, by=by, now=now)
    article.taken_by, article.taken_at = by, now


def give_up(article: Article, *, by, now: datetime) -> None:
    """Take the mark off again."""
    revisions.need_change(article, by)
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        if locked.taken_by_id is None:
            return
        log(locked, Kind.RELEASED, None, by, now, **{"from": str(locked.taken_by)})
        _hold(locked, None, None)
    article.taken_by = article.taken_at = None


def _hold(article: Article, by, now: datetime | None) -> None:
    Article.objects.filter(pk=article.pk).update(taken_by=by, taken_at=now)


def submit(article: Article, *, by, now: datetime) -> None:
    """Hand a draft in to the editors."""
    need(by, "articles.submit_article")
    if not revisions.may_change(article, by):
        raise PermissionDenied(_("You may only hand in your own drafts."))
    refuse(article, "submit", now, [] if article.desk_headline else [_("The headline is empty: write one.")])
    with transaction.atomic():
        move_state(article, {State.DRAFT}, State.SUBMITTED)
        log(article, Kind.SUBMITTED, revisions.newest(article), by, now)


def send_back(article: Article, *, by, now: datetime, remark: str) -> None:
    """Give a submitted draft back to its writer with a remark."""
    need(by, "articles.change_any_article")
    newest = revisions.newest(article)
    need_sections(by, [revisions.content_of(newest).section])
    refuse(article, "send_back", now, [] if remark.strip() else [_("Write what should be changed.")])
    with transaction.atomic():
        move_state(article, {State.SUBMITTED}, State.DRAFT)
        log(article, Kind.RETURNED, newest, by, now, remark=remark.strip())
        notices.tell([article.created_by], Notice.Kind.RETURNED, article, by=by, now=now, words=remark.strip())
