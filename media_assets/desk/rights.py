"""What the desk must know of a photo before it is shown: whose it is, from when, until when, how often."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from clock.days import print_stamp

from ..models import Photo

SOON = timedelta(days=14)


class Notice(NamedTuple):
    """A sentence, and whether it stops publication."""

    level: Literal["stop", "mind"]
    sentence: str


def notices(photo: Photo, now: datetime, *, is_used: bool) -> Iterator[Notice]:
    """What stands in the way of publishing it now, and what will."""
    if not photo.credit_line:
        yield Notice(
            "stop", _("No credit yet: write whom the picture is from, or no article can be published with it.")
        )
    if photo.rights_until and photo.rights_until <= now:
        yield Notice("stop", _("The rights ended on %(when)s: choose another picture.") % _told(photo.rights_until))
    elif photo.rights_until and photo.rights_until <= now + SOON:
        yield Notice(
            "mind", _("The rights end on %(when)s: then it disappears from every page.") % _told(photo.rights_until)
        )
    elif photo.rights_until:
        yield Notice("mind", _("The rights end on %(when)s.") % _told(photo.rights_until))
    if photo.rights_from and photo.rights_from > now:
        yield Notice("stop", _("The rights begin on %(when)s: publish later.") % _told(photo.rights_from))
    if photo.embargo_until and photo.embargo_until > now:
        yield Notice("stop", _("Under embargo until %(when)s: publish later.") % _told(photo.embargo_until))
    if photo.is_single_use and is_used:
        yield Notice("stop", _("For one use, and used already: choose another picture for another story."))
    elif photo.is_single_use:
        yield Notice("mind", _("For one use: one story may show it, a second one is refused."))


def _told(instant: datetime) -> dict[str, str]:
    return {"when": print_stamp(timezone.localtime(instant), get_language() or "ru")}
