"""The library: a page of photos as large previews with what one chooses by, in a fixed number of queries."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.contrib.admin.views.main import ChangeList
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import PersonShown, Photo, PhotoUse, Portrait
from .library_filters import FILTERS, LibraryForm
from .previews import Preview, previews

VIEW = "view"
_OWN = (*FILTERS, VIEW)


class Badge(NamedTuple):
    """A few words beside a photo; an alert is what must be put right before publication."""

    words: str
    is_alert: bool = False


@dataclass(frozen=True)
class Card:
    """A photo in the grid."""

    photo: Photo
    copies: dict[str, Preview]
    badges: list[Badge]

    @property
    def small(self) -> Preview | None:
        return self.copies.get("w320")

    @property
    def large(self) -> Preview | None:
        return self.copies.get("w640")


class Chip(NamedTuple):
    """A filter that is set, in words, and the address of the list without it."""

    label: str
    value: str
    without: str


class Library(ChangeList):
    """Django's list of photos, asked by the filters above it instead of a column beside it."""

    def get_filters_params(self, params=None):
        own = super().get_filters_params(params)
        return {name: value for name, value in own.items() if name not in _OWN}

    def get_queryset(self, request, exclude_parameters=None):
        self.form = LibraryForm(request.GET)
        found = super().get_queryset(request, exclude_parameters)
        return self.form.asked(found, request.now).defer("search_key", "regions")

    def get_results(self, request):
        super().get_results(request)
        self.result_list = list(self.result_list)
        self.cards = cards(self.result_list, request.now)
        for card in self.cards:
            card.photo.card = card  # the columns of the list read it
        self.is_grid = not self.is_popup and request.GET.get(VIEW) != "list"
        self.other_view = self.get_query_string({VIEW: "list" if self.is_grid else None})
        set_here = [name for name in FILTERS if self.form.cleaned_data.get(name)]
        self.chips = [
            Chip(str(self.form.fields[name].label), self.form.told(name), self._without(name)) for name in set_here
        ]
        self.has_more_set = any(name not in ("who", "place") for name in set_here) or bool(self.form.errors)

    def _without(self, name: str) -> str:
        return self.get_query_string({name: None})


def cards(photos: Collection[Photo], now: datetime) -> list[Card]:
    """These photos with their previews and badges: four queries however many there are."""
    ids = [photo.pk for photo in photos]
    copies = previews(photos, ["w320", "w640", "square"])
    people = _counts(PersonShown, ids, "pk")
    uses = _counts(PhotoUse, ids, "owner")
    portraits = _counts(Portrait, ids, "pk")
    return [
        Card(
            photo,
            copies.get(photo.pk, {}),
            _badges(photo, now, people.get(photo.pk, 0), uses.get(photo.pk, 0) + portraits.get(photo.pk, 0)),
        )
        for photo in photos
    ]


def _counts(model, photos: Collection[int], what: str) -> dict[int, int]:
    rows = model.objects.filter(photo__in=photos).order_by().values("photo")
    return dict(rows.annotate(count=Count(what, distinct=True)).values_list("photo", "count"))


def _badges(photo: Photo, now: datetime, people: int, uses: int) -> list[Badge]:
    found = []
    if photo.mark:
        found.append(Badge(photo.mark_words))
    if photo.rights_until and photo.rights_until <= now:
        found.append(Badge(_("rights ended"), True))
    elif photo.rights_until:
        found.append(Badge(_("until %(day)s") % {"day": _day(photo.rights_until)}))
    if (later := max(filter(None, (photo.embargo_until, photo.rights_from)), default=None)) and later > now:
        found.append(Badge(_("not before %(day)s") % {"day": _day(later)}, True))
    if photo.is_single_use:
        found.append(Badge(_("for one use"), bool(uses)))
    if people:
        found.append(Badge(_("people: %(count)s") % {"count": people}))
    if uses:
        found.append(Badge(_("used: %(count)s") % {"count": uses}))
    if not photo.alt_text:
        found.append(Badge(_("no alternative text")))
    return found


def _day(instant: datetime) -> str:
    return f"{timezone.localtime(instant):%d.%m.%Y}"
