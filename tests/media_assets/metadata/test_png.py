"""PNG's many ways of keeping text: the standard one, and the hexadecimal profiles of ImageMagick."""

import struct
import zlib

import pytest

from media_assets.metadata import CannotEmbed, Metadata, embed, exif, iim, read, xmp

from .pictures import METADATA, PICTURES

PLAIN, AFTER_HEADER = PICTURES["plain.png"], 33
HEADLINE = Metadata(headline="Встреча")


def chunk(kind, content):
    return struct.pack(">I4s", len(content), kind) + content + struct.pack(">I", zlib.crc32(kind + content))


def with_chunk(kind, content):
    return PLAIN[:AFTER_HEADER] + chunk(kind, content) + PLAIN[AFTER_HEADER:]


def profile(name, block):
    text = f"\n{name}\n{len(block):8}\n".encode() + block.hex().encode()
    return b"Raw profile type " + name.encode() + b"\0\0" + zlib.compress(text)


@pytest.mark.parametrize(
    ("kind", "content", "expected"),
    [
        (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp.packets(HEADLINE)[0], HEADLINE),
        (b"iTXt", b"XML:com.adobe.xmp\0\1\0ru\0\xd0\xb0\0" + zlib.compress(xmp.packets(HEADLINE)[0]), HEADLINE),
        (b"zTXt", profile("xmp", xmp.packets(HEADLINE)[0]), HEADLINE),
        (b"zTXt", profile("iptc", iim.write(HEADLINE)), HEADLINE),
        (b"zTXt", profile("exif", b"Exif\0\0" + exif.write(Metadata(creator="А Б"), 1)), Metadata(creator="А Б")),
        (b"eXIf", exif.write(Metadata(creator="А Б"), 1), Metadata(creator="А Б")),
        (b"zTXt", b"Raw profile type iptc\0\0no zlib", Metadata()),
        (b"zTXt", b"Raw profile type iptc\0\0" + zlib.compress(b"\niptc\n 3\nxyz"), Metadata()),
        (b"tEXt", b"Comment\0anything", Metadata()),
    ],
)
def test_blocks_are_found_and_go(kind, content, expected):
    assert read(with_chunk(kind, content)) == expected
    assert embed(with_chunk(kind, content), METADATA) == embed(PLAIN, METADATA)


def test_what_follows_the_end_goes():
    assert embed(PLAIN + b"a secret", METADATA) == embed(PLAIN, METADATA)


def test_file_without_an_end_is_refused():
    with pytest.raises(CannotEmbed, match="PNG"):
        embed(PLAIN[:-12], METADATA)
