"""TIFF's directories of tags, which EXIF uses too: read within bounds, and written."""

import struct
from collections.abc import Iterable
from dataclasses import dataclass

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_NUMBERS = {1: "B", 3: "H", 4: "I", 13: "I"}
_MOST_TAGS = 1000
BYTE, ASCII, SHORT, LONG, UNDEFINED = 1, 2, 3, 4, 7


@dataclass(frozen=True)
class Tag:
    """A numbered value as it lies in the file, in the byte order of the file."""

    number: int
    type: int
    value: bytes
    order: str = "<"

    @property
    def count(self) -> int:
        """How many items of its type the value holds."""
        return len(self.value) // _SIZES[self.type]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The value as unsigned numbers; nothing if it is of another type."""
        code = _NUMBERS.get(self.type)
        return struct.unpack(f"{self.order}{self.count}{code}", self.value) if code else ()


def byte_order(data: bytes) -> str:
    """«<» for Intel, «>» for Motorola, nothing if this is no TIFF. BigTIFF is none to us."""
    return {b"II*\0": "<", b"MM\0*": ">"}.get(bytes(data[:4]), "")


def first_directory(data: bytes) -> dict[int, Tag]:
    """The tags of the first directory of a TIFF stream; empty if there is none."""
    order = byte_order(data)
    if not order or len(data) < 8:
        return {}
    return directory(data, order, struct.unpack_from(f"{order}I", data, 4)[0])


def directory(data: bytes, order: str, place: int) -> dict[int, Tag]:
    """The tags at a place, those whose values lie inside the data; of two with one number the first.

    Values that would be longer than the file together are a trap, and the rest of such a directory is left alone.
    """
    tags: dict[int, Tag] = {}
    left = len(data)
    if place + 2 > len(data):
        return tags
    (count,) = struct.unpack_from(f"{order}H", data, place)
    for each in range(min(count, _MOST_TAGS)):
        entry = place + 2 + each * 12
        if entry + 12 > len(data):
            break
        number, type, items = struct.unpack_from(f"{order}HHI", data, entry)
        length = _SIZES.get(type, 0) * items
        start = entry + 8 if length <= 4 else struct.unpack_from(f"{order}I", data, entry + 8)[0]
        left -= length
        if left < 0:
            break
        if length and start + length <= len(data):
            tags.setdefault(number, Tag(number, type, bytes(data[start : start + length]), order))
    return tags


def written(tags: Iterable[Tag], order: str, place: int) -> bytes:
    """A directory for this place in a file: its entries, then the values too long for one."""
    ordered = sorted(tags, key=lambda tag: tag.number)
    values_at = place + 2 + 12 * len(ordered) + 4
    entries, values = struct.pack(f"{order}H", len(ordered)), b""
    for tag in ordered:
        entries += struct.pack(f"{order}HHI", tag.number, tag.type, tag.count)
        if len(tag.value) <= 4:
            entries += tag.value.ljust(4, b"\0")
        else:
            entries += struct.pack(f"{order}I", values_at + len(values))
            values += tag.value + b"\0" * (len(tag.value) % 2)
    return entries + b"\0\0\0\0" + values
