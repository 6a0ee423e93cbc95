"""What can happen to an article: the states, the moves between them, and the verbs that make them.

Every verb checks who may, lists every reason why not in an editor's words, and is one transaction that ends with
the readers' clock. Slow work (names, pictures) is done before it; if the article changed meanwhile it is done again.
"""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from clock import ticking
from clock.days import print_stamp
from media_assets import renditions
from media_assets.models import Document, Photo
from media_assets.tasks import make_renditions
from search.slugs import slugify

from . import publishing, revisions
from .body import documents, figures, is_empty
from .content import Content
from .models import Article, ArticleEvent, ArticlePhoto, Author, Correction, Revision, Section

logger = logging.getLogger(__name__)

State = Article.State
Kind = ArticleEvent.Kind

# From which states a verb may start. A live article stays published while its next version is a draft.
MOVES: dict[str, set[str]] = {
    "submit": {State.DRAFT},
    "send_back": {State.SUBMITTED},
    "schedule": {State.DRAFT, State.SUBMITTED, State.SCHEDULED, State.PUBLISHED},
    "publish": {State.DRAFT, State.SUBMITTED, State.SCHEDULED, State.PUBLISHED, State.WITHDRAWN},
    # A story kept with a notice can still be taken away whole.
    "withdraw": {State.SCHEDULED, State.PUBLISHED, State.WITHDRAWN},
}


class WorkflowError(Exception):
    """A move that was refused; ``reasons`` are sentences for the editor, every one there is."""

    def __init__(self, reasons: list[str]):
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True)
class Note:
    """What readers are told of a change after publication: a ``Correction.Kind`` and the words."""

    kind: str = Correction.Kind.UPDATE
    text: str = ""


def state_at(article: Article, now: datetime) -> str:
    """The state to show: a scheduled article whose instant has come is published, whoever has noticed."""
    if article.state == State.SCHEDULED and article.public_from and article.public_from <= now:
        return State.PUBLISHED
    return article.state


def may_withdraw(article: Article, now: datetime) -> bool:
    """There is something to take from readers, or a slot to give up."""
    is_gone = article.state == State.WITHDRAWN and (not article.is_begun(now) or article.is_over(now))
    return not is_gone and state_at(article, now) in MOVES["withdraw"]


def submit(article: Article, *, by, now: datetime) -> None:
    """Hand a draft in to the editors."""
    _need(by, "articles.submit_article")
    if not revisions.may_change(article, by):
        raise PermissionDenied(_("You may only hand in your own drafts."))
    reasons = [] if article.desk_headline else [_("The headline is empty: write one.")]
    _refuse(article, "submit", now, reasons)
    with transaction.atomic():
        _move(article, {State.DRAFT}, State.SUBMITTED)
        _log(article, Kind.SUBMITTED, revisions.newest(article), by, now)


def send_back(article: Article, *, by, now: datetime, remark: str) -> None:
    """Give a submitted draft back to its writer with a remark."""
    _need(by, "articles.change_any_article")
    _refuse(article, "send_back", now, [] if remark.strip() else [_("Write what should be changed.")])
    with transaction.atomic():
        _move(article, {State.SUBMITTED}, State.DRAFT)
        _log(article, Kind.RETURNED, revisions.newest(article), by, now, remark=remark.strip())


def publish(article: Article, *, by, now: datetime, note: Note | None = None) -> None:
    """Make the newest Revision what readers see, from now on.

    Raises:
        WorkflowError: with every reason why not.
        PermissionDenied: ``by`` may not publish.
    """
    _need(by, "articles.publish_article")
    _put_out(article, "publish", now, by=by, now=now, note=note)


def schedule(article: Article, at: datetime, *, by, now: datetime, embargo_until: datetime | None = None) -> None:
    """Let the newest Revision come out at ``at``, or when the embargo ends if that is later.

    An article readers do not have yet is rendered now and simply becomes public at its instant. A change of a live
    article is applied by ``apply_due`` at or after its instant.
    """
    _need(by, "articles.publish_article")
    article.refresh_from_db(fields=["embargo_until"])
    embargo = max(filter(None, (article.embargo_until, embargo_until)), default=None)
    at = max(at, embargo or at)
    if at <= now:
        raise WorkflowError([_("That time has passed: choose a later one, or publish now.")])
    _put_out(article, "schedule", at, by=by, now=now, embargo=embargo)


