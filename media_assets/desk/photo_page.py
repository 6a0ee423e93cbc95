"""Everything the page of a photo shows beside its fields, asked in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..credits import introduced
from ..imaging.specs import CARD, CROPS
from ..likeness import alike
from ..models import Photo
from ..pictures import Picture, pictures
from ..who import day_of
from . import rights, standing
from .photo_words import photo_words
from .previews import Preview, previews
from .usage import Usage, usage_of


@dataclass(frozen=True)
class Likeness:
    """A photo that looks like this one."""

    photo: Photo
    thumbnail: Preview | None
    uses: Sequence[Usage]


@dataclass(frozen=True)
class PhotoPage:
    """A photo with its picture, its uses, what looks like it, and where its words and its people differ."""

    photo: Photo
    picture: Picture | None
    uses: Sequence[Usage]
    alike: Sequence[Likeness]
    notices: Sequence[rights.Notice]
    checked: dict[str, object]
    crops: Sequence[dict[str, object]]
    script: dict[str, object]


def page_of(photo: Photo, now: datetime) -> PhotoPage:
    """The page of a saved photo, as the desk finds it."""
    near = alike(photo)
    uses = usage_of([photo.pk, *(each.pk for each in near)], now)
    thumbnails = previews(near, ["square"])
    is_used = any(use.when in {"now", "scheduled", "past"} for use in uses[photo.pk])
    captions = [(each.language, each.text) for each in photo.captions.all()]
    return PhotoPage(
        photo,
        pictures([photo.pk], now, for_desk=True).get(photo.pk),
        uses[photo.pk],
        [Likeness(each, thumbnails.get(each.pk, {}).get("square"), uses[each.pk]) for each in near],
        list(rights.notices(photo, now, is_used=is_used)),
        checked(photo, standing.saved(photo), captions),
        [
            {"name": spec.name, "label": _CROP_LABELS[spec.name], "width": spec.width_px, "height": spec.height_px}
            for spec in (*CROPS, CARD)
        ],
        {"addresses": _addresses(photo), "words": photo_words()},
    )


_CROP_LABELS = {"wide": "16:9", "standard": "4:3", "square": "1:1", "portrait": "4:5", "card": "1200×630"}


def checked(
    photo: Photo, people: Sequence[standing.Standing], captions: Sequence[tuple[str, str]]
) -> dict[str, object]:
    """What follows from the words and the people on the page: contradictions, alternative text, the credit as printed.

    ``captions`` are languages and texts; the photo may be one that is not saved.
    """
    day = day_of(photo)
    languages = dict(settings.LANGUAGES)
    texts = [(_("Description"), photo.description)]
    texts += [(_("Caption, %(language)s") % {"language": languages.get(code, code)}, text) for code, text in captions]
    return {
        "mismatches": [
            {"where": where, "sentence": sentence}
            for where, text in texts
            for sentence in standing.contradictions(text, people, day)
        ],
        "alt": standing.alt(people, photo.description),
        "credit": introduced(photo.credit, get_language() or "ru"),
    }


def _addresses(photo: Photo) -> dict[str, str]:
    names = ("check", "read", "compose")
    found = {name: reverse(f"admin:media_assets_photo_{name}", args=[photo.pk]) for name in names}
    return {**found, "person": reverse("admin:people_person_add")}
