"""Two pairs of eyes before publication, and what a night shift has put out with one.

A story needs its second reader when all that is new in it came from the one who puts it out. ``DeskRules`` say for
whom that counts; one click overrides it, and the story then waits until another editor has read it.
"""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Article, ArticleEvent, DeskRules, MorningCheck, Revision
from .log import log
from .rights import need


def would_be_alone(article: Article | None, by, now: datetime) -> bool:
    """True when the rules want a second reader for what ``by`` writes into the form and puts out from it."""
    if not _counts_for(by, now):
        return False
    return article is None or not _writers(article) - {by.pk}


def is_alone(article: Article, by, now: datetime) -> bool:
    """True when the rules want a second reader, and all that readers do not have yet was written by ``by``."""
    return _counts_for(by, now) and _writers(article) == {by.pk}


def _counts_for(by, now: datetime) -> bool:
    """Whether the rules want a second reader for what this person puts out."""
    rules = DeskRules.current().second_reader
    if rules == DeskRules.SecondReader.NEWCOMERS:
        return by.is_newcomer(timezone.localtime(now).date())
    return rules == DeskRules.SecondReader.ALL


def _writers(article: Article) -> set[int]:
    """Who wrote what readers do not have yet."""
    fresh = article.revisions.filter(number__gt=article.live_version or 0)
    return set(fresh.order_by().values_list("created_by", flat=True))


def alone_reasons(article: Article, by, now: datetime, alone: bool) -> list[str]:
    """Why a story may not go out without a second reader; none once its editor has said «I publish it myself»."""
    if alone or not is_alone(article, by, now):
        return []
    return [_("Nobody else has read this: hand it in, or press “I publish it myself”.")]


def wait_for_morning(article: Article, revision: Revision, by, now: datetime) -> None:
    """Put the story on the list of those another editor reads later. Inside the verb's transaction."""
    told = {"revision": revision, "published_by": by, "at": now}
    MorningCheck.objects.update_or_create(article=article, checked_at=None, defaults=told)


def check_in_the_morning(check: MorningCheck, *, by, now: datetime) -> None:
    """Say that a second editor has read what went out with one pair of eyes."""
    need(by, "articles.publish_article")
    if check.published_by_id == by.pk:
        raise PermissionDenied(_("You have published this yourself: another editor reads it."))
    with transaction.atomic():
        open_checks = MorningCheck.objects.filter(pk=check.pk, checked_at=None)
        if open_checks.update(checked_by=by, checked_at=now):
            log(check.article, ArticleEvent.Kind.CHECKED, check.revision, by, now)
