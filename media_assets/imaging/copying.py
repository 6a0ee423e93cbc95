"""Copies of a picture from one decode, each size made from the next larger one."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from .opening import decode, open_checked, upright_size
from .specs import Cut, Focal, Spec

QUALITY = {
    "avif": {"quality": 60, "speed": 8},
    "webp": {"quality": 78, "method": 4},
    "jpeg": {"quality": 80, "optimize": True, "progressive": True},
}
_ENCODERS = min(os.cpu_count() or 1, 4)


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
        picture = decode(opened, at_least_px=max(map(_pixels_for, specs)))
    # Encoders work outside Python's lock: while one size is encoded the next is made and encoded on another core.
    with ThreadPoolExecutor(max_workers=_ENCODERS) as encoders:
        encoded = [
            encoders.submit(_encoded, spec, format, sized)
            for spec, sized in _sizes(picture, size, specs, focal)
            for format in (format for each, format in wanted if each == spec)
        ]
        for copy in encoded:
            yield copy.result()


def _sizes(
    picture: Image.Image, size: tuple[int, int], specs: Sequence[Spec], focal: Focal
) -> Iterator[tuple[Spec, Image.Image]]:
    """Each size, a width from the next larger one. They count from the whole picture: a reduced decode is rounded."""
    larger = picture
    for spec in specs:
        if spec.cut:
            part = picture.crop(_box(spec.cut, picture.size))
            yield spec, ImageOps.fit(part, spec.size_of(*size), Image.Resampling.LANCZOS, centering=(0.5, 0))
        elif spec.height_px:
            yield spec, ImageOps.fit(picture, spec.size_of(*size), Image.Resampling.LANCZOS, centering=focal)
        else:
            larger = larger.resize(spec.size_of(*size), Image.Resampling.LANCZOS, reducing_gap=3.0)
            yield spec, larger


def _pixels_for(spec: Spec) -> int:
    """How large the whole picture must be decoded for this size."""
    share = min(spec.cut.width, spec.cut.height) / 100 if spec.cut else 1
    return round(max(spec.width_px, spec.height_px or 0) / share)


def _box(cut: Cut, size: tuple[int, int]) -> tuple[int, int, int, int]:
    wide, high = size[0] / 100, size[1] / 100
    edges = (cut.x * wide, cut.y * high, (cut.x + cut.width) * wide, (cut.y + cut.height) * high)
    left, top, right, bottom = map(round, edges)
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _encoded(spec: Spec, format: str, picture: Image.Image) -> Copy:
    buffer = BytesIO()
    picture.save(buffer, format.upper(), **QUALITY[format])
    return Copy(spec.name, format, picture.width, picture.height, buffer.getvalue())
