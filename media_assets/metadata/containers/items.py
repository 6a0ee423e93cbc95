"""The items of an AVIF or HEIC file: pictures, their parts and their metadata, and how they refer to each other.

Source: ISO/IEC 14496-12, the boxes iinf, iloc and iref.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from ..fields import CannotEmbed
from .boxes import Box, Fields, boxes

_MOST_EXTENTS = 20_000
IN_FILE, IN_META = 0, 1  # construction methods: where an item's bytes are


@dataclass
class Item:
    """One item: its entry in the list as it lies in the file, and its bytes."""

    number: int
    kind: bytes
    entry: bytes
    content_type: bytes = b""
    method: int = IN_FILE
    extents: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True)
class Reference:
    """«thmb», «dimg», «auxl», «cdsc»: one item names others."""

    kind: bytes
    source: int
    targets: tuple[int, ...]

    def among(self, kept: Collection[int]) -> "Reference | None":
        """The reference without items that are not kept: one alpha may belong to a picture and to its thumbnail."""
        targets = tuple(number for number in self.targets if number in kept)
        return replace(self, targets=targets) if targets and self.source in kept else None


def read_items(data: bytes, children: dict[bytes, Box]) -> dict[int, Item]:
    """The items of a meta box by their numbers, with their extents.

    Raises:
        CannotEmbed: a box is missing or damaged, or items lie outside this file.
    """
    if b"iinf" not in children or b"iloc" not in children:
        raise CannotEmbed("This AVIF or HEIC picture is damaged: it has no list of items.")
    info = children[b"iinf"]
    fields = Fields(data, info.start, info.end)
    version, _ = fields.version()
    fields.number(2 if version == 0 else 4)
    items = {}
    for entry in boxes(data, fields.place, info.end):
        item = _item(data, entry)
        items[item.number] = item
    _locate(data, children[b"iloc"], items)
    return items


def read_references(data: bytes, iref: Box | None) -> list[Reference]:
    """Which item refers to which."""
    if iref is None:
        return []
    fields = Fields(data, iref.start, iref.end)
    size = 2 if fields.version()[0] == 0 else 4
    references = []
    for each in boxes(data, fields.place, iref.end):
        inner = Fields(data, each.start, each.end)
        source = inner.number(size)
        references.append(Reference(each.kind, source, tuple(inner.number(size) for _ in range(inner.number(2)))))
    return references


def content(data: bytes, item: Item, idat: Box | None) -> bytes:
    """The bytes of an item, from wherever its extents lie.

    Raises:
        CannotEmbed: an extent is not in the file.
    """
    start, end = (0, len(data)) if item.method == IN_FILE else (idat.start, idat.end) if idat else (0, 0)
    if any(start + place + length > end for place, length in item.extents):
        raise CannotEmbed("This AVIF or HEIC picture is damaged: parts of it are not in the file.")
    if sum(length for _, length in item.extents) > len(data):
        raise CannotEmbed("This AVIF or HEIC picture is damaged: its parts are larger than the file.")
    return b"".join(data[start + place : start + place + length] for place, length in item.extents)


def _item(data: bytes, entry: Box) -> Item:
    fields = Fields(data, entry.start, entry.end)
    version, _ = fields.version()
    if entry.kind != b"infe" or version not in {2, 3}:
        raise CannotEmbed("This AVIF or HEIC picture is of a kind that cannot be written anew.")
    number = fields.number(2 if version == 2 else 4)
    fields.number(2)
    kind = fields.take(4)
    _, _, rest = data[fields.place : entry.end].partition(b"\0")
    content_type = rest.partition(b"\0")[0] if kind == b"mime" else b""
    return Item(number, kind, data[entry.start - 8 : entry.end], content_type)


def _locate(data: bytes, iloc: Box, items: dict[int, Item]) -> None:
    fields = Fields(data, iloc.start, iloc.end)
    version, _ = fields.version()
    sizes = fields.number(2)
    offset_size, length_size, base_size, index_size = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    wide = 2 if version < 2 else 4
    seen = 0
    for _ in range(fields.number(wide)):
        number = fields.number(wide)
        method = fields.number(2) & 15 if version else IN_FILE
        elsewhere = fields.number(2)
        base = fields.number(base_size)
        extents = []
        count = fields.number(2)
        seen += count + 1
        for _ in range(count if seen < _MOST_EXTENTS else 0):
            fields.number(index_size if version else 0)
            place = base + fields.number(offset_size)
            extents.append((place, fields.number(length_size)))
        if elsewhere or method > IN_META or version > 2 or seen >= _MOST_EXTENTS or not length_size:
            raise CannotEmbed("This AVIF or HEIC picture is of a kind that cannot be written anew.")
        if number in items:
            items[number].method, items[number].extents = method, extents
