"""WebP: chunks in a RIFF.

Kept: picture, transparency, animation and the ICC profile. Left out: every other chunk, and what follows the RIFF.
"""

import struct
from collections.abc import Iterator

from ..fields import CannotEmbed
from .blocks import Blocks

LARGEST_XMP = None

_ANIMATED, _HAS_XMP, _HAS_EXIF, _HAS_ALPHA, _HAS_PROFILE = 0x02, 0x04, 0x08, 0x10, 0x20
_FLAGS = {b"ICCP": _HAS_PROFILE, b"ALPH": _HAS_ALPHA, b"ANIM": _ANIMATED, b"EXIF": _HAS_EXIF, b"XMP ": _HAS_XMP}
_PICTURE = (b"ICCP", b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L")


def recognizes(data: bytes) -> bool:
    """Whether this is a WebP."""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def find(data: bytes) -> Blocks:
    """The XMP and EXIF chunks; WebP has no place for IIM."""
    found: dict[bytes, bytes] = {}
    for kind, start, end in _chunks(data):
        if kind in {b"XMP ", b"EXIF"}:
            found.setdefault(kind, data[start:end])
    xmp = found.get(b"XMP ")
    return Blocks((xmp,) if xmp else (), b"", found.get(b"EXIF", b"").removeprefix(b"Exif\0\0"))


def with_blocks(data: bytes, blocks: Blocks) -> bytes:
    """The same picture with this XMP, and this EXIF for its orientation; a simple file becomes an extended one.

    Raises:
        CannotEmbed: no frame is found, or not its size.
    """
    chunks = [(kind, data[start:end]) for kind, start, end in _chunks(data)]
    picture = [chunk for chunk in chunks if chunk[0] in _PICTURE]
    if not any(kind in {b"VP8 ", b"VP8L", b"ANMF"} for kind, _ in picture):
        raise CannotEmbed("This WebP is damaged: it has no picture data to keep.")
    ours = [(b"EXIF", blocks.exif)] if blocks.exif else []
    ours += [(b"XMP ", packet) for packet in blocks.xmp]
    whole = picture + ours
    if len(whole) > 1 or whole[0][0] == b"ANMF":
        whole.insert(0, (b"VP8X", _header(chunks, whole)))
    body = b"".join(_chunk(kind, content) for kind, content in whole)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _header(chunks: list[tuple[bytes, bytes]], whole: list[tuple[bytes, bytes]]) -> bytes:
    """The header of an extended file: what chunks it has, and the size of its canvas."""
    flags = 0
    for kind, _ in whole:
        flags |= _FLAGS.get(kind, 0)
    first, content = chunks[0]
    if first == b"VP8X" and len(content) >= 10:
        # Frames of an animation may have transparency that no chunk outside them shows.
        return bytes([flags | content[0] & _HAS_ALPHA]) + b"\0\0\0" + content[4:10]
    frame = next(((kind, content) for kind, content in whole if kind in {b"VP8 ", b"VP8L"}), (b"", b""))
    width, height, has_alpha = _frame_size(*frame)
    flags |= _HAS_ALPHA if has_alpha else 0
    return bytes([flags, 0, 0, 0]) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")


def _frame_size(kind: bytes, frame: bytes) -> tuple[int, int, bool]:
    """Width, height and transparency, as the first bytes of a VP8 or VP8L bitstream say them."""
    if kind == b"VP8 " and frame[3:6] == b"\x9d\x01\x2a" and len(frame) >= 10:
        width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", frame, 6))
        if width and height:
            return width, height, False
    if kind == b"VP8L" and frame[:1] == b"\x2f" and len(frame) >= 5:
        bits = int.from_bytes(frame[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, bool(bits >> 28 & 1)
    raise CannotEmbed("This WebP is damaged: its frame does not say how large it is.")


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start and end of each chunk's content, to the end of the RIFF or the first damage."""
    place, end_of_riff = 12, min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while place + 8 <= end_of_riff:
        kind, length = struct.unpack_from("<4sI", data, place)
        if place + 8 + length > end_of_riff:
            return
        yield kind, place + 8, place + 8 + length
        place += 8 + length + length % 2


def _chunk(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
