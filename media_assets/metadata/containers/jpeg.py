"""JPEG: marker segments before and between the scans.

Kept: JFIF (without its thumbnail), the ICC profile, Adobe's colour transform, tables, frames and scans of the first
picture. Left out: every other application segment, comments, and all that follows the end of that picture: the
further pictures of an MPO, the video of a motion photo.
"""

import re
import struct
from collections.abc import Iterator

from ..fields import CannotEmbed
from .blocks import Blocks
from .photoshop import find_iim, with_iim

LARGEST_XMP = 65_502  # bytes: a segment less its length and Adobe's signature

_EXIF, _XMP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0"
_EXTENDED, _PHOTOSHOP = b"http://ns.adobe.com/xmp/extension/\0", b"Photoshop 3.0\0"
_LARGEST_PART = 65_400  # bytes of ExtendedXMP in a segment
_MOST_PACKETS = 4  # programs that add a second packet exist; one that adds hundreds is no program of ours
_SOI, _EOI, _SOS, _COM = 0xD8, 0xD9, 0xDA, 0xFE
_APP0, _APP1, _APP2, _APP13, _APP14, _APP15 = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xEF
# Inside a scan FF is data when a zero or a restart marker follows.
_MARKER_IN_SCAN = re.compile(rb"\xff[\xc0-\xcf\xd8-\xfe]")


def recognizes(data: bytes) -> bool:
    """Whether this is a JPEG."""
    return data[:3] == b"\xff\xd8\xff"


def find(data: bytes) -> Blocks:
    """The blocks of metadata before the first scan, as far as the segments are whole."""
    exif, resources = b"", []
    xmp: list[bytes] = []
    extended: list[bytes] = []
    for marker, start, end in _segments(data):
        payload = data[start:end]
        if marker == _APP1 and payload.startswith(_EXIF):
            exif = exif or payload[len(_EXIF) :]
        elif marker == _APP1 and payload.startswith(_XMP) and len(xmp) < _MOST_PACKETS:
            xmp.append(payload[len(_XMP) :])
        elif marker == _APP1 and payload.startswith(_EXTENDED):
            extended.append(payload[len(_EXTENDED) :])
        elif marker == _APP13 and payload.startswith(_PHOTOSHOP):
            resources.append(payload[len(_PHOTOSHOP) :])
        elif marker == _SOS:
            break
    return Blocks((*xmp, *_joined(extended, xmp)), find_iim(b"".join(resources)), exif)


def with_blocks(data: bytes, blocks: Blocks) -> bytes:
    """The same picture with these blocks and no others.

    Raises:
        CannotEmbed: the segments do not lead to a scan.
    """
    start, colour, picture, scan = b"", [], [], None
    for marker, begin, end in _segments(data):
        if marker == _APP0 and data[begin : begin + 5] == b"JFIF\0" and not start:
            start = _segment(_APP0, data[begin : begin + 12] + b"\0\0")
        elif (marker == _APP2 and data[begin : begin + 12] == b"ICC_PROFILE\0") or (
            marker == _APP14 and data[begin : begin + 5] == b"Adobe"
        ):
            colour.append(_segment(marker, data[begin:end]))
        elif marker == _SOS:
            scan = begin - 4
            break
        elif not _APP0 <= marker <= _APP15 and marker != _COM:
            picture.append(_segment(marker, data[begin:end]))
    if scan is None or not picture:
        raise CannotEmbed("This JPEG is damaged: it has no picture data to keep.")
    return b"".join([b"\xff\xd8", start, *_written(blocks), *colour, *picture, *_scans(data, scan), b"\xff\xd9"])


def _segments(data: bytes, place: int = 2) -> Iterator[tuple[int, int, int]]:
    """Marker, start and end of each segment's content, to the first scan or the first damage."""
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF:  # a fill byte
            place += 1
            continue
        length = int.from_bytes(data[place + 2 : place + 4], "big")
        if marker in {0x00, _SOI, _EOI} or length < 2 or place + 2 + length > len(data):
            return
        yield marker, place + 4, place + 2 + length
        if marker == _SOS:
            return
        place += 2 + length


def _scans(data: bytes, place: int) -> Iterator[bytes]:
    """The scans from here to the end of the picture, with the tables between them; a missing end is no damage."""
    start = place
    while found := _MARKER_IN_SCAN.search(data, place + 2):
        place, marker = found.start(), data[found.start() + 1]
        if marker in {_SOI, _EOI}:
            break
        length = int.from_bytes(data[place + 2 : place + 4], "big")
        if _APP0 <= marker <= _APP15 or marker == _COM:
            yield data[start:place]
            start = place + 2 + length
        place += length
    else:
        place = len(data)
    yield data[start:place]


def _joined(parts: list[bytes], packets: list[bytes]) -> list[bytes]:
    """ExtendedXMP put together: digest, whole length, place, then a piece; only what the main packet refers to."""
    pieces = sorted(
        (part[36:40], part[40:]) for part in parts if len(part) > 40 and any(part[:32] in packet for packet in packets)
    )
    return [b"".join(piece for _, piece in pieces)] if pieces else []


def _written(blocks: Blocks) -> Iterator[bytes]:
    if blocks.exif:
        yield _segment(_APP1, _EXIF + blocks.exif)
    for packet in blocks.xmp[:1]:
        yield _segment(_APP1, _XMP + packet)
    for packet in blocks.xmp[1:]:
        digest = re.search(rb"HasExtendedXMP>([0-9A-F]{32})<", blocks.xmp[0])
        for place in range(0, len(packet), _LARGEST_PART):
            head = digest[1] + struct.pack(">II", len(packet), place)  # type: ignore[index]
            yield _segment(_APP1, _EXTENDED + head + packet[place : place + _LARGEST_PART])
    if blocks.iim:
        yield _segment(_APP13, _PHOTOSHOP + with_iim(blocks.iim))


def _segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload
