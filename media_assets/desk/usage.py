"""Where a photo is used, has been or will be: public pages by their intervals, drafts, portraits."""

from collections.abc import Collection
from datetime import datetime
from typing import Literal, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from .. import owners
from ..models import PhotoUse, Portrait

When = Literal["now", "scheduled", "past", "held"]


class Usage(NamedTuple):
    """One use: what it is called, its page at the desk, its state in words; ``held`` is no public use yet."""

    title: str
    url: str
    state: str
    when: When
    since: datetime | None = None
    until: datetime | None = None


def usage_of(photos: Collection[int], now: datetime) -> dict[int, list[Usage]]:
    """Photo -> its uses, those readers see now first. A few queries however many photos there are."""
    found: dict[int, list[Usage]] = {photo: [] for photo in photos}
    uses = list(PhotoUse.objects.filter(photo__in=photos).order_by("-public_from"))
    known = owners.describe({use.owner for use in uses})
    for use in uses:
        owner = known[use.owner]
        found[use.photo_id].append(Usage(*owner, _when(use, now), use.public_from, use.public_until))
    for portrait in Portrait.objects.filter(photo__in=photos).select_related("person"):
        url = reverse("admin:people_person_change", args=[portrait.person_id])
        found[portrait.photo_id].append(Usage(str(portrait.person), url, _("portrait of a person"), "held"))
    for photo, holders in owners.holding(photos).items():
        shown = {use.url for use in found[photo]}
        found[photo] += [Usage(*holder, "held") for holder in holders if holder.url not in shown]
    order = ("now", "scheduled", "held", "past")
    return {photo: sorted(each, key=lambda use: order.index(use.when)) for photo, each in found.items()}


def _when(use: PhotoUse, now: datetime) -> When:
    if use.public_from > now:
        return "scheduled"
    return "past" if use.public_until and use.public_until <= now else "now"
