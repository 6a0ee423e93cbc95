"""WebP's simple and extended files, and chunks that belong to nobody."""

import struct

import pytest

from media_assets.metadata import CannotEmbed, Metadata, embed, read

from .pictures import METADATA, PICTURES


def chunk(kind, content):
    return kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def riff(*chunks):
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize(("name", "is_clear"), [("plain.webp", False), ("clear.webp", True), ("lossless.webp", True)])
def test_extended_header_says_size_and_what_is_there(name, is_clear):
    embedded = embed(PICTURES[name], METADATA)
    assert embedded[12:16] == b"VP8X"
    assert embedded[20] == 0x04 | (0x10 if is_clear else 0)
    assert (int.from_bytes(embedded[24:27], "little"), int.from_bytes(embedded[27:30], "little")) == (95, 63)


def test_simple_file_stays_simple_without_metadata():
    assert embed(PICTURES["plain.webp"], Metadata()) == PICTURES["plain.webp"]


def test_unknown_chunks_and_what_follows_the_riff_go():
    plain = PICTURES["plain.webp"]
    noisy = riff(plain[12:], chunk(b"SECR", b"a secret")) + b"a video"
    assert embed(noisy, METADATA) == embed(plain, METADATA)


def test_exif_is_read_with_and_without_its_name():
    block = b"MM\0*\0\0\0\x08\0\x01\x01\x3b\0\x02\0\0\0\x04A B\0\0\0\0\0"
    for content in (block, b"Exif\0\0" + block):
        assert read(riff(PICTURES["plain.webp"][12:], chunk(b"EXIF", content))).creator == "A B"


@pytest.mark.parametrize(
    "data", [riff(chunk(b"VP8 ", b"no frame")), riff(chunk(b"VP8L", b"\0\0")), riff(chunk(b"XMP ", b"x"))]
)
def test_file_without_a_frame_is_refused(data):
    with pytest.raises(CannotEmbed, match="WebP"):
        embed(data, METADATA)
