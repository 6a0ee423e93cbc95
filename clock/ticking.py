"""Moving the readers' clock. ``bump`` is the last statement of a transaction that changes what readers see."""

from datetime import datetime

from django.db.models import F, Q

from .models import Clock


def read() -> Clock:
    """The clock's one row; it is made on first use."""
    return Clock.objects.get_or_create(pk=1)[0]


def bump() -> None:
    """Say that the public site has changed. Cached pages of earlier epochs are not served again."""
    if not Clock.objects.filter(pk=1).update(epoch=F("epoch") + 1):
        Clock.objects.get_or_create(pk=1, defaults={"epoch": 1})


def due_at(instant: datetime) -> None:
    """Say that the site changes by itself at ``instant``, unless something is due earlier."""
    read()
    Clock.objects.filter(pk=1).filter(Q(next_instant__isnull=True) | Q(next_instant__gt=instant)).update(
        next_instant=instant
    )


def set_next(instant: datetime | None) -> None:
    """Put the next instant where ``tick`` has found it after asking every table."""
    read()
    Clock.objects.filter(pk=1).update(next_instant=instant)
