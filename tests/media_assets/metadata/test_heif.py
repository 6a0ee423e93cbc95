"""AVIF and HEIC put together box by box: grids, thumbnails, and other phones' habits."""

import struct
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from media_assets.metadata import CannotEmbed, Metadata, embed, read
from media_assets.metadata.containers import isobmff
from media_assets.metadata.containers.boxes import Fields, box, boxes, full_box
from media_assets.metadata.containers.items import Reference, content, read_items, read_references

from .pictures import METADATA, PICTURES, pixels

XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' \
    '<rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="Ош"/>' \
    "</rdf:RDF></x:xmpmeta>"  # fmt: skip
EXIF = b"\0\0\0\x06Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x3b\0\x02\0\0\0\x0b\0\0\0\x1a\0\0\0\0Ivan Tests\0"


def meta_children(data):
    top = {each.kind: each for each in boxes(data, 0, len(data))}
    return {each.kind: each for each in boxes(data, top[b"meta"].start + 4, top[b"meta"].end)}


def kinds(data):
    items = read_items(data, meta_children(data))
    return [items[number].kind for number in sorted(items)]


def infe(number, kind, content_type=b""):
    return full_box(b"infe", 2, struct.pack(">HH4s", number, 0, kind) + b"\0" + content_type)


def grid_picture(version=1, trailing=b""):
    """Two tiles side by side in a grid whose description lies in the meta box, a thumbnail, EXIF and XMP."""
    tile = PICTURES["plain.avif"]
    children = meta_children(tile)
    (item,) = (each for each in read_items(tile, children).values() if each.kind == b"av01")
    coded = content(tile, item, None)
    iprp = children[b"iprp"]
    ipco = next(each for each in boxes(tile, iprp.start, iprp.end) if each.kind == b"ipco")
    tiles = [(number, each) for number, each in enumerate(boxes(tile, ipco.start, ipco.end), 1)]
    own = [number for number, each in tiles if each.kind in {b"ispe", b"pixi", b"av1C", b"colr"}]
    size = full_box(b"ispe", 0, struct.pack(">II", 192, 64))
    properties = box(b"ipco", tile[ipco.start : ipco.end] + size)
    of_grid = [len(tiles) + 1, *(number for number, each in tiles if each.kind in {b"pixi", b"colr"})]
    used = {1: of_grid, 2: own, 3: own, 4: own}
    ipma = struct.pack(">I", len(used)) + b"".join(
        struct.pack(">HB", number, len(each)) + bytes(each) for number, each in used.items()
    )
    entries = [infe(1, b"grid"), infe(2, b"av01"), infe(3, b"av01"), infe(4, b"av01"), infe(5, b"Exif")]
    entries.append(infe(6, b"mime", b"application/rdf+xml\0"))
    refers = b"".join(
        box(kind, struct.pack(f">HH{len(targets)}H", source, len(targets), *targets))
        for kind, source, targets in [(b"dimg", 1, [2, 3]), (b"thmb", 4, [1]), (b"cdsc", 5, [1]), (b"cdsc", 6, [1])]
    )
    grid = struct.pack(">BBBBHH", 0, 0, 0, 1, 192, 64)
    ftyp = box(b"ftyp", b"avif\0\0\0\0avifmif1miaf")

    def built(head):
        places = b""
        for number, data in ((2, coded), (3, coded), (4, coded), (5, EXIF), (6, XMP.encode())):
            method = struct.pack(">H", 0) if version else b""
            places += struct.pack(">H", number) + method + struct.pack(">HHII", 0, 1, head, len(data))
            head += len(data)
        if version:
            places += struct.pack(">HHHHII", 1, 1, 0, 1, 0, len(grid))
        iloc = full_box(b"iloc", version, struct.pack(">HH", 0x4400, 6 if version else 5) + places)
        return full_box(
            b"meta",
            0,
            full_box(b"hdlr", 0, b"\0\0\0\0pict" + b"\0" * 13)
            + full_box(b"pitm", 0, struct.pack(">H", 1 if version else 2))
            + iloc
            + full_box(b"iinf", 0, struct.pack(">H", 6) + b"".join(entries))
            + full_box(b"iref", 0, refers)
            + box(b"iprp", properties + full_box(b"ipma", 0, ipma))
            + box(b"idat", grid),
        )

    head = len(ftyp) + len(built(0)) + 8
    return ftyp + built(head) + box(b"mdat", coded * 3 + EXIF + XMP.encode()) + trailing


