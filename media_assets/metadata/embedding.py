"""Metadata put into a picture file: ours and nothing else, the pixels untouched."""

from . import exif, iim, xmp
from .containers import container_of, jpeg
from .containers.blocks import Blocks
from .fields import Metadata


def embed(data: bytes, metadata: Metadata) -> bytes:
    """The same picture, bit for bit, saying what ``metadata`` says and nothing of camera, owner, place or history.

    XMP carries every field; IIM in a JPEG or TIFF as much as its lengths allow; EXIF in a JPEG a few words more.
    A second call replaces what the first one wrote.

    Raises:
        CannotEmbed: the format cannot carry metadata, or the file is damaged.
    """
    container = container_of(data)
    metadata = metadata.tidied()
    turned = exif.orientation(container.find(data).exif)
    in_exif = metadata if container is jpeg else Metadata()
    blocks = Blocks(
        xmp=tuple(xmp.packets(metadata, container.LARGEST_XMP)),
        iim=iim.write(metadata),
        exif=exif.write(in_exif, turned),
    )
    return container.with_blocks(data, blocks)