def _put_out(
    article: Article,
    verb: str,
    at: datetime,
    *,
    by,
    now: datetime,
    note: Note | None = None,
    embargo: datetime | None = None,
) -> None:
    for _attempt in range(5):
        article.refresh_from_db()
        revision = revisions.newest(article)
        content = revisions.content_of(revision)
        _refuse(article, verb, now, obstacles(article, content, at) + _note_reasons(note))
        first = article.first_published_at if article.is_begun(now) else _first(content, at)
        derived = publishing.derive(article, revision, first, is_out=article.is_begun(now))
        _prepare(derived.photos)
        with transaction.atomic():
            locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
            if locked.version != revision.number:
                continue  # somebody saved while we worked: look at the newest again
            locked.embargo_until = embargo or locked.embargo_until
            if locked.embargo_until and locked.embargo_until > at:
                continue  # somebody has lengthened the embargo: it is in the way now
            if _is_spent(derived.photos, article.owner):
                continue  # another story has just taken the only use of a picture
            if at > now and locked.is_begun(now):
                _set_pending(locked, revision, at)
            else:
                _set_live(locked, derived, at, first, now)
            kind = Kind.SCHEDULED if at > now else (Kind.CORRECTED if article.is_begun(now) else Kind.PUBLISHED)
            _log(locked, kind, revision, by, now, at=at.isoformat())
            if note and article.is_begun(now):
                _record(locked, revision, note, by, now)
            if at > now:
                ticking.due_at(at)
            ticking.bump()
        article.refresh_from_db()
        return
    raise WorkflowError([_("The article keeps changing while it is being published: try again.")])


def _is_spent(pictures: list[ArticlePhoto], owner: str) -> bool:
    """Whether a picture for one use has had it. Inside a transaction: two stories ask one after the other."""
    once = Photo.objects.select_for_update().filter(
        pk__in=[picture.photo_id for picture in pictures], is_single_use=True
    )
    return any(photo.uses.exclude(owner=owner).exists() for photo in once)


def _prepare(pictures: list[ArticlePhoto]) -> None:
    """Be sure that readers can get the pictures; the worker makes what is missing, or the first who asks.

    A file that is lost or damaged stops this story with a sentence, not an error.
    """
    reasons = []
    for picture in pictures:
        try:
            if renditions.want(picture.photo):
                make_renditions.enqueue(picture.photo_id)
            renditions.prove(picture.photo)
        except (OSError, ValueError):
            logger.exception("The copies of photo %s could not be made.", picture.photo_id)
            reasons.append(
                _("The file of the photo “%(photo)s” cannot be read: choose another.") % {"photo": picture.photo}
            )
    if reasons:
        raise WorkflowError(reasons)


def _first(content: Content, at: datetime) -> datetime:
    """The instant the paper prints as that of publication: the dated one, but never later than the real one."""
    return min(content.dated or at, at)


def _set_live(article: Article, derived: publishing.Derived, at: datetime, first: datetime, now: datetime) -> None:
    was_out = article.is_begun(now)
    if not article.slug or not was_out:
        article.slug = slugify(derived.content.headline, fallback="news", max_length=80)
    article.first_published_at = first
    article.updated_at = now if was_out else first
    article.state = State.SCHEDULED if at > now else State.PUBLISHED
    article.withdrawn_at, article.withdrawal, article.withdrawal_reason = None, "", ""
    article.replaced_by = None
    article.pending_revision = article.pending_at = None
    # A live article has been public since its own beginning; one put back after a withdrawal begins anew.
    still_out = was_out and (article.public_until is None or article.public_until > now)
    publishing.write(article, derived, public_from=article.public_from if still_out else at)


def _set_pending(article: Article, revision: Revision, at: datetime) -> None:
    article.pending_revision, article.pending_at = revision, at
    article.save(update_fields=["pending_revision", "pending_at", "embargo_until"])


def apply_due(now: datetime) -> int:
    """Put out scheduled changes of live articles whose instant has come. Returns how many were applied.

    Safe to call from anywhere at any time: each is applied once, by whoever comes first.
    """
    applied = 0
    for article in Article.objects.filter(pending_at__lte=now).select_related("pending_revision"):
        try:
            applied += _apply(article, now)
        except Exception:  # one story that cannot be put out must not hold back the others, nor fail a reader
            logger.exception("The scheduled change of article %s could not be put out.", article.pk)
    return applied


def _apply(article: Article, now: datetime) -> bool:
    revision = article.pending_revision
    derived = publishing.derive(article, revision, article.first_published_at, is_out=True)
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        if locked.pending_revision_id != revision.pk or locked.withdrawn_at:
            return False
        _set_live(locked, derived, now, locked.first_published_at, now)
        ticking.bump()
    return True


