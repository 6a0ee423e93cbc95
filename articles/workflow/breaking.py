"""«Молния»: one line, public at once and filled in place, and the words «more to come» that end by themselves."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from clock import ticking

from .. import revisions
from ..content import Content
from ..models import Article, ArticleEvent, DeskRules
from .log import log
from .putting_out import publish
from .rights import need, need_sections
from .states import WorkflowError, refuse

# Nobody means to announce more for days.
_LONGEST = timedelta(hours=24)


def flash(
    line: str, *, by, now: datetime, language: str = "ru", section: int | None = None, sitting: str = ""
) -> Article:
    """Publish one line at once, marked as developing. Its draft is kept even when publication is refused.

    Raises:
        WorkflowError: the line is empty.
        PermissionDenied: ``by`` may not publish.
    """
    need(by, "articles.publish_article")
    need_sections(by, [section])
    if not line.strip():
        raise WorkflowError([_("Write the line of the breaking news.")])
    article = revisions.create(
        Content(headline=line, section=section), by, now=now, language=language, sitting=sitting, is_breaking=True
    )
    until = now + timedelta(minutes=DeskRules.current().developing_minutes)
    publish(article, by=by, now=now, alone=True, developing_until=until)
    return article


def develop(article: Article, until: datetime | None, *, by, now: datetime) -> None:
    """Tell readers until then that more is to come; None ends it now.

    Raises:
        WorkflowError: the time has passed or is more than a day away, or readers do not have the story.
        PermissionDenied: ``by`` may not publish.
    """
    need(by, "articles.publish_article")
    article.refresh_from_db()
    need_sections(by, [article.section_id])
    reasons = []
    if until is not None and not now < until <= now + _LONGEST:
        reasons.append(_("Choose a time within the next 24 hours."))
    refuse(article, "develop", now, reasons)
    with transaction.atomic():
        Article.objects.filter(pk=article.pk).update(developing_until=until)
        log(article, ArticleEvent.Kind.DEVELOPING, None, by, now, until=until.isoformat() if until else "")
        if until:
            ticking.due_at(until)
        ticking.bump()
    article.developing_until = until
