"""A photo as a page shows it: addresses by size, words for those who do not see it, whose it is, who stands where."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, NamedTuple

from django.urls import reverse

from .models import Photo, Rendition
from .renditions import is_fresh

_LARGEST_FIRST = ("w1920", "w1280", "w960", "w640", "w320")
_SHOWN_AT = "w960"  # to a browser that knows no srcset


class Crop(NamedTuple):
    """A picture cut to one shape around its focal point; sizes are pixels. ``webp`` is empty where none is made."""

    src: str
    webp: str
    width: int
    height: int


@dataclass(frozen=True)
class Picture:
    """What ``{% photo %}`` needs. Addresses are relative to the site; sizes are pixels.

    While rights or an embargo forbid to show the photo it ``is_withheld``: it has a size and a credit, and no address.
    """

    photo: int
    width: int
    height: int
    alt: str
    credit: str
    mark: str
    description: str
    src: str = ""
    avif_srcset: str = ""
    webp_srcset: str = ""
    jpeg_srcset: str = ""
    crops: Mapping[str, Crop] = field(default_factory=dict)
    regions: tuple[Mapping[str, Any], ...] = ()
    is_withheld: bool = False

    @property
    def thumbnail(self) -> str:
        """The square, for a list."""
        return self.crops["square"].src if self.crops else ""

    @property
    def card(self) -> str:
        """The address of the picture that stands for a page elsewhere; none when the photo may not be shown."""
        return self.crops["card"].src if self.crops else ""


def pictures(photo_ids: Collection[int], now: datetime, *, for_desk: bool = False) -> dict[int, Picture]:
    """The photos that something public shows now, by id, in one query. The desk sees all, whatever their rights."""
    if not photo_ids:
        return {}
    photos = Photo.objects.filter(pk__in=photo_ids)
    shown = photos if for_desk else photos.shown(now)
    copies: dict[int, dict[tuple[str, str], Rendition]] = {}
    for rendition in Rendition.objects.filter(photo__in=shown.values("pk")).select_related("photo"):
        if is_fresh(rendition, rendition.photo):
            copies.setdefault(rendition.photo_id, {})[rendition.spec, rendition.format] = rendition
    return {photo_id: _picture(made, now, for_desk) for photo_id, made in copies.items()}


def _picture(copies: dict[tuple[str, str], Rendition], now: datetime, for_desk: bool) -> Picture:
    photo = next(iter(copies.values())).photo
    widths = [spec for spec in _LARGEST_FIRST if (spec, "jpeg") in copies]
    largest = copies[widths[0], "jpeg"]
    whole = Picture(
        photo=photo.pk,
        width=largest.width_px,
        height=largest.height_px,
        alt=photo.alt_text,
        credit=photo.credit,
        mark=photo.mark_words,
        description=photo.description,
        is_withheld=True,
    )
    if not for_desk and not photo.is_usable(now):
        return whole
    shown_at = _SHOWN_AT if _SHOWN_AT in widths else widths[0]
    return replace(
        whole,
        src=address(copies[shown_at, "jpeg"]),
        avif_srcset=_srcset(copies, widths, "avif"),
        webp_srcset=_srcset(copies, widths, "webp"),
        jpeg_srcset=_srcset(copies, widths, "jpeg"),
        crops={spec: _crop(copies, spec) for spec, format in copies if format == "jpeg" and spec not in widths},
        regions=tuple(photo.regions),
        is_withheld=False,
    )


def _crop(copies: Mapping[tuple[str, str], Rendition], spec: str) -> Crop:
    jpeg, webp = copies[spec, "jpeg"], copies.get((spec, "webp"))
    return Crop(address(jpeg), address(webp) if webp else "", jpeg.width_px, jpeg.height_px)


def _srcset(copies: Mapping[tuple[str, str], Rendition], widths: Collection[str], format: str) -> str:
    by_width = {copies[spec, format].width_px: copies[spec, format] for spec in widths if (spec, format) in copies}
    return ", ".join(f"{address(copy)} {width}w" for width, copy in sorted(by_width.items()))


def address(rendition: Rendition) -> str:
    return reverse("media_assets:rendition", args=[rendition.file.name])
