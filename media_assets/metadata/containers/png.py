"""PNG: a signature and chunks.

Kept: picture, palette, transparency, colour, resolution and animation. Left out: text, time, EXIF and every chunk not
named here; what follows the end.
"""

import struct
import zlib
from collections.abc import Iterator

from ..fields import CannotEmbed
from .blocks import Blocks
from .photoshop import find_iim

LARGEST_XMP = None

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI",
    b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT",
}  # fmt: skip
_XMP = b"XML:com.adobe.xmp"
_RAW_XMP, _RAW_IIM, _RAW_EXIF = (b"Raw profile type " + kind for kind in (b"xmp", b"iptc", b"exif"))
_READ = {_XMP, _RAW_XMP, _RAW_IIM, _RAW_EXIF}
_LARGEST_TEXT = 4_000_000  # bytes, unpacked: a kilobyte of zlib may hold a megabyte of zeros


def recognizes(data: bytes) -> bool:
    """Whether this is a PNG."""
    return data.startswith(_SIGNATURE)


def find(data: bytes) -> Blocks:
    """The blocks of metadata among the chunks; also those ImageMagick and ExifTool keep as «raw profiles»."""
    exif, texts = b"", {}
    for kind, start, end in _chunks(data):
        if kind == b"eXIf":
            exif = exif or data[start:end]
        elif kind in {b"iTXt", b"zTXt", b"tEXt"}:
            keyword = data[start : min(end, start + 80)].partition(b"\0")[0]
            if keyword in _READ and keyword not in texts:
                texts[keyword] = _text(kind, data[start + len(keyword) + 1 : end])
    iim = _profile(texts.get(_RAW_IIM, b""))
    old_exif = _profile(texts.get(_RAW_EXIF, b"")).removeprefix(b"Exif\0\0")
    xmp = texts.get(_XMP) or _profile(texts.get(_RAW_XMP, b""))
    return Blocks((xmp,) if xmp else (), find_iim(iim) or iim, exif or old_exif)


def with_blocks(data: bytes, blocks: Blocks) -> bytes:
    """The same picture with this XMP, and this EXIF for its orientation.

    Raises:
        CannotEmbed: the chunks do not lead from a header over a picture to an end.
    """
    chunks = list(_chunks(data))
    kinds = [kind for kind, _, _ in chunks]
    if kinds[:1] != [b"IHDR"] or kinds[-1] != b"IEND" or b"IDAT" not in kinds:
        raise CannotEmbed("This PNG is damaged: its chunks do not lead to an end.")
    ours = b"".join(_chunk(b"iTXt", _XMP + b"\0\0\0\0\0" + packet) for packet in blocks.xmp)
    if blocks.exif:
        ours += _chunk(b"eXIf", blocks.exif)
    parts = [_SIGNATURE]
    for number, (kind, start, end) in enumerate(chunks):
        if number == 1:  # right after the header, where a reader that stops at the picture finds them
            parts.append(ours)
        if kind in _KEPT:
            parts.append(data[start - 8 : end + 4])
    return b"".join(parts)


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start and end of each chunk's content, to the end of the picture or the first damage."""
    place = len(_SIGNATURE)
    while place + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        if place + 12 + length > len(data):
            return
        yield kind, place + 8, place + 8 + length
        if kind == b"IEND":
            return
        place += 12 + length


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content), kind) + content + struct.pack(">I", zlib.crc32(content, zlib.crc32(kind)))


def _text(kind: bytes, rest: bytes) -> bytes:
    """The text of a chunk behind its keyword, unpacked."""
    if kind == b"tEXt":
        return rest
    packed, rest = (True, rest[1:]) if kind == b"zTXt" else (rest[:1] == b"\1", rest[2:])
    if kind == b"iTXt":  # a language and the keyword in it stand before the text
        rest = rest.partition(b"\0")[2].partition(b"\0")[2]
    return _unpacked(rest) if packed else rest


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _LARGEST_TEXT)
    except zlib.error:
        return b""


def _profile(text: bytes) -> bytes:
    """A name, a length and hexadecimal digits, a line each."""
    lines = text.strip().split(b"\n", 2)
    try:
        return bytes.fromhex(lines[2].decode("ascii")) if len(lines) == 3 else b""
    except ValueError:
        return b""
