"""``?on=YYYY-MM-DD``: the public record as of a day."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils import timezone


@dataclass(frozen=True)
class AsOf:
    """The day a page speaks of, and whether the reader asked for it."""

    day: date
    is_asked: bool


def as_of(request: HttpRequest) -> AsOf:
    """The day in the address, else today; what is no day counts as not asked."""
    try:
        return AsOf(date.fromisoformat(request.GET.get("on", "")), True)
    except ValueError:
        return AsOf(timezone.localtime(request.now).date(), False)
