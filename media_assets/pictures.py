"""A photo as a page shows it: addresses by size, words for those who do not see it, whose it is, who stands where."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, NamedTuple

from django.urls import reverse

from . import gates
from .credits import parse_credit
from .imaging.specs import OF_SOMEBODY, WIDE_SMALL
from .models import Photo, Rendition

Copies = Mapping[str, Any]  # of one spec: the names of its files by format, and their width and height

_LARGEST_FIRST = ("w1920", "w1280", "w960", "w640", "w320")
_SHOWN_AT = "w960"  # to a browser that knows no srcset


class Crop(NamedTuple):
    """A picture cut to one shape around its focal point; sizes are pixels. ``webp`` is empty where none is made.

    ``webp_srcset`` has the shape in more than one width, where there are such.
    """

    src: str
    webp: str
    width: int
    height: int
    webp_srcset: str = ""


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
    creator: str
    copyright_notice: str
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

    def around(self, person: int) -> "Picture":
        """The same picture with its portrait and its square cut around somebody, where they are one of a group."""
        key = next((region["cut"] for region in self.regions if region["person"] == person and "cut" in region), "")
        cut = {shape: self.crops[f"{shape} {key}"] for shape in OF_SOMEBODY if f"{shape} {key}" in self.crops}
        return replace(self, crops={**self.crops, **cut})


_NEEDED = (
    *("alt_text", "creator", "credit_line", "source", "copyright_notice", "mark", "date_created", "description"),
    *("rights_from", "rights_until", "embargo_until", "regions", "copies"),
)


def pictures(photo_ids: Collection[int], now: datetime, *, for_desk: bool = False) -> dict[int, Picture]:
    """The photos that something public shows now, by id, in one query. The desk sees all, whatever their rights."""
    if not photo_ids:
        return {}
    photos = Photo.objects.filter(pk__in=photo_ids).exclude(copies={}).only(*_NEEDED)
    return {photo.pk: _picture(photo, now, for_desk) for photo in (photos if for_desk else photos.shown(now))}


def whose(shown: Iterable[Picture | None]) -> list[str]:
    """Whose small pictures are, each once and with its mark: under a square there is no room to say it."""
    told = [picture for picture in shown if picture and not picture.is_withheld]
    return list(dict.fromkeys(filter(None, map(_told_of, told))))


def _told_of(picture: Picture) -> str:
    credit = parse_credit(picture.credit) or picture.credit
    return f"{credit} ({picture.mark})" if credit and picture.mark else credit or picture.mark


def _picture(photo: Photo, now: datetime, for_desk: bool) -> Picture:
    copies = photo.copies
    widths = [spec for spec in _LARGEST_FIRST if spec in copies]
    largest = copies[widths[0]]
    whole = Picture(
        photo=photo.pk,
        width=largest["width"],
        height=largest["height"],
        alt=photo.alt_text,
        credit=photo.credit,
        creator=photo.creator,
        copyright_notice=photo.copyright_notice,
        mark=photo.mark_words,
        description=photo.description,
        is_withheld=True,
    )
    if not for_desk and not photo.is_usable(now):
        return whole
    return replace(
        whole,
        src=_address(copies[_SHOWN_AT if _SHOWN_AT in widths else widths[0]], "jpeg"),
        avif_srcset=_srcset(copies, widths, "avif"),
        webp_srcset=_srcset(copies, widths, "webp"),
        jpeg_srcset=_srcset(copies, widths, "jpeg"),
        crops=_crops({spec: copy for spec, copy in copies.items() if spec not in widths}),
        regions=tuple(photo.regions),
        is_withheld=False,
    )


def _crops(copies: Mapping[str, Copies]) -> dict[str, Crop]:
    crops = {spec: _crop(copy) for spec, copy in copies.items() if spec != WIDE_SMALL.name}
    if "wide" in crops and WIDE_SMALL.name in copies:
        crops["wide"] = crops["wide"]._replace(webp_srcset=_srcset(copies, ("wide", WIDE_SMALL.name), "webp"))
    return crops


def _crop(copy: Copies) -> Crop:
    return Crop(_address(copy, "jpeg"), _address(copy, "webp"), copy["width"], copy["height"])


def _srcset(copies: Mapping[str, Copies], widths: Collection[str], format: str) -> str:
    by_width = {copies[spec]["width"]: _address(copies[spec], format) for spec in widths}
    return ", ".join(f"{found} {width}w" for width, found in sorted(by_width.items()))


def _address(copy: Copies, format: str) -> str:
    return _at(copy[format]) if format in copy else ""


def address(rendition: Rendition) -> str:
    return _at(rendition.file.name)


def _at(name: str) -> str:
    return gates.at(reverse("media_assets:rendition", args=[name]))
