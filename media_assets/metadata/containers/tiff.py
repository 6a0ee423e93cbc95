"""TIFF: a first directory with its strips or tiles, written anew.

Kept: the tags that say how to decode and print the picture, the ICC profile, the orientation. Left out: EXIF, GPS,
camera and program, further pages, reduced copies, and every byte no kept tag points to.
"""

import struct

from .. import ifd
from ..fields import CannotEmbed
from ..ifd import Tag
from .blocks import Blocks
from .photoshop import find_iim

LARGEST_XMP = None

_SUBFILE, _COMPRESSION, _XMP, _IIM, _PHOTOSHOP, _DNG = 254, 259, 700, 33723, 34377, 50706
_STRIPS, _TILES = (273, 279), (324, 325)  # where the pieces are, how long they are
_OLD_JPEG = 6
_KEPT = {
    256, 257, 258, _COMPRESSION, 262, 263, 266, 274, 277, 278, 280, 281, 282, 283, 284, 290, 291, 292, 293, 296, 301,
    317, 318, 319, 320, 321, 322, 323, 332, 333, 334, 336, 338, 339, 340, 341, 347, 529, 530, 531, 532, 34675,
}  # fmt: skip


def recognizes(data: bytes) -> bool:
    """Whether this is a TIFF; a BigTIFF is not."""
    return bool(ifd.byte_order(data))


def find(data: bytes) -> Blocks:
    """The blocks of metadata in the first directory; the file itself is its EXIF."""
    tags = ifd.first_directory(data)
    iim = tags[_IIM].value if _IIM in tags else b""
    if iim[3:4] == b"\x1c":  # written as LONGs of the other byte order
        swapped = memoryview(iim.ljust(-(-len(iim) // 4) * 4, b"\0")).cast("I")
        iim = struct.pack(f">{len(swapped)}I", *struct.unpack(f"<{len(swapped)}I", swapped))
    if not iim and _PHOTOSHOP in tags:
        iim = find_iim(tags[_PHOTOSHOP].value)
    return Blocks((tags[_XMP].value,) if _XMP in tags else (), iim, data)


def with_blocks(data: bytes, blocks: Blocks) -> bytes:
    """The same picture with this XMP and IIM; its orientation is a tag of its own.

    Raises:
        CannotEmbed: a raw file, a TIFF of the old JPEG kind, or pieces of the picture that are not in the file.
    """
    tags, order = ifd.first_directory(data), ifd.byte_order(data)
    if _DNG in tags or _first(tags, _SUBFILE) & 1:
        raise CannotEmbed("This is a camera's raw file, not a TIFF picture: export it as JPEG or TIFF first.")
    where, lengths = _TILES if _TILES[0] in tags else _STRIPS
    if where not in tags or lengths not in tags or _first(tags, _COMPRESSION) == _OLD_JPEG:
        raise CannotEmbed("This TIFF is damaged, or of a kind that cannot be written anew.")
    pieces = _pieces(data, tags[where].numbers, tags[lengths].numbers)
    kept = [tag for number, tag in tags.items() if number in _KEPT or number == lengths]
    # Said outright: a JPEG inside a TIFF that does not say so is a preview to ExifTool.
    kept.append(Tag(_SUBFILE, ifd.LONG, b"\0\0\0\0", order))
    kept += [Tag(_XMP, ifd.BYTE, packet, order) for packet in blocks.xmp]
    kept += [Tag(_IIM, ifd.UNDEFINED, blocks.iim, order)] if blocks.iim else []
    head = data[:4] + struct.pack(f"{order}I", 8)
    # The directory's length does not depend on where the pieces are.
    start = 8 + len(ifd.written([*kept, _places(where, order, 0, pieces)], order, 8))
    return b"".join([head, ifd.written([*kept, _places(where, order, start, pieces)], order, 8), *pieces])


def _first(tags: dict[int, Tag], number: int) -> int:
    return tags[number].numbers[0] if number in tags and tags[number].numbers else 0


def _pieces(data: bytes, places: tuple[int, ...], lengths: tuple[int, ...]) -> list[bytes]:
    whole = all(place + length <= len(data) for place, length in zip(places, lengths, strict=False))
    if len(places) != len(lengths) or not whole or not 0 < sum(lengths) <= 2 * len(data):
        raise CannotEmbed("This TIFF is damaged: parts of its picture are not in the file.")
    return [data[place : place + length] for place, length in zip(places, lengths, strict=True)]


def _places(number: int, order: str, start: int, pieces: list[bytes]) -> Tag:
    places = []
    for piece in pieces:
        places.append(start)
        start += len(piece)
    return Tag(number, ifd.LONG, struct.pack(f"{order}{len(places)}I", *places), order)
