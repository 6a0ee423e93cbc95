"""Bringing a Revision to readers: at once, at its slot, or the one they had before."""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from clock import ticking
from media_assets import renditions
from media_assets.models import Photo
from media_assets.tasks import make_renditions

from .. import notices, public_versions, publishing, revisions
from ..content import Content
from ..models import Article, ArticleEvent, ArticlePhoto, Correction, Notice, OldSlug, Revision
from . import second_reader
from .address import slug_of
from .log import log
from .notes import Note, correction_of, note_reasons
from .obstacles import obstacles
from .rights import need, need_sections
from .states import State, WorkflowError, refuse, standing

logger = logging.getLogger(__name__)

Kind = ArticleEvent.Kind


@dataclass(frozen=True)
class Terms:
    """What an editor says along with the verb. ``revision`` is put out in place of the newest."""

    note: Note | None = None
    embargo: datetime | None = None
    alone: bool = False
    new_address: bool = False
    developing_until: datetime | None = None
    revision: Revision | None = None


@dataclass(frozen=True)
class _Ready:
    """One publication, worked out and drawn; only rows are left to write. ``is_out``: readers have had the story."""

    verb: str
    at: datetime
    terms: Terms
    derived: publishing.Derived
    first: datetime
    updated: datetime
    drawn: str
    correction: Correction | None
    is_out: bool
    is_alone: bool


def publish(
    article: Article,
    *,
    by,
    now: datetime,
    note: Note | None = None,
    alone: bool = False,
    new_address: bool = False,
    developing_until: datetime | None = None,
) -> None:
    """Make the newest Revision what readers see, from now on.

    ``note`` is what they are told of a change; ``alone`` says that the editor does without a second reader;
    ``new_address`` lets the address of a live story follow its headline.

    Raises:
        WorkflowError: with every reason why not.
        PermissionDenied: ``by`` may not publish, or the section has its own editors.
    """
    terms = Terms(note=note, alone=alone, new_address=new_address, developing_until=developing_until)
    put_out(article, "publish", now, terms, by=by, now=now)


def schedule(
    article: Article, at: datetime, *, by, now: datetime, embargo_until: datetime | None = None, alone: bool = False
) -> None:
    """Let the newest Revision come out at ``at``, or when the embargo ends if that is later.

    An article readers do not have yet is rendered now and simply becomes public at its instant. A change of a live
    article is applied by ``apply_due`` at or after its instant.

    Raises:
        WorkflowError: with every reason why not.
        PermissionDenied: ``by`` may not publish, or the section has its own editors.
    """
    article.refresh_from_db(fields=["embargo_until"])
    embargo = _longer(article.embargo_until, embargo_until)
    at = max(at, embargo or at)
    if at <= now:
        raise WorkflowError([_("That time has passed: choose a later one, or publish now.")])
    put_out(article, "schedule", at, Terms(embargo=embargo, alone=alone), by=by, now=now)


def keep_slot(article: Article, *, by, now: datetime) -> bool:
    """Let what was just saved come out at the instant the story already has; False when it has none.

    Raises:
        WorkflowError: what is new may not come out; the slot keeps the version it had.
        PermissionDenied: ``by`` may not publish; the slot keeps the version it had.
    """
    article.refresh_from_db()
    slot = article.pending_at or (article.public_from if article.state == State.SCHEDULED else None)
    taken = article.pending_revision or article.live_revision
    if slot is None or slot <= now or (taken and taken.number == article.version):
        return False
    put_out(article, "schedule", slot, Terms(alone=True), by=by, now=now)
    return True


def roll_back(article: Article, *, by, now: datetime) -> None:
    """Put what readers had before the present version back on the site.

    Drafts stay what they are; a scheduled change is called off, lest it bring back what was wrong.

    Raises:
        WorkflowError: readers never had another version, or it may not come out any more.
        PermissionDenied: ``by`` may not publish, or the section has its own editors.
    """
    article.refresh_from_db()
    earlier = public_versions.before_present(article, now)
    if earlier is None:
        raise WorkflowError([_("Readers have had no other version of this article.")])
    put_out(article, "roll_back", now, Terms(revision=earlier.revision, alone=True), by=by, now=now)


def put_out(article: Article, verb: str, at: datetime, terms: Terms, *, by, now: datetime) -> None:
    """What all verbs here do: derive and draw without a lock, then write all of it in one transaction.

    Raises:
        WorkflowError: with every reason why not.
        PermissionDenied: ``by`` may not publish, or the section has its own editors.
    """
    need(by, "articles.publish_article")
    seen = article.state
    for _attempt in range(5):
        article.refresh_from_db()
        # Whoever took it from readers meanwhile did not ask for it back.
        if article.state == State.WITHDRAWN and seen != State.WITHDRAWN:
            raise WorkflowError([_("Somebody has moved this article in the meantime: look at it again.")])
        ready = _made_ready(article, verb, at, terms, by=by, now=now)
        with transaction.atomic():
            locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
            if _still_stands(locked, article, ready):
                _write(locked, ready, by=by, now=now)
                ticking.bump()
                break
    else:
        raise WorkflowError([_("The article keeps changing while it is being published: try again.")])
    article.refresh_from_db()


