"""A picture file read into ``Metadata``: XMP first, then IIM, then EXIF, field by field."""

from . import exif, iim, xmp
from .containers import container_of
from .fields import CannotEmbed, Metadata, first_of


def read(data: bytes) -> Metadata:
    """What the file says of itself, in readable letters; empty for a file that says nothing or is no picture.

    Never raises: of a damaged file it gives what can be read.
    """
    try:
        blocks = container_of(data).find(data)
    except CannotEmbed:
        return Metadata()
    return first_of([xmp.read(blocks.xmp), iim.read(blocks.iim), exif.read(blocks.exif)])
