"""What is said of a draft at the desk: comments, whom they reach, and that they are done. Never public."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from . import mentions, notices, revisions
from .models import Article, ArticleEvent, Comment, Notice

LONGEST = 2000
LONGEST_ABOUT = 500
_TOLD_IN_LOG = 200


class NotSaid(Exception):
    """A comment that was not taken; the sentence says what to do."""


@dataclass(frozen=True)
class Said:
    """A comment as the desk shows it."""

    comment: Comment
    html: SafeString

    @property
    def is_done(self) -> bool:
        return self.comment.done_at is not None


def say(article: Article, text: str, *, by, now: datetime, about: str = "") -> Comment:
    """Put a comment under a draft and tell those it concerns.

    ``text`` is as it was typed, with «@Айбек Маматов» for a colleague; ``about`` are words of the story it speaks of.

    Raises:
        NotSaid: there is nothing to say, or too much.
        PermissionDenied: ``by`` may not see the article.
    """
    _need(by)
    typed, about = _plain(text), _plain(about)[:LONGEST_ABOUT]
    if not typed:
        raise NotSaid(_("Write what you want to say first."))
    if len(typed) > LONGEST:
        raise NotSaid(_("A comment has at most %(number)s characters: make it two.") % {"number": LONGEST})
    known = mentions.colleagues()
    kept = mentions.kept(typed, known)
    words = mentions.as_words(kept, {colleague.pk: colleague.name for colleague in known})
    revision = revisions.newest(article)
    with transaction.atomic():
        comment = Comment.objects.create(article=article, revision=revision, by=by, at=now, text=kept, about=about)
        ArticleEvent.objects.create(
            article=article,
            kind=ArticleEvent.Kind.COMMENTED,
            revision=revision,
            by=by,
            at=now,
            detail={"words": words[:_TOLD_IN_LOG]},
        )
        _tell(comment, {colleague.pk for colleague in known}, words, now)
    return comment


def set_done(comment: Comment, is_done: bool, *, by, now: datetime) -> None:
    """Say that a comment is done with, or, after a slip of the thumb, that it is not."""
    _need(by)
    # An update, since a comment itself never changes; done twice, the first stands.
    waiting = Comment.objects.filter(pk=comment.pk, done_at__isnull=is_done)
    waiting.update(done_by=by if is_done else None, done_at=now if is_done else None)


def said_of(article: Article, most: int | None = None) -> list[Said]:
    """The comments on an article, oldest first; of very many the newest. Two queries."""
    found = article.comments.select_related("by", "done_by", "revision").defer("revision__data").order_by("-at", "-pk")
    comments = list(found[:most])[::-1]
    names = mentions.names_in([comment.text for comment in comments])
    return [Said(comment, mentions.as_html(comment.text, names)) for comment in comments]


def _tell(comment: Comment, known: set[int], words: str, now: datetime) -> None:
    """Whoever is mentioned, then the writer, whoever has taken the story and whoever has said something of it."""
    article = comment.article
    named = mentions.mentioned(comment.text) & known
    taking_part = {article.created_by_id, article.taken_by_id, *article.comments.values_list("by", flat=True)}
    for kind, people in ((Notice.Kind.MENTIONED, named), (Notice.Kind.COMMENTED, (taking_part & known) - named)):
        notices.tell(_users(people), kind, article, by=comment.by, now=now, words=words)


def _users(numbers: set[int]) -> Sequence:
    return list(get_user_model().objects.filter(pk__in=numbers)) if numbers else []


def _plain(typed: str) -> str:
    """What was typed, with single line ends; a browser sends two characters for each."""
    return typed.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").strip()


def _need(by) -> None:
    if not by.has_perm("articles.view_article"):
        raise PermissionDenied(_("You may not see this article."))
