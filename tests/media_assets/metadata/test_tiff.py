"""TIFF in both byte orders, in strips and tiles; what is no single picture of its own is refused."""

import struct
from io import BytesIO

import pytest
from PIL import Image

from media_assets.metadata import CannotEmbed, Metadata, embed, ifd, iim, read
from media_assets.metadata.ifd import Tag

from .pictures import METADATA, PICTURES, pixels


def tiff(order="<", *more, pieces=(b"\x10" * 48, b"\xf0" * 48), where=273, lengths=279, sides=(8, 12)):
    """An uncompressed grey picture, its bytes before its directory, as cameras and scanners write."""

    def tag(number, type, *values):
        code = {ifd.SHORT: "H", ifd.LONG: "I"}[type]
        return Tag(number, type, struct.pack(f"{order}{len(values)}{code}", *values), order)

    places = [8 + sum(map(len, pieces[:number])) for number in range(len(pieces))]
    width, height = sides
    tags = [
        tag(256, ifd.SHORT, width),
        tag(257, ifd.SHORT, height),
        tag(258, ifd.SHORT, 8),
        tag(259, ifd.SHORT, 1),
        tag(262, ifd.SHORT, 1),
        tag(277, ifd.SHORT, 1),
        tag(where, ifd.LONG, *places),
        tag(lengths, ifd.SHORT, *map(len, pieces)),
        *([tag(278, ifd.SHORT, 6)] if where == 273 else [tag(322, ifd.SHORT, 16), tag(323, ifd.SHORT, 16)]),
        *more,
    ]
    body = b"".join(pieces)
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8 + len(body))
    return head + body + ifd.written(tags, order, 8 + len(body))


@pytest.mark.parametrize("order", ["<", ">"])
def test_strips_stay_in_both_byte_orders(order):
    source = tiff(order)
    embedded = embed(source, METADATA)
    assert embedded[:2] == source[:2]
    assert pixels(embedded) == pixels(source) == ("L", (8, 12), b"\x10" * 48 + b"\xf0" * 48)
    assert read(embedded) == METADATA


def test_tiles_stay():
    source = tiff(pieces=(b"\x10" * 256, b"\xf0" * 256), where=324, lengths=325, sides=(32, 16))
    assert pixels(embed(source, METADATA)) == pixels(source)


def test_bytes_no_tag_points_to_go():
    camera = Tag(0x8769, ifd.LONG, struct.pack("<I", 4000))
    program = Tag(305, ifd.ASCII, b"S3CRET program\0")
    embedded = embed(tiff("<", camera, program) + b"S3CRET camera", METADATA)
    assert b"S3CRET" not in embedded
    assert embedded == embed(tiff(), METADATA)


def test_further_pages_go():
    pages = [Image.new("L", (8, 8), shade) for shade in (10, 200)]
    buffer = BytesIO()
    pages[0].save(buffer, "TIFF", save_all=True, append_images=pages[1:])
    with Image.open(BytesIO(embed(buffer.getvalue(), METADATA))) as left:
        assert (left.n_frames, left.tobytes()) == (1, pages[0].tobytes())


def test_iim_written_as_numbers_of_the_other_byte_order_is_read():
    block = iim.write(Metadata(headline="Встреча"))
    block += b"\0" * (-len(block) % 4)
    swapped = struct.pack(f">{len(block) // 4}I", *struct.unpack(f"<{len(block) // 4}I", block))
    assert read(tiff("<", Tag(33723, ifd.LONG, swapped))) == Metadata(headline="Встреча")


@pytest.mark.parametrize(
    "data",
    [
        tiff("<", Tag(50706, 1, b"\1\4\0\0")),
        tiff("<", Tag(254, ifd.LONG, b"\1\0\0\0")),
        tiff(pieces=(b"\x10" * 48,), lengths=280),
        PICTURES["plain.tif"][:200],
        b"II+\0\x08\0\0\0" + b"\0" * 20,
    ],
    ids=["raw of a camera", "reduced copy first", "strips without lengths", "cut short", "BigTIFF"],
)
def test_what_cannot_be_written_anew_is_refused(data):
    with pytest.raises(CannotEmbed, match="TIFF"):
        embed(data, METADATA)
