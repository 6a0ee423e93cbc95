"""Saving versions so that no edit is lost: compare and swap of an integer, and a merge by field.

``Article.version`` is the number of the newest Revision. A save says which one it began from (``base``).
"""

import re
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from clock.days import print_stamp
from search.words import search_key

from .body import sanitise
from .content import FIELDS, Content, FieldConflict, Merge, changed, merge
from .models import Article, ArticleEvent, Revision

_LINE_END = re.compile(r"\r\n?")
# What the photo desk may change in anybody's story.
PICTURE_FIELDS = frozenset({"lead_photo", "lead_caption", "lead_credit"})
_PLAIN = ("headline", "lede", "lead_caption", "lead_credit", "payer", "dateline", "source")


class Conflict(Exception):
    """Somebody else changed the same fields. Carries who and when, both texts, and what could be merged."""

    def __init__(self, theirs: Revision, mine: Content, conflicts: tuple[FieldConflict, ...], merged: Content):
        super().__init__(_("%(name)s has changed the same fields in the meantime.") % {"name": theirs.created_by})
        self.theirs = theirs
        self.mine = mine
        self.conflicts = conflicts
        self.merged = merged  # mine, with what they changed in other fields


class Outdated(Exception):
    """A version newer than the one somebody decided by. Carries it."""

    def __init__(self, theirs: Revision):
        stamp = print_stamp(timezone.localtime(theirs.created_at), get_language() or "ru")
        told = {"who": theirs.created_by, "number": theirs.number, "when": stamp}
        super().__init__(_("%(who)s saved version %(number)s on %(when)s: look at it first.") % told)
        self.theirs = theirs


@dataclass(frozen=True)
class Saved:
    """The newest Revision after a save.

    ``taken`` names fields that came from another editor meanwhile; ``replaced`` those in which this save stands over
    what the same sitting had saved since ``base``, and ``earlier`` is that version.
    """

    revision: Revision
    is_new: bool
    taken: frozenset[str] = frozenset()
    replaced: tuple[str, ...] = ()
    earlier: Revision | None = None


def may_change(article: Article, by) -> bool:
    """Editors change every draft; a reporter only their own, until it is handed in."""
    if by.has_perm("articles.change_any_article"):
        return True
    own_draft = article.created_by_id == by.pk and article.state == Article.State.DRAFT
    return own_draft and by.has_perm("articles.change_article")


def open_fields(article: Article, by) -> frozenset[str]:
    """The names of the ``Content`` fields somebody may change now, by their role and the article's state."""
    if may_change(article, by):
        return frozenset(FIELDS)
    is_over = article.state == Article.State.WITHDRAWN
    return frozenset() if is_over or not by.has_perm("articles.illustrate_article") else PICTURE_FIELDS


def need_change(article: Article, by) -> None:
    """Refuse whoever may not change this article."""
    if not may_change(article, by):
        raise PermissionDenied(_("You may not change this article: it is not yours, or it has been handed in."))


def _need_fields(article: Article, begun: Content, mine: Content, by) -> None:
    """Refuse changes of what is not open to this person: the photo desk has the pictures alone."""
    allowed = open_fields(article, by)
    if not allowed:
        need_change(article, by)
    if changed(begun, mine) - allowed:
        raise PermissionDenied(_("You may change the pictures of this article and nothing else."))


def newest(article: Article) -> Revision:
    """The newest Revision of an article, whoever may see it."""
    return article.revisions.select_related("created_by").order_by("-number")[0]


def content_of(revision: Revision) -> Content:
    return Content.from_json(revision.data)


def create(
    content: Content,
    by,
    *,
    now: datetime,
    language: str = "ru",
    reason: str = Revision.Reason.SAVE,
    comment: str = "",
    sitting: str = "",
    import_key: str = "",
    is_breaking: bool = False,
) -> Article:
    """A new draft with its first Revision."""
    if not by.has_perm("articles.add_article"):
        raise PermissionDenied(_("You may not write articles: ask a chief editor for the role of a reporter."))
    content = cleaned(content)
    with transaction.atomic():
        article = Article.objects.create(
            language=language,
            created_by=by,
            import_key=import_key,
            is_breaking=is_breaking,
            version=1,
            changed_at=now,
            **_desk_columns(content),
            **columns_of(content),
        )
        revision = _add(article, 1, content, by, now, reason, comment, sitting)
        kind = ArticleEvent.Kind.IMPORTED if reason == Revision.Reason.IMPORT else ArticleEvent.Kind.CREATED
        ArticleEvent.objects.create(article=article, kind=kind, revision=revision, by=by, at=now)
    return article


