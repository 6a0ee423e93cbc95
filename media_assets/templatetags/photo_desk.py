"""What waits at the photo desk, for the first page of the admin."""

from typing import NamedTuple

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from ..desk.library_filters import ending, to_finish

register = template.Library()

_MOST_COUNTED = 100


class Waiting(NamedTuple):
    """A list of photos somebody has to look at, and how many stand in it."""

    label: str
    url: str
    number: str


@register.simple_tag(takes_context=True)
def photos_waiting(context) -> list[Waiting]:
    """The lists that are not empty. Nobody counts beyond a hundred: the list itself says how many they are."""
    now = context["request"].now
    lists = [
        (_("Rights end within two weeks"), "rights=ending", ending(now)),
        (_("To finish after publication: alternative text"), "lacks=public_alt", to_finish(now)),
    ]
    library = reverse("admin:media_assets_photo_changelist")
    counted = [(label, asked, photos.order_by()[: _MOST_COUNTED + 1].count()) for label, asked, photos in lists]
    return [
        Waiting(label, f"{library}?{asked}", str(count) if count <= _MOST_COUNTED else f"{_MOST_COUNTED}+")
        for label, asked, count in counted
        if count
    ]
