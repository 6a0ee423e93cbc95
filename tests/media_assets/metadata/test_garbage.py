"""Files broken in every way: reading never fails, writing says so in its own words, and neither takes long."""

import random
import struct
import time
import zlib

import pytest

from media_assets.metadata import CannotEmbed, Metadata, embed, read

from .pictures import METADATA, PICTURES

ROUNDS = 150  # a picture; a thousand each were tried when this was written


def broken(whole, chance):
    """The file cut short, or with some bytes changed, mostly where its structure is."""
    data = bytearray(whole)
    if chance.random() < 0.3:
        return bytes(data[: chance.randrange(len(data))])
    for _ in range(chance.randint(1, 20)):
        place = chance.randrange(min(len(data), 4000) if chance.random() < 0.8 else len(data))
        data[place] = chance.choice([0, 255, chance.randrange(256)])
    return bytes(data)


@pytest.mark.parametrize("name", PICTURES)
def test_broken_files_are_read_or_refused_in_words(name):
    chance = random.Random(name)
    whole = embed(PICTURES[name], METADATA)
    for _ in range(ROUNDS):
        data = broken(whole, chance)
        assert isinstance(read(data), Metadata)
        try:
            embed(data, METADATA)
        except CannotEmbed as refusal:
            assert str(refusal).endswith(".")  # noqa: PT017 - the refusal is one of two good ends


def unpacking_png():
    """A thousand chunks of a few kilobytes, each of four megabytes of spaces."""
    packed = zlib.compress(b" " * 4_000_000)
    content = b"Raw profile type iptc\0\0" + packed
    chunk = struct.pack(">I4s", len(content), b"zTXt") + content + b"\0\0\0\0"
    return PICTURES["plain.png"][:33] + chunk * 1000 + PICTURES["plain.png"][33:]


def overlapping_tiff():
    """A directory of a thousand tags, each of them the whole file."""
    entry = b"".join(struct.pack("<HHII", 1000 + number, 7, 3_000_000, 8) for number in range(1000))
    return b"II*\0\x08\0\0\0" + struct.pack("<H", 1000) + entry + b"\0" * 3_000_000


def many_segments():
    """A hundred thousand resources and packets of next to nothing."""
    photoshop = b"\xff\xed\x00\x14Photoshop 3.0\x008BIM" * 50_000
    packet = b"\xff\xe1\x00\x22http://ns.adobe.com/xap/1.0/\0<x>" * 50_000
    return b"\xff\xd8" + photoshop + packet + PICTURES["plain.jpg"][2:]


def endless_captions():
    """Twenty megabytes of captions, as JPEG, none of them in any alphabet."""
    iim = (b"\x1c\x02\x19\x7f\xff" + b"\xd0" * 32_767) * 600
    resources = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(iim)) + iim
    parts = [resources[place : place + 60_000] for place in range(0, len(resources), 60_000)]
    segments = [struct.pack(">HH", 0xFFED, len(part) + 16) + b"Photoshop 3.0\0" + part for part in parts]
    return b"\xff\xd8" + b"".join(segments) + PICTURES["plain.jpg"][2:]


def endless_artist():
    """An EXIF whose artist has a name of two megabytes."""
    entry = struct.pack("<HHHII", 1, 0x013B, 2, 2_000_000, 26)
    return b"II*\0\x08\0\0\0" + entry + b"\0" * 4 + b"\xd0" * 2_000_000


@pytest.mark.parametrize("trap", [unpacking_png, overlapping_tiff, many_segments, endless_captions, endless_artist])
def test_traps_take_no_time(trap):
    data = trap()
    started = time.process_time()
    read(data)
    assert time.process_time() - started < 1
