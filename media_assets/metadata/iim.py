"""IPTC-IIM, the older block of captions: records of numbered datasets, read and written.

Source: IPTC-NAA Information Interchange Model 4.2; lengths are in bytes.
"""

import struct
from collections.abc import Iterator
from itertools import islice
from typing import Any

from . import charsets
from .dates import Taken
from .fields import MOST_CHARACTERS, MOST_ITEMS, Metadata
from .texts import cut, one_line

_UTF8 = b"\x1b%G"
_KEYWORD, _CREATOR = 25, 80
_CREATED, _RELEASED, _EXPIRES = (55, 60), (30, 35), (37, 38)

# Number of the dataset in record 2, our field, the longest value in bytes.
_TEXTS = {
    105: ("headline", 256),
    120: ("description", 2000),
    110: ("credit_line", 32),
    115: ("source", 32),
    116: ("copyright_notice", 128),
    90: ("city", 32),
    101: ("country", 64),
    122: ("description_writer", 32),
}
_LONGEST_KEYWORD, _LONGEST_CREATOR = 64, 32
_MOST_BYTES = 200_000  # of all values together, many times what the standard allows

# ISO 2022 escapes for the right half of the code page; G1, G2 and G3 are all the same to a caption.
_LATIN = {
    b"A": "latin-1",
    b"B": "iso8859-2",
    b"C": "iso8859-3",
    b"D": "iso8859-4",
    b"L": "iso8859-5",
    b"M": "iso8859-9",
}


def read(block: bytes) -> Metadata:
    """What the datasets say, in whatever character set; of a damaged block what stands before the damage."""
    declared, datasets, left = None, [], _MOST_BYTES
    for record, number, value in islice(_datasets(block), MOST_ITEMS * 4):
        left -= len(value)
        if left < 0:
            break
        if (record, number) == (1, 90):
            declared = _declared(value)
        elif record == 2:
            datasets.append((number, value))
    texts = charsets.decode([value for _, value in datasets], declared)
    said: dict[int, list[str]] = {}
    for (number, _), text in zip(datasets, texts, strict=True):
        said.setdefault(number, []).append(text.strip("\0 "))
    fields: dict[str, Any] = {field: said[number][0] for number, (field, _) in _TEXTS.items() if number in said}
    return Metadata(
        **fields,
        creator=", ".join(filter(None, map(one_line, said.get(_CREATOR, [])))),
        keywords=tuple(said.get(_KEYWORD, ())),
        taken_at=_date(said, _CREATED),
        rights_from=_date(said, _RELEASED),
        rights_until=_date(said, _EXPIRES),
    ).readable()


def write(metadata: Metadata) -> bytes:
    """The metadata as datasets in declared UTF-8, each as long as the standard allows; nothing if there is nothing.

    Alt text, usage terms, event and persons shown have no dataset: they travel in XMP alone.
    """
    values = [(number, cut(getattr(metadata, field), most)) for number, (field, most) in _TEXTS.items()]
    values += [(_CREATOR, cut(name, _LONGEST_CREATOR)) for name in metadata.creators()[:MOST_ITEMS]]
    values += [(_KEYWORD, cut(keyword, _LONGEST_KEYWORD)) for keyword in metadata.keywords[:MOST_ITEMS]]
    values += _written_date(metadata.taken_at, _CREATED)
    for day, numbers in ((metadata.rights_from, _RELEASED), (metadata.rights_until, _EXPIRES)):
        values += _written_date(day, numbers) if day and day.day else []
    values = sorted((value for value in values if value[1]), key=lambda value: value[0])
    if not values:
        return b""
    block = _dataset(1, 90, _UTF8) + _dataset(2, 0, struct.pack(">H", 4))
    return block + b"".join(_dataset(2, number, text.encode()) for number, text in values)


def _datasets(block: bytes) -> Iterator[tuple[int, int, bytes]]:
    place = 0
    while block[place : place + 1] == b"\x1c" and place + 5 <= len(block):
        record, number, length = struct.unpack_from(">BBH", block, place + 1)
        place += 5
        if length & 0x8000:  # an extended dataset: the length of its length
            size = length & 0x7FFF
            if size > 4:
                return
            length = int.from_bytes(block[place : place + size], "big")
            place += size
        yield record, number, block[place : place + min(length, MOST_CHARACTERS * 4)]
        place += length


def _dataset(record: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def _declared(escape: bytes) -> str | None:
    if _UTF8 in escape:
        return "utf-8"
    for introducer in (b"\x1b-", b"\x1b.", b"\x1b/"):
        if introducer in escape:
            return _LATIN.get(escape.partition(introducer)[2][:1])
    return None


def _date(said: dict[int, list[str]], numbers: tuple[int, int]) -> Taken | None:
    day, hour = (said.get(number, [""])[0] for number in numbers)
    return Taken.from_iim(day, hour)


def _written_date(taken: Taken | None, numbers: tuple[int, int]) -> list[tuple[int, str]]:
    if taken is None:
        return []
    written = [(numbers[0], f"{taken.year:04}{taken.month or 0:02}{taken.day or 0:02}")]
    # IIM knows no time without an offset, and a wrong one would move the picture to another hour.
    if taken.time and taken.offset:
        written.append((numbers[1], f"{taken.time:%H%M%S}{taken.offset.replace(':', '')}"))
    return written
