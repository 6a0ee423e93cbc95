"""What follows from a photo and its people, kept beside it: search words, marks on the picture, copies to be made.

``settle`` is called by every verb that has changed a photo, its captions or who it shows. It costs a few queries.
"""

from django.utils import timezone

from clock import ticking
from search.lemmas import lemma_text

from . import renditions
from .imaging.cutting import cut_around
from .models import Photo, Portrait

_MOST_CUTS = 12  # as many as ``copies_wanted`` has room for


def settle(photo: Photo) -> bool:
    """Bring what is derived from this photo up to date; whether copies are left to be made."""
    shown = list(photo.persons_shown.select_related("person"))
    photo.search_key = _words(photo, shown)
    cuts = _cuts(photo, shown)
    photo.regions = [_region(each, cuts.get(each.person_id, "")) for each in shown if each.is_placed]
    photo.settled_at = timezone.now()
    itself = Photo.objects.filter(pk=photo.pk)
    itself.update(search_key=photo.search_key, regions=photo.regions, settled_at=photo.settled_at)
    if instant := itself.next_instant(photo.settled_at):
        ticking.due_at(instant)
    return renditions.want(photo)


def _words(photo: Photo, shown) -> str:
    """Everything somebody may look for a picture by, in every case form."""
    said = [
        *(photo.headline, photo.description, photo.alt_text, photo.event, photo.city, photo.country),
        *(photo.creator, photo.credit_line, photo.source, photo.original_name, *photo.keywords),
        *photo.captions.values_list("text", flat=True),
        *(word for each in shown for word in (each.full_name, each.office)),
    ]
    return lemma_text("\n".join(word for word in said if word))


def _cuts(photo: Photo, shown) -> dict[int, str]:
    """By person, the part of a group that is their portrait."""
    placed = {each.person_id: each for each in shown if each.is_placed and each.person_id} if len(shown) > 1 else {}
    if not placed:
        return {}
    portrayed = Portrait.objects.filter(photo=photo, person__in=placed).order_by("person")[:_MOST_CUTS]
    size = photo.width_px, photo.height_px
    found = {each.person_id: cut_around(_box(placed[each.person_id]), size) for each in portrayed}
    return {person: cut.key for person, cut in found.items() if cut}


def _box(shown) -> tuple[float, float, float, float]:
    return shown.region_x, shown.region_y, shown.region_width or 0, shown.region_height or 0


def _region(shown, cut: str) -> dict[str, object]:
    """Where somebody is on the picture, as ``pictures`` hands it on: shares of width and height.

    ``cut`` is the part of it that is their portrait.
    """
    return {
        "person": shown.person_id,
        "name": shown.full_name,
        "x": shown.region_x,
        "y": shown.region_y,
        "width": shown.region_width or 0,
        "height": shown.region_height or 0,
        **({"cut": cut} if cut else {}),
    }
