"""AVIF and HEIC: items listed in a meta box, their bytes elsewhere.

Kept: every item that is a picture or a part of one (tiles, grids, transparency, depth, a gain map) and the properties
of each, colour and turning among them. Left out: EXIF, XMP that is not ours, thumbnails with their parts, every box
outside the list, such as the video of a motion photo. All that is kept moves, so all places are written anew.
"""

import struct
from collections.abc import Collection

from ..fields import CannotEmbed
from .blocks import Blocks
from .boxes import Box, Fields, box, boxes, full_box
from .items import IN_META, Item, Reference, content, read_items, read_references

LARGEST_XMP = None

_BRANDS = {b"avif", b"avis", b"mif1", b"msf1", b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif2"}
_PICTURES = {
    b"av01", b"hvc1", b"hev1", b"lhv1", b"vvc1", b"avc1", b"jpeg", b"j2k1", b"unci", b"grid", b"iovl", b"iden", b"tmap",
}  # fmt: skip
_XMP_TYPE = b"application/rdf+xml"
_LARGEST_BLOCK = 4_000_000  # bytes
_COPIED = (b"hdlr", b"dinf", b"pitm", b"grpl", b"ipro")


def recognizes(data: bytes) -> bool:
    """Whether this is a still picture of the HEIF family."""
    return data[4:8] == b"ftyp" and data[8:12] in _BRANDS


def find(data: bytes) -> Blocks:
    """The XMP and EXIF items; the EXIF turns nothing here, a property of the picture does."""
    try:
        _, children = _meta(data)
        items = read_items(data, children)
        idat = children.get(b"idat")
        small = [each for each in items.values() if sum(length for _, length in each.extents) < _LARGEST_BLOCK]
        xmp = [content(data, each, idat) for each in small if each.content_type == _XMP_TYPE][:1]
        exif = [content(data, each, idat) for each in small if each.kind == b"Exif"][:1]
    except CannotEmbed:
        return Blocks()
    return Blocks(tuple(xmp), b"", _stream(exif[0]) if exif else b"")


def with_blocks(data: bytes, blocks: Blocks) -> bytes:
    """The same picture with this XMP.

    Raises:
        CannotEmbed: an animation, a damaged file, or one whose items are stored in a way not known here.
    """
    ftyp, children = _meta(data)
    items = read_items(data, children)
    references = read_references(data, children.get(b"iref"))
    if b"pitm" not in children or b"iprp" not in children:
        raise CannotEmbed("This AVIF or HEIC picture is damaged: it does not say which picture is shown.")
    main = _main(data, children[b"pitm"])
    kept = _kept(items, references, main)
    if main not in kept:
        raise CannotEmbed("This AVIF or HEIC picture is damaged: the picture to be shown is not there.")
    idat = children.get(b"idat")
    if sum(length for number in kept for _, length in items[number].extents) > 2 * len(data):
        raise CannotEmbed("This AVIF or HEIC picture is damaged: its parts are larger than the file.")
    stored = [(item, content(data, item, idat)) for number, item in items.items() if number in kept]
    references = [among for each in references if (among := each.among(kept))]
    for packet in blocks.xmp:
        ours = _xmp_item(max(kept) + 1)
        stored.append((ours, packet))
        references.append(Reference(b"cdsc", ours.number, (main,)))
    copied = b"".join(_copy(data, children[kind]) for kind in _COPIED if kind in children)
    listed = (
        _list(stored)
        + _references(references, "H" if _narrow(stored) else "I")
        + _properties(data, children[b"iprp"], kept)
    )
    in_meta = b"".join(value for item, value in stored if item.method == IN_META)
    listed += box(b"idat", in_meta) if in_meta else b""
    # Places count from the start of the file, after a list whose own length they do not change.
    head = len(ftyp) + len(full_box(b"meta", 0, copied + _places(stored, 0) + listed)) + 8
    meta = full_box(b"meta", 0, copied + _places(stored, head) + listed)
    return ftyp + meta + box(b"mdat", b"".join(value for item, value in stored if item.method != IN_META))


def _meta(data: bytes) -> tuple[bytes, dict[bytes, Box]]:
    """The file's first box, and the boxes of its meta box."""
    top: dict[bytes, Box] = {}
    for each in boxes(data, 0, len(data)):
        top.setdefault(each.kind, each)
    if b"moov" in top:
        raise CannotEmbed("This AVIF or HEIC file is an animation: save one picture of it first.")
    if b"ftyp" not in top or b"meta" not in top:
        raise CannotEmbed("This AVIF or HEIC picture is damaged: it has no list of items.")
    if top[b"meta"].end - top[b"meta"].start > _LARGEST_BLOCK:
        raise CannotEmbed("This AVIF or HEIC picture is damaged: its list of items is longer than any picture needs.")
    children: dict[bytes, Box] = {}
    for each in boxes(data, top[b"meta"].start + 4, top[b"meta"].end):
        children.setdefault(each.kind, each)
    return _copy(data, top[b"ftyp"]), children


def _copy(data: bytes, whole: Box) -> bytes:
    return box(whole.kind, data[whole.start : whole.end])


def _main(data: bytes, pitm: Box) -> int:
    fields = Fields(data, pitm.start, pitm.end)
    return fields.number(2 if fields.version()[0] == 0 else 4)


def _kept(items: dict[int, Item], references: list[Reference], main: int) -> set[int]:
    """Pictures without thumbnails, and without what only thumbnails are made of."""
    kept = {number for number, item in items.items() if item.kind in _PICTURES}
    kept -= {each.source for each in references if each.kind == b"thmb"} - {main}
    for _ in range(4):  # a thumbnail's alpha may itself have tiles
        lost = {each.source for each in references if each.kind == b"auxl" and not kept & set(each.targets)}
        tiles = [each for each in references if each.kind == b"dimg"]
        used = {number for each in tiles if each.source in kept for number in each.targets}
        lost |= {number for each in tiles if each.source not in kept for number in each.targets} - used
        kept -= lost - {main}
    return kept


def _stream(exif: bytes) -> bytes:
    """The TIFF stream of an EXIF item, which begins with the length of whatever stands before it."""
    return exif[4 + int.from_bytes(exif[:4], "big") :]


def _xmp_item(number: int) -> Item:
    size, version = ("H", 2) if number < 0x10000 else ("I", 3)
    name = struct.pack(f">{size}H4s", number, 0, b"mime") + b"\0" + _XMP_TYPE + b"\0"
    return Item(number, b"mime", full_box(b"infe", version, name), _XMP_TYPE)


def _narrow(stored: list[tuple[Item, bytes]]) -> bool:
    """Whether all numbers fit into 16 bits: the older boxes that have these are understood by every reader."""
    return max(item.number for item, _ in stored) < 0x10000


def _list(stored: list[tuple[Item, bytes]]) -> bytes:
    code, version = ("H", 0) if len(stored) < 0x10000 else ("I", 1)
    return full_box(b"iinf", version, struct.pack(f">{code}", len(stored)) + b"".join(item.entry for item, _ in stored))


def _references(references: list[Reference], code: str) -> bytes:
    if not references:
        return b""
    inner = b"".join(
        box(each.kind, struct.pack(f">{code}H{len(each.targets)}{code}", each.source, len(each.targets), *each.targets))
        for each in references
    )
    return full_box(b"iref", 0 if code == "H" else 1, inner)


def _properties(data: bytes, iprp: Box, kept: Collection[int]) -> bytes:
    """The properties as they are, and which kept item has which."""
    inner = b""
    for each in boxes(data, iprp.start, iprp.end):
        inner += _associations(data, each, kept) if each.kind == b"ipma" else _copy(data, each)
    return box(b"iprp", inner)


def _associations(data: bytes, ipma: Box, kept: Collection[int]) -> bytes:
    fields = Fields(data, ipma.start, ipma.end)
    version, flags = fields.version()
    entries = []
    for _ in range(fields.number(4)):
        start = fields.place
        number = fields.number(2 if version == 0 else 4)
        fields.take(fields.number(1) * (2 if flags & 1 else 1))
        if number in kept:
            entries.append(data[start : fields.place])
    return full_box(b"ipma", version, struct.pack(">I", len(entries)) + b"".join(entries), flags)


def _places(stored: list[tuple[Item, bytes]], head: int) -> bytes:
    """The list of places: in the file from ``head`` on, or from the start of the meta box's own data."""
    code, version = ("H", 1) if _narrow(stored) else ("I", 2)
    entries, in_file, in_meta = b"", head, 0
    for item, value in stored:
        place = in_meta if item.method == IN_META else in_file
        entries += struct.pack(f">{code}HHHII", item.number, item.method, 0, 1, place, len(value))
        if item.method == IN_META:
            in_meta += len(value)
        else:
            in_file += len(value)
    return full_box(b"iloc", version, struct.pack(f">H{code}", 0x4400, len(stored)) + entries)
