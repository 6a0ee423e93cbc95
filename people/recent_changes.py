"""Offices that changed hands lately: begun, ended or corrected; and whom to tell of it at once.

The apps above register what they want to say to an editor who has just changed an office; this one asks, and learns
no model of theirs.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from .models import Membership

LATELY = timedelta(days=14)
_MOST = 100

# Ids of memberships just changed -> sentences for whoever changed them.
Listener = Callable[[Collection[int]], Sequence[str]]
_listeners: list[Listener] = []


def register(listener: Listener) -> None:
    """Say what an editor should hear after a change of offices."""
    _listeners.append(listener)


def sentences_about(memberships: Collection[int]) -> list[str]:
    """What the apps above say about these offices having just been changed."""
    return [sentence for listener in _listeners for sentence in listener(memberships)]


def changed_lately(now: datetime) -> list[Membership]:
    """Memberships that began, ended or were corrected by hand within two weeks: at most a hundred, the latest first.

    What texts alone have told, without a date, is no news: every import brings some. Nor is what a command brought in.
    """
    today = timezone.localdate(now)
    since = today - LATELY
    by_hand = Membership.history.model.objects.filter(history_date__gte=now - LATELY, history_user__isnull=False)
    changed = Membership.objects.filter(
        Q(start_date__isnull=False, covers_from__range=(since, today))
        | Q(end_date__isnull=False, covers_until__range=(since, today))
        | Q(pk__in=by_hand.values("id"))
    )
    only_told = Q(attested_from__isnull=False, checked_at=None, start_date=None, end_date=None)
    return list(changed.exclude(only_told).select_related("person", "post").order_by("-covers_from", "-pk")[:_MOST])


def concerned(changed: Collection[Membership], now: datetime) -> set[int]:
    """The ids of everybody a change concerns: who holds the office, and who held its one seat until lately."""
    since = timezone.localdate(now) - LATELY
    posts = {each.post_id for each in changed if each.is_single_seat}
    beside = Membership.objects.filter(post__in=posts).filter(Q(covers_until=None) | Q(covers_until__gte=since))
    return {each.person_id for each in changed} | set(beside.values_list("person_id", flat=True))
