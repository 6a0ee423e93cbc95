"""Who has an article open now, and whether they are typing; nothing of it outlives the minute."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from .models import Article, Opening

# A visible window speaks up every twenty seconds; one that was silent for a minute is closed, asleep or lost.
GONE_AFTER = timedelta(seconds=60)
TYPING_FOR = timedelta(seconds=30)


@dataclass(frozen=True)
class Present:
    """Somebody who has the article open, in however many windows; ``is_self`` is one's own other window."""

    name: str
    since: datetime
    is_typing: bool
    is_self: bool


def note(article: Article, tab: str, *, by, now: datetime, is_typing: bool) -> None:
    """Keep that this form of somebody's is open. One statement once the row is there, and no transaction."""
    if not tab.isalnum() or len(tab) > 32:
        return
    typed = {"typed_at": now} if is_typing else {}
    if not Opening.objects.filter(user=by, tab=tab).update(article=article, seen_at=now, **typed):
        opening = Opening(article=article, user=by, tab=tab, opened_at=now, seen_at=now, **typed)
        Opening.objects.bulk_create([opening], ignore_conflicts=True)


def leave(tab: str, *, by) -> None:
    """The form was closed or saved."""
    Opening.objects.filter(user=by, tab=tab).delete()


def others(article: Article, tab: str, *, by, now: datetime) -> list[Present]:
    """Who has the article open beside the form of this ``tab``, colleagues first, each once."""
    rows = Opening.objects.filter(article=article, seen_at__gt=now - GONE_AFTER).exclude(user=by, tab=tab)
    found: dict[int, Present] = {}
    for row in rows.select_related("user"):
        is_typing = row.typed_at is not None and row.typed_at > now - TYPING_FOR
        known = found.get(row.user_id)
        since = known.since if known else row.opened_at
        found[row.user_id] = Present(
            str(row.user), since, is_typing or bool(known and known.is_typing), row.user_id == by.pk
        )
    return sorted(found.values(), key=lambda each: each.is_self)


def open_now(articles: Collection[int], now: datetime) -> dict[int, list[str]]:
    """«Нурлан К.»: short names of those who have each of these articles open, in one query."""
    rows = Opening.objects.filter(article__in=articles, seen_at__gt=now - GONE_AFTER).select_related("user")
    found: dict[int, list[str]] = {}
    for row in rows:
        names, name = found.setdefault(row.article_id, []), _short(row.user)
        names += [name] if name not in names else []
    return found


def _short(user) -> str:
    return f"{user.first_name} {user.last_name[:1]}." if user.first_name and user.last_name else str(user)


def forget_closed(now: datetime) -> int:
    """Delete what was left of forms that are open no more."""
    old = Opening.objects.filter(seen_at__lte=now - GONE_AFTER)
    return old.delete()[0] if old.exists() else 0
