"""Half-open intervals in which something is public: ``[public_from, public_until)``, open when the end is null."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q


def covers(now: datetime, prefix: str = "") -> Q:
    """The condition that an interval, maybe one relation away (``prefix="uses__"``), covers ``now``."""
    began = Q(**{f"{prefix}public_from__lte": now})
    open_end = Q(**{f"{prefix}public_until__isnull": True}) | Q(**{f"{prefix}public_until__gt": now})
    return began & open_end


class Interval(models.Model):
    """Something public (``owner``, such as ``article:12``) uses a record in this interval.

    The owner is a word, not a key: a lower app does not know what stands above it.
    """

    owner = models.CharField(max_length=40, db_index=True)
    public_from = models.DateTimeField()
    public_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(public_until__isnull=True) | Q(public_until__gt=F("public_from")),
                name="%(class)s_is_not_empty",
            )
        ]
