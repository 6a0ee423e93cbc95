"""What embed writes, read by ourselves; what it leaves of the picture: everything."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from media_assets.metadata import CannotEmbed, Metadata, embed, read

from .pictures import METADATA, OTHER, PICTURES, picture, pixels

every_picture = pytest.mark.parametrize("name", PICTURES)


@every_picture
def test_every_field_comes_back_from_every_format(name):
    assert read(embed(PICTURES[name], METADATA)) == METADATA


@every_picture
def test_pixels_stay_as_they_are(name):
    assert pixels(embed(PICTURES[name], METADATA)) == pixels(PICTURES[name])


@every_picture
def test_second_call_replaces_what_the_first_wrote(name):
    assert embed(embed(PICTURES[name], OTHER), METADATA) == embed(PICTURES[name], METADATA)


@every_picture
def test_empty_metadata_leaves_nothing_of_the_old(name):
    emptied = embed(embed(PICTURES[name], METADATA), Metadata())
    assert emptied == embed(PICTURES[name], Metadata())
    assert b"xmpmeta" not in emptied


@pytest.mark.parametrize("name", ["plain.jpg", "plain.png", "plain.webp", "plain.tif"])
def test_picture_is_still_turned_as_before(name):
    exif = Image.Exif()
    exif[0x0112] = 6
    format = Image.open(BytesIO(PICTURES[name])).format
    turned = embed(picture(format=format, exif=exif), METADATA)
    assert Image.open(BytesIO(turned)).getexif()[0x0112] == 6


@every_picture
def test_colour_profile_stays(name):
    profile = b"\0" * 128 + b"an invented profile"
    with Image.open(BytesIO(PICTURES[name])) as opened:
        buffer = BytesIO()
        opened.save(buffer, opened.format, icc_profile=profile)
    embedded = embed(buffer.getvalue(), METADATA)
    assert Image.open(BytesIO(embedded)).info["icc_profile"] == profile
    assert embed(embedded, METADATA) == embedded


@pytest.mark.parametrize("format", ["WEBP", "PNG"])
def test_animation_stays_whole(format):
    frames = [Image.effect_noise((40, 30), 60).convert("RGB") for _ in range(3)]
    buffer = BytesIO()
    frames[0].save(buffer, format, save_all=True, append_images=frames[1:], duration=100)
    with Image.open(BytesIO(embed(buffer.getvalue(), METADATA))) as moved, Image.open(buffer) as source:
        assert moved.n_frames == source.n_frames == 3
        for frame in range(3):
            moved.seek(frame)
            source.seek(frame)
            assert moved.tobytes() == source.tobytes()


def test_caption_longer_than_a_segment_comes_back_from_jpeg():
    long = replace(METADATA, description="Слово за слово. " * 1200, keywords=("ключ " * 40,) * 150)
    long = replace(long, description=long.description.strip(), keywords=tuple(f"{n} ключ ключ" for n in range(200)))
    longest = replace(long, usage_terms="Условия. " * 2000)
    embedded = embed(PICTURES["plain.jpg"], longest)
    assert b"http://ns.adobe.com/xmp/extension/" in embedded
    assert read(embedded) == replace(longest, usage_terms=longest.usage_terms.strip())
    assert pixels(embedded) == pixels(PICTURES["plain.jpg"])


def test_control_characters_do_not_reach_the_file():
    dirty = Metadata(headline="Дом\x00 и\x0bсад\ud800", description="одна\r\nдругая\x07", keywords=("", " ключ "))
    embedded = embed(PICTURES["plain.jpg"], dirty)
    assert read(embedded) == Metadata(headline="Дом исад", description="одна\nдругая", keywords=("ключ",))


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", b"%PDF-1.7", b"\xff\xd8\xff", b"RIFF\x04\0\0\0WEBP", b"\x89PNG\r\n\x1a\n", b"II*\0\x08\0\0\0"],
)
def test_what_cannot_carry_metadata_is_refused_in_words(data):
    with pytest.raises(CannotEmbed, match="This"):
        embed(data, METADATA)
    assert read(data) == Metadata()
