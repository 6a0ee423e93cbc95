"""Who is told what about a story: verbs tell, each person sees it on «My desk» until they have looked.

``tell`` and ``tell_role`` run inside the transaction of the verb that calls them: no notice of what did not happen.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from .models import Article, Notice

KEEP_SEEN = timedelta(days=90)
_LONGEST = Notice._meta.get_field("words").max_length
# Which backend knows permissions must be said where there are several: others only guard the door.
_KNOWS_PERMISSIONS = "django.contrib.auth.backends.ModelBackend"


def tell(to: Iterable, kind: str, article: Article, *, by, now: datetime, words: str = "") -> None:
    """Leave a notice to each of these people who works here, but never to whoever did it."""
    told = {user.pk: user for user in to if user.is_active and user.pk != by.pk}
    words = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
    Notice.objects.bulk_create(
        Notice(to=user, kind=kind, article=article, by=by, at=now, words=words) for user in told.values()
    )


def tell_role(permission: str, kind: str, article: Article, *, by, now: datetime, words: str = "") -> None:
    """Leave a notice to all who have a permission; «articles.lift_embargo» is that of the chiefs."""
    tell(having(permission), kind, article, by=by, now=now, words=words)


def having(permission: str) -> QuerySet:
    """Everybody who works here and has a permission, by a role or of their own."""
    return get_user_model().objects.with_perm(permission, backend=_KNOWS_PERMISSIONS)


def unseen(by) -> QuerySet[Notice]:
    """One's own notices that wait to be seen, newest first."""
    return Notice.objects.filter(to=by, seen_at=None)


def see(by, now: datetime, article: Article | int | None = None) -> int:
    """One's notices of an article have been seen, or all of them. Returns how many waited."""
    waiting = unseen(by) if article is None else unseen(by).filter(article=article)
    # Asked first: every opening of a story comes here, and an update takes the lock even when it changes nothing.
    return waiting.update(seen_at=now) if waiting.exists() else 0


def forget_seen(now: datetime) -> int:
    """Delete notices seen three months ago."""
    old = Notice.objects.filter(seen_at__lt=now - KEEP_SEEN)
    return old.delete()[0] if old.exists() else 0
