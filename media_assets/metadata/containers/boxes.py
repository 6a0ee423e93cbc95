"""ISO base media boxes: a length, four letters and a content, which may be boxes again."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from ..fields import CannotEmbed


class Box(NamedTuple):
    """A box where it lies: its kind, and where its content starts and ends."""

    kind: bytes
    start: int
    end: int


def boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    """The boxes between two places, to the first that is not whole."""
    while start + 8 <= end:
        length, kind = struct.unpack_from(">I4s", data, start)
        head = 8
        if length == 1 and start + 16 <= end:
            length, head = struct.unpack_from(">Q", data, start + 8)[0], 16
        elif length == 0:  # to the end of the file
            length = end - start
        if length < head or start + length > end:
            return
        yield Box(kind, start + head, start + length)
        start += length


def box(kind: bytes, content: bytes) -> bytes:
    """A box with this content."""
    return struct.pack(">I4s", len(content) + 8, kind) + content


def full_box(kind: bytes, version: int, content: bytes, flags: int = 0) -> bytes:
    """A box whose content begins with a version and flags."""
    return box(kind, struct.pack(">I", version << 24 | flags) + content)


class Fields:
    """The numbers of a box read one after another.

    Raises:
        CannotEmbed: the box ends before its numbers do.
    """

    def __init__(self, data: bytes, start: int, end: int) -> None:
        self.data, self.place, self.end = data, start, end

    def number(self, size: int) -> int:
        """The next unsigned number of so many bytes; zero of none."""
        return int.from_bytes(self.take(size), "big")

    def take(self, size: int) -> bytes:
        """The next bytes."""
        if self.place + size > self.end:
            raise CannotEmbed("This AVIF or HEIC picture is damaged: a box ends too early.")
        self.place += size
        return self.data[self.place - size : self.place]

    def version(self) -> tuple[int, int]:
        """Version and flags, with which a full box begins."""
        return self.number(1), self.number(3)
