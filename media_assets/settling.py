"""What follows from a photo and its people, kept beside it: search words, marks on the picture, copies to be made.

``settle`` is called by every verb that has changed a photo, its captions or who it shows. It costs a few queries.
"""

from django.utils import timezone

from clock import ticking
from search.lemmas import lemma_text

from . import renditions
from .models import Photo


def settle(photo: Photo) -> bool:
    """Bring what is derived from this photo up to date; whether copies are left to be made."""
    shown = list(photo.persons_shown.select_related("person"))
    photo.search_key = _words(photo, shown)
    photo.regions = [_region(each) for each in shown if each.is_placed]
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


def _region(shown) -> dict[str, object]:
    """Where somebody is on the picture, as ``pictures`` hands it on: shares of width and height."""
    return {
        "person": shown.person_id,
        "name": shown.full_name,
        "x": shown.region_x,
        "y": shown.region_y,
        "width": shown.region_width or 0,
        "height": shown.region_height or 0,
    }