def withdraw(
    article: Article,
    *,
    by,
    now: datetime,
    reason: str,
    how: str = Article.Withdrawal.GONE,
    replaced_by: Article | None = None,
) -> None:
    """Take an article from readers: gone with the reason, replaced by another, or kept with a notice on top."""
    _need(by, "articles.withdraw_article")
    reasons = [] if reason.strip() else [_("Write why the article is withdrawn: readers are told.")]
    if how == Article.Withdrawal.REPLACED and (replaced_by is None or replaced_by.pk == article.pk):
        reasons.append(_("Choose the article that replaces this one."))
    if article.state == State.WITHDRAWN and not may_withdraw(article, now):
        reasons.append(_("Readers do not have this article any more."))
    _refuse(article, "withdraw", now, reasons)
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        if locked.is_begun(now):
            locked.state = State.WITHDRAWN
            locked.withdrawn_at, locked.withdrawal, locked.withdrawal_reason = now, how, reason.strip()
            locked.replaced_by = replaced_by if how == Article.Withdrawal.REPLACED else None
            if how != Article.Withdrawal.NOTICE:
                locked.public_until = max(now, locked.public_from)
                if locked.public_until == locked.public_from:
                    locked.public_from = locked.public_until = None
        else:  # never seen by anybody: only the slot is given up
            locked.state = State.DRAFT
            locked.public_from = locked.public_until = None
            locked.first_published_at = locked.updated_at = None
        locked.pending_revision = locked.pending_at = None
        locked.save()
        if locked.public_from is None:
            publishing.remove_intervals(locked)
        elif locked.public_until:
            publishing.close_intervals(locked)
        _log(locked, Kind.WITHDRAWN, locked.live_revision, by, now, reason=reason.strip(), how=how)
        ticking.bump()
    article.refresh_from_db()


def next_instant(now: datetime) -> datetime | None:
    """When the public site next changes by itself, as far as articles and their pictures know."""
    instants = [
        Photo.objects.next_instant(now),
        *(
            Article.objects.filter(**{f"{field}__gt": now}).order_by(field).values_list(field, flat=True).first()
            for field in ("public_from", "public_until", "pending_at")
        ),
    ]
    return min((instant for instant in instants if instant), default=None)


def obstacles(article: Article, content: Content, at: datetime) -> list[str]:
    """Why this content may not come out at ``at``, in an editor's words; everything else only advises."""
    found = []
    if not content.headline.strip():
        found.append(_("The headline is empty: write one."))
    if is_empty(content.body):
        found.append(_("The text is empty: write it."))
    if article.embargo_until and article.embargo_until > at:
        stamp = print_stamp(timezone.localtime(article.embargo_until), get_language() or "ru")
        found.append(_("The embargo ends on %(stamp)s: schedule the article for that time.") % {"stamp": stamp})
    wanted = {figure.photo for figure in figures(content.body)} | ({content.lead_photo} - {None})
    photos = Photo.objects.in_bulk(wanted)
    for photo_id in sorted(wanted):
        if photo_id in photos:
            found += photos[photo_id].obstacles(at, article.owner)
        else:
            found.append(_("Photo %(number)s is not in the library: choose another.") % {"number": photo_id})
    offered = documents(content.body)
    kept = set(Document.objects.filter(pk__in=offered).values_list("pk", flat=True)) if offered else set()
    for document_id in offered:
        if document_id not in kept:
            found.append(_("Document %(number)s is not on record: choose another.") % {"number": document_id})
    if content.section and not Section.objects.filter(pk=content.section).exists():
        found.append(_("The section has been deleted: choose another."))
    authors = {credit.author for credit in content.bylines}
    if Author.objects.filter(pk__in=authors).count() < len(authors):
        found.append(_("An author has been deleted: choose the authors again."))
    return found


def _note_reasons(note: Note | None) -> list[str]:
    silent = {Correction.Kind.UPDATE, Correction.Kind.TYPO}
    if note and note.kind not in silent and not note.text.strip():
        return [_("Write what was wrong and what is right: readers are told.")]
    return []


def _record(article: Article, revision: Revision, note: Note, by, now: datetime) -> None:
    Correction.objects.create(
        article=article, revision=revision, kind=note.kind, note=note.text.strip(), made_by=by, made_at=now
    )


def _need(by, permission: str) -> None:
    if not by.has_perm(permission):
        raise PermissionDenied(_("Your role does not allow this: ask an editor."))


def _refuse(article: Article, verb: str, now: datetime, reasons: list[str]) -> None:
    state = state_at(article, now)
    if state not in MOVES[verb]:
        label = State(state).label
        reasons = [_("The article is “%(state)s”: this cannot be done now.") % {"state": label}, *reasons]
    if reasons:
        raise WorkflowError(reasons)


def _move(article: Article, before: set[str], after: str) -> None:
    """Change the state if it is still what we saw."""
    if not Article.objects.filter(pk=article.pk, state__in=before).update(state=after):
        raise WorkflowError([_("Somebody has moved this article in the meantime: look at it again.")])
    article.state = after


def _log(article: Article, kind: str, revision: Revision | None, by, now: datetime, **detail: str) -> None:
    ArticleEvent.objects.create(article=article, kind=kind, revision=revision, by=by, at=now, detail=detail)
