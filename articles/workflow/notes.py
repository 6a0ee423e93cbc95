"""What readers are told of a change after publication."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from clock import ticking

from .. import public_versions
from ..models import Article, ArticleEvent, Correction, Revision
from .log import log
from .rights import need, need_sections
from .states import WorkflowError, refuse, standing

Kind = Correction.Kind
# These may go without words: the stamp says enough, or there is nothing to say.
SILENT = frozenset({Kind.UPDATE, Kind.TYPO})


@dataclass(frozen=True)
class Note:
    """What readers are told of a change: a ``Correction.Kind`` and the words."""

    kind: str = Kind.UPDATE
    text: str = ""


def note_reasons(note: Note | None) -> list[str]:
    """Why readers cannot be told so."""
    if note and note.kind not in SILENT and not note.text.strip():
        return [_("Write what was wrong and what is right: readers are told.")]
    return []


def correction_of(article: Article, revision: Revision, note: Note, by, now: datetime) -> Correction:
    """The row that tells readers, not written yet."""
    return Correction(
        article=article, revision=revision, kind=note.kind, note=note.text.strip(), made_by=by, made_at=now
    )


def add_note(article: Article, note: Note, *, by, now: datetime) -> None:
    """Tell readers of a change they already have, such as an earlier version put back.

    Raises:
        WorkflowError: the kind of note wants words, or readers do not have the story.
        PermissionDenied: ``by`` may not publish.
    """
    need(by, "articles.publish_article")
    article.refresh_from_db()
    need_sections(by, [article.section_id])
    reasons = note_reasons(note)
    if not note.text.strip() and not reasons:
        reasons.append(_("Write what readers should know."))
    if not article.is_begun(now) or article.is_over(now):
        reasons.append(_("Readers do not have this article."))
    refuse(article, "note", now, reasons)
    correction = correction_of(article, article.live_revision, note, by, now)
    was = standing(article)
    if note.kind != Kind.TYPO:
        article.updated_at = now
    html = public_versions.drawn_row(article, now, extra=[correction])
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        if standing(locked) != was:
            raise WorkflowError([_("Somebody has moved this article in the meantime: look at it again.")])
        correction.save()
        locked.updated_at = article.updated_at
        locked.save(update_fields=["updated_at"])
        public_versions.put(locked, locked.live_revision, html, at=now, now=now)
        log(locked, ArticleEvent.Kind.NOTED, locked.live_revision, by, now, note=note.text.strip(), said=note.kind)
        ticking.bump()