def test_crafted_picture_is_one_to_others_too():
    assert pixels(grid_picture())[:2] == ("RGB", (192, 64))
    assert read(grid_picture()) == Metadata(city="Ош", creator="Ivan Tests")


def test_grid_stays_and_thumbnail_exif_and_old_xmp_go():
    embedded = embed(grid_picture(), METADATA)
    assert kinds(embedded) == [b"grid", b"av01", b"av01", b"mime"]
    assert pixels(embedded) == pixels(grid_picture())
    assert read(embedded) == METADATA
    assert b"Ivan Tests" not in embedded


def test_references_and_properties_of_what_went_go_too():
    embedded = embed(grid_picture(), METADATA)
    children = meta_children(embedded)
    references = read_references(embedded, children[b"iref"])
    assert [(each.kind, each.source, each.targets) for each in references] == [(b"dimg", 1, (2, 3)), (b"cdsc", 4, (1,))]
    iprp = children[b"iprp"]
    ipma = next(each for each in boxes(embedded, iprp.start, iprp.end) if each.kind == b"ipma")
    fields = Fields(embedded, ipma.start, ipma.end)
    fields.version()
    assert fields.number(4) == 3


def test_reference_to_what_went_keeps_its_other_targets():
    alpha = Reference(b"auxl", 3, (1, 2))
    assert alpha.among({1, 3}) == Reference(b"auxl", 3, (1,))
    assert alpha.among({3}) is None
    assert alpha.among({1, 2}) is None


def test_places_of_the_oldest_version_are_understood():
    embedded = embed(grid_picture(version=0), METADATA)
    assert read(embedded) == METADATA
    assert embed(embedded, METADATA) == embedded


def test_video_of_a_motion_photo_goes():
    assert embed(grid_picture(trailing=box(b"mpvd", b"a video")), METADATA) == embed(grid_picture(), METADATA)


def test_heic_is_written_like_avif():
    heic = PICTURES["plain.avif"].replace(b"ftypavif", b"ftypheic", 1)
    assert read(embed(heic, METADATA)) == METADATA
    assert kinds(embed(heic, METADATA)) == [b"av01", b"mime"]


def test_transparency_stays_with_its_picture():
    embedded = embed(PICTURES["clear.avif"], METADATA)
    assert kinds(embedded) == [b"av01", b"av01", b"mime"]
    assert pixels(embedded)[0] == "RGBA"


def test_animation_is_refused_in_words():
    frames = [Image.effect_noise((64, 64), 60).convert("RGB") for _ in range(2)]
    buffer = BytesIO()
    frames[0].save(buffer, "AVIF", save_all=True, append_images=frames[1:], speed=10)
    with pytest.raises(CannotEmbed, match="AVIF"):
        embed(buffer.getvalue(), METADATA)


def test_a_kilobyte_whose_items_are_the_whole_file_each_is_refused(monkeypatch):
    """Sixty thousand items may point at the same bytes; put together they would fill any memory."""
    data = PICTURES["plain.avif"]
    found = read_items(data, meta_children(data))
    (picture,) = (item for item in found.values() if item.kind == b"av01")
    same = {number: replace(picture, number=number, extents=[(0, len(data))]) for number in range(100, 150)}
    monkeypatch.setattr(isobmff, "read_items", lambda *_: found | same)
    with pytest.raises(CannotEmbed, match="larger than the file"):
        embed(data, METADATA)
