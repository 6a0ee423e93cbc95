"""Files that ExifTool wrote, in the character sets and blocks desks and agencies use, read by us."""

import pytest

from media_assets.metadata import Metadata, Taken, read

from . import oracle
from .pictures import METADATA, PICTURES

CAPTION, KYRGYZ = "Министр Бакыт Усонов прибыл", "Өкүл Айгүл Ташиева"
NOON = METADATA.taken_at

# What ExifTool is told, an argument a line, and what we read.
CASES = {
    "undeclared windows-1251": (
        f"-charset\niptc=Cyrillic\n-IPTC:Caption-Abstract={CAPTION}\n-IPTC:By-line=Иван Тестов\n-IPTC:City=Ош",
        Metadata(description=CAPTION, creator="Иван Тестов", city="Ош"),
    ),
    "undeclared Latin-1": (
        "-charset\niptc=Latin\n-IPTC:Caption-Abstract=Müller in Zürich\n-IPTC:City=São Paulo",
        Metadata(description="Müller in Zürich", city="São Paulo"),
    ),
    "declared Latin-1": (
        "-charset\niptc=Latin\n-IPTC:CodedCharacterSet=\x1b.A\n-IPTC:City=Orléans\n-IPTC:Headline=Été",
        Metadata(city="Orléans", headline="Été"),
    ),
    "undeclared UTF-8": (
        f"-charset\niptc=UTF8\n-IPTC:Caption-Abstract={KYRGYZ}\n-IPTC:Keywords=ыңтымак\n-IPTC:Keywords=өкмөт",
        Metadata(description=KYRGYZ, keywords=("ыңтымак", "өкмөт")),
    ),
    "declared UTF-8": (
        f"-IPTC:CodedCharacterSet=UTF8\n-IPTC:Caption-Abstract={KYRGYZ}\n-IPTC:Writer-Editor=өң",
        Metadata(description=KYRGYZ, description_writer="өң"),
    ),
    "dates in IIM": (
        "-IPTC:DateCreated=2025:06:30\n-IPTC:TimeCreated=15:45:10+06:00\n"
        "-IPTC:ReleaseDate=2025:07:01\n-IPTC:ExpirationDate=2026:07:01",
        Metadata(taken_at=NOON, rights_from=Taken(2025, 7, 1), rights_until=Taken(2026, 7, 1)),
    ),
    "people and creators in XMP": (
        f"-XMP-dc:Description={KYRGYZ}\n-XMP-dc:Creator=Иван Тестов\n-XMP-dc:Creator=Айгүл Ташиева\n"
        "-XMP-iptcExt:PersonInImage=Бакыт Үсөнов\n-XMP-iptcExt:PersonInImage=Айгүл Ташиева",
        Metadata(
            description=KYRGYZ,
            creator="Иван Тестов, Айгүл Ташиева",
            persons_shown=("Бакыт Үсөнов", "Айгүл Ташиева"),
        ),
    ),
    "rights, dates and place in XMP": (
        "-XMP-xmpRights:UsageTerms=Только для новостей\n-XMP-photoshop:DateCreated=2025:06:30 15:45:10+06:00\n"
        "-XMP-plus:LicenseEndDate=2026:07:01\n-XMP-iptcExt:LocationShownCity=Ош",
        Metadata(usage_terms="Только для новостей", taken_at=NOON, rights_until=Taken(2026, 7, 1), city="Ош"),
    ),
    "persons with details in XMP": (
        "-XMP-iptcExt:PersonInImageName=Бакыт Үсөнов",
        Metadata(persons_shown=("Бакыт Үсөнов",)),
    ),
    "EXIF alone": (
        f"-EXIF:ImageDescription={KYRGYZ}\n-EXIF:Artist=Иван Тестов\n-EXIF:Copyright=© Пробное агентство\n"
        "-EXIF:DateTimeOriginal=2025:06:30 15:45:10\n-EXIF:OffsetTimeOriginal=+06:00",
        Metadata(description=KYRGYZ, creator="Иван Тестов", copyright_notice="© Пробное агентство", taken_at=NOON),
    ),
    "EXIF in windows-1251": (
        f"-charset\nexif=Cyrillic\n-EXIF:ImageDescription={CAPTION}",
        Metadata(description=CAPTION),
    ),
    "tags of Windows": (
        f"-XPTitle=Заголовок\n-XPComment={KYRGYZ}\n-XPAuthor=Иван Тестов\n-XPKeywords=саммит;ыңтымак",
        Metadata(headline="Заголовок", description=KYRGYZ, creator="Иван Тестов", keywords=("саммит", "ыңтымак")),
    ),
    "all three in conflict": (
        "-XMP-dc:Description=из XMP\n-IPTC:Caption-Abstract=из IIM\n-EXIF:ImageDescription=из EXIF\n"
        "-charset\niptc=UTF8\n-IPTC:Credit=ИИМ\n-EXIF:Artist=Фотограф",
        Metadata(description="из XMP", credit_line="ИИМ", creator="Фотограф"),
    ),
    "a day in XMP, its time in EXIF": (
        "-XMP-photoshop:DateCreated=2025:06:30\n-EXIF:DateTimeOriginal=2025:06:30 15:45:10\n"
        "-EXIF:OffsetTimeOriginal=+06:00",
        Metadata(taken_at=NOON),
    ),
    "a day in XMP, another in EXIF": (
        "-XMP-photoshop:DateCreated=2019:05:09\n-EXIF:DateTimeOriginal=2025:06:30 15:45:10",
        Metadata(taken_at=Taken(2019, 5, 9)),
    ),
    "a camera's placeholder over a caption": (
        f"-XMP-dc:Description=OLYMPUS DIGITAL CAMERA\n-charset\niptc=UTF8\n-IPTC:Caption-Abstract={KYRGYZ}",
        Metadata(description=KYRGYZ),
    ),
}


@pytest.fixture(scope="module")
def captioned(tmp_path_factory):
    """A JPEG for each case, written in one go."""
    oracle.required()
    folder = tmp_path_factory.mktemp("captioned")
    arguments = []
    for number, (given, _) in enumerate(CASES.values()):
        (folder / f"{number}.jpg").write_bytes(PICTURES["plain.jpg"])
        arguments += [*given.split("\n"), "-q", "-q", "-m", "-overwrite_original", f"{folder}/{number}.jpg", "-execute"]
    oracle.run(*arguments)
    return {case: (folder / f"{number}.jpg").read_bytes() for number, case in enumerate(CASES)}


@pytest.mark.parametrize("case", CASES)
def test_what_exiftool_wrote_is_read(captioned, case):
    assert read(captioned[case]) == CASES[case][1]


def test_captions_of_other_formats_are_read(tmp_path):
    oracle.required()
    formats = ["plain.png", "plain.webp", "plain.avif", "plain.tif"]
    for name in formats:
        (tmp_path / name).write_bytes(PICTURES[name])
    oracle.write(tmp_path, f"-XMP-dc:Description={KYRGYZ}", "-EXIF:Artist=Иван Тестов", "-IPTC:City=Osh")
    for name in formats:
        found = read((tmp_path / name).read_bytes())
        assert (found.description, found.creator) == (KYRGYZ, "Иван Тестов"), name
        assert found.city == ("Osh" if name in {"plain.png", "plain.tif"} else ""), name