def save(
    article: Article,
    content: Content,
    base: int,
    by,
    *,
    now: datetime,
    reason: str = Revision.Reason.SAVE,
    comment: str = "",
    sitting: str = "",
) -> Saved:
    """Add a Revision that began from number ``base``; readers see nothing of it until it is published.

    Changes of other fields since ``base`` are merged in. ``sitting`` names one person's browser session: what the
    same sitting saved since then is no conflict, the later save stands.

    Raises:
        Conflict: another sitting changed the same field in another way. Nothing was saved.
        PermissionDenied: ``by`` may not change this article.
    """
    mine = cleaned(content)
    begun = _begun(article, base)
    _need_fields(article, begun, mine, by)
    while True:
        latest = newest(article)
        merged = _merged(article, begun, mine, base, latest, by, sitting)
        if merged.content == content_of(latest):
            return Saved(latest, is_new=False, taken=merged.taken)
        replaced = tuple(each.name for each in merged.conflicts)  # only one's own come this far
        with transaction.atomic():
            swapped = Article.objects.filter(pk=article.pk, version=latest.number).update(
                version=latest.number + 1, changed_at=now, **_desk_columns(merged.content)
            )
            if swapped:
                # Until it is first scheduled the row shows the desk its newest text.
                mirrored = Article.objects.filter(pk=article.pk, live_revision=None)
                mirrored.update(**columns_of(merged.content))
                number = latest.number + 1
                revision = _add(article, number, merged.content, by, now, reason, comment, sitting)
                article.refresh_from_db()
                return Saved(revision, True, merged.taken, replaced, latest if replaced else None)
        # Somebody was quicker between our look and our swap: look again. Each round somebody's save has succeeded.


def restore(article: Article, number: int, *, by, now: datetime, seen: int, sitting: str = "") -> Saved:
    """Add a Revision with the content of version ``number``; nothing is new when the newest says the same.

    ``seen`` is the newest version its restorer knew of: what somebody saved since then is not covered up unread.

    Raises:
        Outdated: there is a newer version than ``seen``.
        PermissionDenied: ``by`` may not change this article.
    """
    need_change(article, by)
    latest, old = newest(article), article.revisions.get(number=number)
    if latest.number != seen:
        raise Outdated(latest)
    comment = _("From version %(number)s") % {"number": number}
    reason = Revision.Reason.RESTORE
    try:
        with transaction.atomic():
            saved = save(article, content_of(old), seen, by, now=now, reason=reason, comment=comment, sitting=sitting)
            if saved.is_new:
                kind = ArticleEvent.Kind.RESTORED
                ArticleEvent.objects.create(article=article, kind=kind, revision=saved.revision, by=by, at=now)
    except Conflict as conflict:  # at this very moment
        raise Outdated(conflict.theirs) from conflict
    return saved


def _begun(article: Article, base: int) -> Content:
    """What a form began from; an empty document when there is no such version."""
    begun = article.revisions.filter(number=base).first()
    return content_of(begun) if begun else Content()


def _merged(article: Article, begun: Content, mine: Content, base: int, latest: Revision, by, sitting: str) -> Merge:
    outcome = merge(begun, mine, content_of(latest))
    if outcome.conflicts and not _is_own(article, base, by, sitting):
        raise Conflict(latest, mine, outcome.conflicts, outcome.content)
    return outcome


def _is_own(article: Article, base: int, by, sitting: str) -> bool:
    """True when everything saved since ``base`` came from this very sitting."""
    if not sitting:
        return False
    return not article.revisions.filter(number__gt=base).exclude(created_by=by, sitting=sitting).exists()


def cleaned(content: Content) -> Content:
    """The document as it is kept: harmless HTML, and plain words with single line ends and nothing around them.

    A browser sends back every line end as two characters: untouched fields would look changed by whoever saves.
    """
    words = {name: _LINE_END.sub("\n", getattr(content, name)).strip() for name in _PLAIN}
    return Content.from_json({**content.as_json(), **words, "body": sanitise(_LINE_END.sub("\n", content.body))})


def _add(article, number, content, by, now, reason, comment, sitting) -> Revision:
    return Revision.objects.create(
        article=article,
        number=number,
        data=content.as_json(),
        reason=reason,
        comment=comment,
        created_at=now,
        created_by=by,
        sitting=sitting,
    )


def _desk_columns(content: Content) -> dict[str, str]:
    return {"desk_headline": content.headline, "desk_key": search_key(f"{content.headline} {content.dateline}")[:600]}


def columns_of(content: Content) -> dict[str, object]:
    """The plain columns of an Article row that show this content."""
    return {
        "headline": content.headline,
        "lede": content.lede,
        "body_html": content.body,
        "section_id": content.section,
        "label": content.label,
        "payer": content.payer,
        "dateline": content.dateline,
        "source": content.source,
        "event_date": content.event_date,
    }
