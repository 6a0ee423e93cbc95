"""What a look at a file tells: whether it is a picture, how large, what it looks like."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from .opening import ENDINGS, decode, open_checked, upright_size

_SMALL_PX = 128  # enough to know it by


@dataclass(frozen=True)
class Seen:
    """The ending of the file's format, its upright size in pixels, and sixteen hex digits of what it looks like."""

    ending: str
    width_px: int
    height_px: int
    perceptual_hash: str


def look(path: Path) -> Seen:
    """Decode the whole file, as small as its format allows, to be sure that it is a picture to its last byte.

    Raises:
        opening.Refused: see there.
    """
    with open_checked(path) as picture:
        ending = ENDINGS[picture.format or ""]
        width, height = upright_size(picture)
        small = decode(picture, at_least_px=_SMALL_PX)
    return Seen(ending, width, height, difference_hash(small))


def difference_hash(picture: Image.Image) -> str:
    """Sixteen hex digits that stay alike when a picture is scaled or compressed again (dHash)."""
    small = picture.convert("L").resize((9, 8), Image.Resampling.BOX)
    pixels = small.tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            bits = bits << 1 | (pixels[row * 9 + column] > pixels[row * 9 + column + 1])
    return f"{bits:016x}"
