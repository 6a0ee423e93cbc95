"""Copies of a picture from one decode, each size made from the next larger one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from .opening import decode, open_checked, upright_size
from .specs import Focal, Spec

_SAVE = {
    "avif": {"quality": 60, "speed": 8},
    "webp": {"quality": 78, "method": 4},
    "jpeg": {"quality": 80, "optimize": True, "progressive": True},
}


@dataclass(frozen=True)
class Copy:
    """A copy as it will be kept, without words about it."""

    spec: str
    format: str
    width_px: int
    height_px: int
    data: bytes


def copies(path: Path, wanted: Sequence[tuple[Spec, str]], focal: Focal) -> Iterator[Copy]:
    """The wanted sizes and formats of the picture in this file, the widest first.

    Raises:
        opening.Refused: the file cannot be decoded any more.
    """
    specs = sorted({spec for spec, _ in wanted}, key=lambda spec: (bool(spec.height_px), -spec.width_px))
    if not specs:
        return
    with open_checked(path) as opened:
        size = upright_size(opened)
        picture = decode(opened, at_least_px=max(max(spec.width_px, spec.height_px or 0) for spec in specs))
    larger = picture
    for spec in specs:
        if spec.height_px:
            sized = ImageOps.fit(picture, spec.size_of(*size), Image.Resampling.LANCZOS, centering=focal)
        else:  # the sizes count from the whole picture: a reduced decode has lost the odd pixel
            sized = larger = larger.resize(spec.size_of(*size), Image.Resampling.LANCZOS, reducing_gap=3.0)
        for format in (format for each, format in wanted if each == spec):
            buffer = BytesIO()
            sized.save(buffer, format.upper(), **_SAVE[format])
            yield Copy(spec.name, format, sized.width, sized.height, buffer.getvalue())
