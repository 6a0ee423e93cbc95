"""A photo as a page shows it: addresses by width, size, words for those who do not see it, and whose it is."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from .models import Photo, Rendition
from .renditions import is_fresh

_WIDTHS = ("w480", "w960", "w1600")


@dataclass(frozen=True)
class Picture:
    """What ``components/picture.html`` needs. Addresses are relative to the site; sizes are pixels."""

    photo: int
    src: str
    webp_srcset: str
    jpeg_srcset: str
    width: int
    height: int
    alt: str
    credit: str
    mark: str
    thumbnail: str
    card: str
    description: str


def pictures(photo_ids: Collection[int], now: datetime, *, for_desk: bool = False) -> dict[int, Picture]:
    """The photos that may be shown now, by id, in one query. The desk sees all of them."""
    if not photo_ids:
        return {}
    photos = Photo.objects.filter(pk__in=photo_ids)
    shown = photos if for_desk else photos.public(now)
    made: dict[int, dict[tuple[str, str], Rendition]] = {}
    for rendition in Rendition.objects.filter(photo__in=shown.values("pk")).select_related("photo"):
        copies = made.setdefault(rendition.photo_id, {})
        # Until the crops of a moved focal point are made, the old ones serve.
        if is_fresh(rendition, rendition.photo) or (rendition.spec, rendition.format) not in copies:
            copies[rendition.spec, rendition.format] = rendition
    return {
        photo_id: _picture(next(iter(copies.values())).photo, copies)
        for photo_id, copies in made.items()
        if any((width, "jpeg") in copies for width in _WIDTHS)
    }


def _picture(photo: Photo, made: dict[tuple[str, str], Rendition]) -> Picture:
    jpegs = [made[spec, "jpeg"] for spec in _WIDTHS if (spec, "jpeg") in made]
    webps = [made[spec, "webp"] for spec in _WIDTHS if (spec, "webp") in made]
    largest = jpegs[-1]
    thumbnail = made.get(("square", "jpeg"), jpegs[0])
    return Picture(
        photo=photo.pk,
        src=address(jpegs[min(1, len(jpegs) - 1)]),
        webp_srcset=_srcset(webps),
        jpeg_srcset=_srcset(jpegs),
        width=largest.width_px,
        height=largest.height_px,
        alt=photo.alt_text,
        credit=photo.credit,
        mark=str(photo.get_mark_display()) if photo.mark else "",
        thumbnail=address(thumbnail),
        card=address(made.get(("card", "jpeg"), largest)),
        description=photo.description,
    )


def _srcset(renditions: list[Rendition]) -> str:
    by_width = {rendition.width_px: rendition for rendition in renditions}
    return ", ".join(f"{address(rendition)} {width}w" for width, rendition in sorted(by_width.items()))


def address(rendition: Rendition) -> str:
    return reverse("media_assets:rendition", args=[rendition.file.name])
