"""The sizes and formats readers get: a fixed list, so that nobody can ask for any other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

# A new list is a new version: every photo is then found to lack copies.
VERSION = "3"
_HIGHEST_PX = 16_383  # WebP has no more

Focal = tuple[float, float]


class Cut(NamedTuple):
    """A part of a picture, in hundredths of its width and height from the top left corner."""

    x: int
    y: int
    width: int
    height: int

    @property
    def key(self) -> str:
        return "-".join(f"{each:02}" for each in self)

    @classmethod
    def of_key(cls, key: str) -> "Cut":
        return cls(*map(int, key.split("-")))


@dataclass(frozen=True)
class Spec:
    """A size to make: a width that keeps the shape, or with ``height_px`` a crop around the focal point.

    With ``cut`` the crop is taken from the top of that part alone: somebody out of a group.
    """

    name: str
    width_px: int
    height_px: int | None = None
    formats: tuple[str, ...] = ("avif", "webp", "jpeg")
    cut: Cut | None = None

    def focal_key(self, focal: Focal) -> str:
        """The focal point as far as it matters: hundredths of width and height to a crop, nothing to a whole shape."""
        if self.cut:
            return self.cut.key
        return f"{focal[0]:.2f}-{focal[1]:.2f}" if self.height_px else ""

    def size_of(self, width_px: int, height_px: int) -> tuple[int, int]:
        """The size of the copy of a picture of this size. Whole shapes are never blown up, crops have one size."""
        if self.height_px:
            return self.width_px, self.height_px
        # A screenshot of a whole page may be twenty times as high as it is wide.
        scale = min(1, self.width_px / width_px, _HIGHEST_PX / height_px)
        return max(1, round(width_px * scale)), max(1, round(height_px * scale))


WIDTHS = tuple(Spec(f"w{width}", width) for width in (320, 640, 960, 1280, 1920))
CROPS = (
    Spec("wide", 1280, 720, ("webp", "jpeg")),
    Spec("standard", 640, 480, ("webp", "jpeg")),
    Spec("square", 240, 240, ("webp", "jpeg")),
    Spec("portrait", 480, 600, ("webp", "jpeg")),
)
# The lead of the front page on a phone: the picture readers there wait for.
WIDE_SMALL = Spec("wide-small", 768, 432, ("webp",))
CARD = Spec("card", 1200, 630, ("jpeg",))
SPECS = (*WIDTHS, *CROPS, WIDE_SMALL, CARD)
BY_NAME = {spec.name: spec for spec in SPECS}
OF_SOMEBODY = ("portrait", "square")
_CUT_NAME = re.compile(rf"({'|'.join(OF_SOMEBODY)}) (\d\d-\d\d-\d\d-\d\d)")


def cut_specs(key: str) -> list[Spec]:
    """The crops made of a part of a picture: of the same sizes as the whole picture's."""
    return [replace(BY_NAME[shape], name=f"{shape} {key}", cut=Cut.of_key(key)) for shape in OF_SOMEBODY]


def named(name: str) -> Spec | None:
    """The size of that name: from the fixed list, or «portrait 31-42-08-10», of a part."""
    if part := _CUT_NAME.fullmatch(name):
        return next(spec for spec in cut_specs(part[2]) if spec.name == name)
    return BY_NAME.get(name)


def specs_for(width_px: int) -> Iterator[Spec]:
    """The sizes worth making of a picture this wide: widths up to the first that shows all of it, and every crop."""
    for spec in WIDTHS:
        yield spec
        if spec.width_px >= width_px:
            break
    yield from CROPS
    yield WIDE_SMALL
    yield CARD