def _made_ready(article: Article, verb: str, at: datetime, terms: Terms, *, by, now: datetime) -> _Ready:
    """All that is written later, or WorkflowError with every reason why it shall not be."""
    revision = terms.revision or revisions.newest(article)
    content = revisions.content_of(revision)
    need_sections(by, [content.section, article.section_id if article.live_revision_id else None])
    reasons = obstacles(article, content, at) + note_reasons(terms.note)
    refuse(article, verb, now, reasons + second_reader.alone_reasons(article, by, now, terms.alone))
    is_out = article.is_begun(now)
    first = article.first_published_at if is_out else _first(content, at)
    updated = _updated(article, terms.note, first, now)
    derived = publishing.derive(article, revision, first, is_out=is_out)
    _prepare(derived.photos)
    correction = correction_of(article, revision, terms.note, by, now) if terms.note and is_out else None
    drawn = public_versions.drawn(article, derived, first, updated, filter(None, [correction]), at)
    is_alone = terms.revision is None and second_reader.is_alone(article, by, now)
    return _Ready(verb, at, terms, derived, first, updated, drawn, correction, is_out=is_out, is_alone=is_alone)


def _still_stands(locked: Article, seen: Article, ready: _Ready) -> bool:
    """Nobody saved, published, told readers, lengthened the embargo or took a picture's only use while we worked."""
    is_newest = ready.terms.revision is not None or locked.version == ready.derived.revision.number
    embargo = _longer(ready.terms.embargo, locked.embargo_until)
    is_free = embargo is None or embargo <= ready.at
    return (
        is_newest
        and is_free
        and standing(locked) == standing(seen)
        and not _is_spent(ready.derived.photos, locked.owner)
    )


def _longer(*embargoes: datetime | None) -> datetime | None:
    return max(filter(None, embargoes), default=None)


def _write(article: Article, ready: _Ready, *, by, now: datetime) -> None:
    """The rows of one publication, or of one slot. Inside the transaction, the article locked."""
    terms, revision = ready.terms, ready.derived.revision
    article.embargo_until = _longer(terms.embargo, article.embargo_until)
    if ready.at > now and ready.is_out:
        _set_pending(article, revision, ready.at)
    else:
        if terms.new_address and ready.is_out:
            _leave_address(article, ready.derived.content)
        article.developing_until = terms.developing_until or article.developing_until
        _set_live(article, ready.derived, ready.at, ready.first, ready.updated, now)
        public_versions.put(article, revision, ready.drawn, at=ready.at, now=now)
    log(article, _kind(ready.verb, ready.is_out), revision, by, now, **_told(ready, now))
    if not ready.is_out and ready.at <= now:
        notices.tell([article.created_by], Notice.Kind.PUBLISHED, article, by=by, now=now)
    if ready.correction:
        ready.correction.save()
    if ready.is_alone:
        second_reader.wait_for_morning(article, revision, by, now)
    for instant in (ready.at, terms.developing_until):
        if instant and instant > now:
            ticking.due_at(instant)


def _kind(verb: str, is_out: bool) -> Kind:
    if verb == "publish":
        return Kind.CORRECTED if is_out else Kind.PUBLISHED
    return {"schedule": Kind.SCHEDULED, "roll_back": Kind.ROLLED_BACK}[verb]


def _told(ready: _Ready, now: datetime) -> dict[str, object]:
    """What the log says beside who and when."""
    told: dict[str, object] = {"at": ready.at.isoformat()} if ready.at > now else {}
    if ready.terms.embargo:
        told["embargo"] = ready.terms.embargo.isoformat()
    if ready.is_alone:
        told["alone"] = True
    if ready.terms.note:
        told |= {"said": ready.terms.note.kind, "note": ready.terms.note.text.strip()}
    return told


def _updated(article: Article, note: Note | None, first: datetime, now: datetime) -> datetime:
    """What the page prints as the time of its last change: a typing mistake put right is none."""
    if not article.is_begun(now):
        return first
    return article.updated_at if note and note.kind == Correction.Kind.TYPO else now


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


def _set_live(
    article: Article, derived: publishing.Derived, at: datetime, first: datetime, updated: datetime, now: datetime
) -> None:
    was_out = article.is_begun(now)
    if not article.slug or not was_out:
        article.slug = slug_of(derived.content.headline)
    article.first_published_at = first
    article.updated_at = updated
    article.state = State.SCHEDULED if at > now else State.PUBLISHED
    article.withdrawn_at, article.withdrawal, article.withdrawal_reason = None, "", ""
    article.replaced_by = None
    article.pending_revision = article.pending_at = None
    # A live article has been public since its own beginning; one put back after a withdrawal begins anew.
    still_out = was_out and (article.public_until is None or article.public_until > now)
    publishing.write(article, derived, public_from=article.public_from if still_out else at)


def _leave_address(article: Article, content: Content) -> None:
    """Let the address follow the headline; the old one stays known."""
    slug = slug_of(content.headline)
    if slug != article.slug:
        OldSlug.objects.get_or_create(article=article, slug=article.slug)
        article.slug = slug


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
    drawn = public_versions.drawn(article, derived, article.first_published_at, now, (), now)
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        was, stands = ((each.pending_revision_id, each.pending_at, each.updated_at) for each in (article, locked))
        if was != stands or locked.withdrawn_at:  # moved to a later slot, or readers were told something meanwhile
            return False
        _set_live(locked, derived, now, locked.first_published_at, now, now)
        public_versions.put(locked, revision, drawn, at=now, now=now)
        ticking.bump()
    return True
