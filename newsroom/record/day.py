"""``?on=YYYY-MM-DD``: the public record as of a day."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils import timezone

from people.models import Membership


@dataclass(frozen=True)
class AsOf:
    """The day a page speaks of, and whether the reader asked for it; ``refused`` is what they wrote that is no day."""

    day: date
    is_asked: bool
    refused: str = ""

    @property
    def query(self) -> str:
        """The day asked for as the beginning of an address after its «?»."""
        return f"on={self.day.isoformat()}&" if self.is_asked else ""

    def standing(self, membership: Membership) -> str:
        """Where the membership stands on that day: present, attested, former, future, or nowhere ("").

        Asked for a day, the page tells of no later one, and of attested memberships only on their own days.
        """
        if membership.is_attested_only:
            first, last = membership.told_days
            is_told = first <= self.day <= last
            return "attested" if is_told or not self.is_asked else ""
        if membership.is_current(self.day):
            return "present"
        if membership.is_former(self.day):
            return "former"
        return "" if self.is_asked else "future"


def as_of(request: HttpRequest) -> AsOf:
    """The day in the address, else today; the page says so of what is no day, such as 2021-13-44."""
    written = request.GET.get("on", "")
    try:
        return AsOf(date.fromisoformat(written), True)
    except ValueError:
        return AsOf(timezone.localtime(request.now).date(), False, refused=written[:20])
