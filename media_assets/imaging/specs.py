"""The sizes and formats readers get: a fixed list, so that nobody can ask for any other."""

from collections.abc import Iterator
from dataclasses import dataclass

# A new list is a new version: every photo is then found to lack copies.
VERSION = "2"
_HIGHEST_PX = 16_383  # WebP has no more

Focal = tuple[float, float]


@dataclass(frozen=True)
class Spec:
    """A size to make: a width that keeps the shape, or with ``height_px`` a crop around the focal point."""

    name: str
    width_px: int
    height_px: int | None = None
    formats: tuple[str, ...] = ("avif", "webp", "jpeg")

    def focal_key(self, focal: Focal) -> str:
        """The focal point as far as it matters: hundredths of width and height to a crop, nothing to a whole shape."""
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
CARD = Spec("card", 1200, 630, ("jpeg",))
SPECS = (*WIDTHS, *CROPS, CARD)
BY_NAME = {spec.name: spec for spec in SPECS}


def specs_for(width_px: int) -> Iterator[Spec]:
    """The sizes worth making of a picture this wide: widths up to the first that shows all of it, and every crop."""
    for spec in WIDTHS:
        yield spec
        if spec.width_px >= width_px:
            break
    yield from CROPS
    yield CARD
