"""Our files read by ExifTool: every word is there, and nothing of the photographer's camera or place."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from media_assets.metadata import embed

from . import oracle
from .pictures import METADATA, PICTURES, pixels

PRIVATE = re.compile(r"GPS|Serial|OwnerName|MakerNote|Thumbnail|Preview|LensModel|Region|History|Comment|MPImage|^MPF")
SECRETS = [
    "-GPSLatitude=42.6", "-GPSLatitudeRef=N", "-GPSLongitude=77.1", "-GPSLongitudeRef=E", "-EXIF:SerialNumber=S3CRET",
    "-EXIF:OwnerName=S3CRET", "-EXIF:LensSerialNumber=S3CRET", "-EXIF:Artist=S3CRET", "-EXIF:Software=S3CRET",
    "-EXIF:UserComment=S3CRET", "-XMP-exif:GPSLatitude=42.6", "-XMP-aux:SerialNumber=S3CRET",
    "-XMP-aux:OwnerName=S3CRET",
    "-XMP-xmpMM:DocumentID=S3CRET", "-XMP-mwg-rs:RegionName=S3CRET", "-XMP-dc:Subject=S3CRET", "-XMP-dc:Title=S3CRET",
    "-EXIF:DateTimeOriginal=2019:01:01 00:00:00", "-EXIF:Orientation#=6",
]  # fmt: skip


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Every picture with our metadata put over secrets ExifTool has written, and ExifTool's account of it."""
    oracle.required()
    folder = tmp_path_factory.mktemp("secret")
    thumbnail = folder.parent / "thumbnail.jpg"
    thumbnail.write_bytes(PICTURES["plain.jpg"])
    for name, data in PICTURES.items():
        (folder / name).write_bytes(data)
    oracle.write(folder, *SECRETS, f"-ThumbnailImage<={thumbnail}", "-IPTC:Keywords=S3CRET", "-Comment=S3CRET")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for name, data in before.items():
        (folder / name).write_bytes(embed(data, METADATA))
    after = {name: (folder / name).read_bytes() for name in before}
    return before, after, oracle.tags(folder)


@pytest.mark.parametrize("name", PICTURES)
def test_exiftool_reads_every_field_back(written, name):
    said = written[2][name]
    assert said["XMP-photoshop:Headline"] == METADATA.headline
    assert said["XMP-dc:Description"] == METADATA.description
    assert said["XMP-iptcCore:AltTextAccessibility"] == METADATA.alt_text
    assert said["XMP-dc:Creator"] == METADATA.creators()
    assert said["XMP-photoshop:Credit"] == METADATA.credit_line
    assert said["XMP-photoshop:Source"] == METADATA.source
    assert said["XMP-dc:Rights"] == METADATA.copyright_notice
    assert said["XMP-xmpRights:UsageTerms"] == METADATA.usage_terms
    assert said["XMP-photoshop:DateCreated"] == "2025:06:30 15:45:10+06:00"
    assert said["XMP-photoshop:City"] == METADATA.city
    assert said["XMP-photoshop:Country"] == METADATA.country
    assert said["XMP-iptcExt:Event"] == METADATA.event
    assert said["XMP-dc:Subject"] == list(METADATA.keywords)
    assert said["XMP-iptcExt:PersonInImage"] == list(METADATA.persons_shown)
    assert said["XMP-plus:LicenseStartDate"] == "2025:06:30"
    assert said["XMP-plus:LicenseEndDate"] == "2026:06:30"
    assert said["XMP-photoshop:CaptionWriter"] == METADATA.description_writer


@pytest.mark.parametrize("name", ["plain.jpg", "progressive.jpg", "plain.tif"])
def test_exiftool_reads_iim_back(written, name):
    said = written[2][name]
    assert said["IPTC:CodedCharacterSet"] == "UTF8"
    assert said["IPTC:Headline"] == METADATA.headline
    assert said["IPTC:Caption-Abstract"] == METADATA.description
    assert said["IPTC:By-line"] == METADATA.creators()
    assert said["IPTC:Credit"] == METADATA.credit_line
    assert said["IPTC:CopyrightNotice"] == METADATA.copyright_notice
    assert said["IPTC:Keywords"] == list(METADATA.keywords)
    assert (said["IPTC:DateCreated"], said["IPTC:TimeCreated"]) == ("2025:06:30", "15:45:10+06:00")


def test_exiftool_reads_minimal_exif_of_jpeg_back(written):
    said = written[2]["plain.jpg"]
    assert said["IFD0:Artist"] == METADATA.creator
    assert said["IFD0:Copyright"] == METADATA.copyright_notice
    assert said["ExifIFD:DateTimeOriginal"] == "2025:06:30 15:45:10"
    assert said["ExifIFD:OffsetTimeOriginal"] == "+06:00"


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_private_is_left(written, name):
    before, after, said = written
    assert b"S3CRET" in before[name]
    assert b"S3CRET" not in after[name]
    assert not [tag for tag in said[name] if PRIVATE.search(tag)]
    assert not [tag for tag in said[name] if re.search("Warning|Error", tag)]


@pytest.mark.parametrize("name", PICTURES)
def test_pixels_and_turning_stay(written, name):
    before, after, _ = written
    assert pixels(after[name]) == pixels(before[name])
    if not name.endswith("avif"):  # there a property of the picture turns it, not EXIF
        assert Image.open(BytesIO(after[name])).getexif()[0x0112] == 6


def test_exiftool_joins_a_caption_too_long_for_one_segment(tmp_path):
    oracle.required()
    long = replace(METADATA, description="Слово за слово. " * 2000 + "Конец.", usage_terms="Условия. " * 3000 + "Всё.")
    (tmp_path / "long.jpg").write_bytes(embed(PICTURES["plain.jpg"], long))
    said = oracle.tags(tmp_path)["long.jpg"]
    assert said["XMP-dc:Description"] == long.description
    assert said["XMP-xmpRights:UsageTerms"] == long.usage_terms
    assert said["XMP-iptcExt:PersonInImage"] == list(long.persons_shown)
