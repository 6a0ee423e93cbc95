"""What else a JPEG brings along, and what of it goes out: the picture alone."""

import struct
from io import BytesIO

import pytest
from PIL import Image

from media_assets.metadata import CannotEmbed, Metadata, embed, read
from media_assets.metadata.containers import jpeg

from .pictures import METADATA, PICTURES, pixels

PLAIN = PICTURES["plain.jpg"]


def segment(marker, payload):
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def markers(data):
    return [marker for marker, _, _ in jpeg._segments(data)]


def with_segments(data, *segments):
    return data[:2] + b"".join(segments) + data[2:]


def test_unknown_segments_and_comments_go():
    noisy = with_segments(
        PLAIN,
        segment(0xE0, b"JFXX\0\x10thumbnail"),
        segment(0xE2, b"MPF\0II*\0"),
        segment(0xE3, b"Meta\0\0maker"),
        segment(0xED, b"Photoshop 3.0\x008BIM\x04\x0c\0\0\0\0\0\x04abcd"),
        segment(0xEB, b"JP\0\x01jumbf"),
        segment(0xFE, b"a comment"),
    )
    assert embed(noisy, METADATA) == embed(PLAIN, METADATA)


def test_thumbnail_inside_jfif_goes():
    jfif = b"JFIF\0\x01\x02\0\0\x01\0\x01\x02\x02" + b"\xaa" * 12
    source = b"\xff\xd8" + segment(0xE0, jfif) + PLAIN[2 + 18 :]
    cleaned = embed(source, Metadata())
    assert b"\xaa" * 12 not in cleaned
    assert cleaned[2:20] == segment(0xE0, jfif[:12] + b"\0\0")


def test_adobe_transform_and_every_part_of_a_profile_stay():
    profile = [segment(0xE2, b"ICC_PROFILE\0" + bytes([part, 2]) + b"p" * 40) for part in (1, 2)]
    adobe = segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01")
    cleaned = embed(with_segments(PLAIN, *profile, adobe), METADATA)
    assert profile[0] + profile[1] + adobe in cleaned


def test_video_of_a_motion_photo_goes():
    assert embed(PLAIN + b"\0\0\0\x18ftypmp42 a video", METADATA) == embed(PLAIN, METADATA)


def test_further_pictures_of_an_mpo_go():
    with Image.open(BytesIO(PLAIN)) as first, Image.open(BytesIO(PICTURES["progressive.jpg"])) as second:
        buffer = BytesIO()
        first.save(buffer, "MPO", save_all=True, append_images=[second], quality="keep")
    embedded = embed(buffer.getvalue(), METADATA)
    assert Image.open(BytesIO(embedded)).format == "JPEG"
    assert pixels(embedded) == pixels(buffer.getvalue())
    assert (buffer.getvalue().count(b"\xff\xd8\xff"), embedded.count(b"\xff\xd8\xff")) == (2, 1)
    assert read(embedded) == METADATA


def test_comment_between_scans_goes_and_the_scans_stay():
    progressive = PICTURES["progressive.jpg"]
    between = progressive.rindex(b"\xff\xda")
    tables = progressive.rindex(b"\xff\xc4", 0, between)
    noisy = progressive[:tables] + segment(0xFE, b"a secret") + segment(0xE1, b"another") + progressive[tables:]
    assert embed(noisy, METADATA) == embed(progressive, METADATA)


def test_missing_end_of_the_picture_is_no_damage():
    assert embed(PLAIN[:-2], METADATA) == embed(PLAIN, METADATA)


def test_fill_bytes_between_segments_are_skipped():
    assert embed(PLAIN[:2] + b"\xff\xff" + PLAIN[2:], METADATA) == embed(PLAIN, METADATA)


def test_file_without_a_scan_is_refused():
    with pytest.raises(CannotEmbed, match="JPEG"):
        embed(PLAIN[: PLAIN.index(b"\xff\xda")], METADATA)


def test_order_of_segments_is_what_readers_expect():
    assert markers(embed(PLAIN, METADATA))[:4] == [0xE0, 0xE1, 0xE1, 0xED]


def test_second_packet_of_xmp_fills_what_the_first_leaves_empty():
    first, second = (embed(PLAIN, each) for each in (Metadata(city="Ош"), Metadata(city="Нарын", event="Сход")))
    packets = [segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + jpeg.find(data).xmp[0]) for data in (first, second)]
    assert read(with_segments(PLAIN, *packets)) == Metadata(city="Ош", event="Сход")


def test_iim_is_found_among_other_resources_and_across_segments():
    iim = jpeg.find(embed(PLAIN, Metadata(headline="Встреча"))).iim
    named = b"8BIM\x04\x22\x05named\0\0\0\x03abc\0"
    resources = named + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(iim)) + iim
    halves = [segment(0xED, b"Photoshop 3.0\0" + part) for part in (resources[:25], resources[25:])]
    assert read(with_segments(PLAIN, *halves)) == Metadata(headline="Встреча")
