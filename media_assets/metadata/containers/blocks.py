"""What passes between containers and those who understand the blocks."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Blocks:
    """Metadata as it lies in a file: packets of XMP (the first is the main one), IIM datasets, an EXIF stream."""

    xmp: tuple[bytes, ...] = ()
    iim: bytes = b""
    exif: bytes = b""
