"""Putting stories on top of the front page: one verb, which refuses in sentences and loses nobody's order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from articles.models import Article
from articles.workflow import WorkflowError
from articles.workflow.rights import need
from clock import ticking

from .models import FrontPage, FrontSlot

# The leads and the river: what stands below is sorted by itself.
MOST = 15


@dataclass(frozen=True)
class Slot:
    """A story in its place: in the order of a list; ``until`` is when it leaves by itself."""

    article: int
    until: datetime | None = None


class FrontChanged(Exception):
    """Somebody else has changed the front page since; ``last`` says who and when, ``version`` is theirs."""

    def __init__(self, front: FrontPage):
        self.version = front.version
        self.last = changes_of(front).first()


def eligible(language: str) -> QuerySet:
    """The stories that may stand on the front page: those readers have, and those that are to come out."""
    return Article.objects.filter(language=language, public_from__isnull=False, public_until=None, withdrawn_at=None)


def changes_of(front: FrontPage) -> QuerySet:
    """Who changed the front page when, the newest first."""
    kind = ContentType.objects.get_for_model(FrontPage)
    return LogEntry.objects.filter(content_type=kind, object_id=str(front.pk)).select_related("user")


def arrange(language: str, slots: Sequence[Slot], base: int, *, by, now: datetime) -> FrontPage:
    """Put these stories on top of an edition, in this order, for readers to see at once.

    Raises:
        WorkflowError: too many, one that is no story of this edition's readers, or a time that has passed.
        FrontChanged: the front page is no more at the version ``base``.
        PermissionDenied: ``by`` may not arrange it.
    """
    need(by, "newsroom.change_frontpage")
    slots = list({slot.article: slot for slot in slots}.values())
    stories = eligible(language).in_bulk([slot.article for slot in slots])
    if reasons := _reasons(slots, stories, now):
        raise WorkflowError(reasons)
    front = FrontPage.objects.get_or_create(language=language)[0]
    with transaction.atomic():
        if not FrontPage.objects.filter(pk=front.pk, version=base).update(version=F("version") + 1):
            front.refresh_from_db()
            raise FrontChanged(front)
        front.slots.all().delete()
        FrontSlot.objects.bulk_create(
            FrontSlot(front=front, article_id=slot.article, place=place, until=slot.until)
            for place, slot in enumerate(slots, 1)
        )
        _log(front, [stories[slot.article].headline for slot in slots], by)
        for until in filter(None, (slot.until for slot in slots)):
            ticking.due_at(until)
        ticking.bump()
    front.refresh_from_db()
    return front


def _reasons(slots: Sequence[Slot], stories: dict[int, Article], now: datetime) -> list[str]:
    reasons = []
    if len(slots) > MOST:
        reasons.append(_("No more than %(most)s stories stand on top: take some away.") % {"most": MOST})
    if any(slot.article not in stories for slot in slots):
        reasons.append(_("One of the stories was withdrawn or is of another edition: take it away."))
    for slot in slots:
        if slot.article in stories and slot.until is not None and slot.until <= now:
            words = _("“%(story)s”: choose a time to come, or leave the time empty.")
            reasons.append(words % {"story": stories[slot.article].headline})
    return reasons


def _log(front: FrontPage, headlines: Sequence[str], by) -> None:
    words = " · ".join(f"{place}. {headline}" for place, headline in enumerate(headlines, 1))
    LogEntry.objects.create(
        user=by,
        content_type=ContentType.objects.get_for_model(FrontPage),
        object_id=str(front.pk),
        object_repr=str(front)[:200],
        action_flag=CHANGE,
        change_message=words or _("Nothing stands on top: the newest come first."),
    )
