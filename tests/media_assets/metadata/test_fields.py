from dataclasses import replace

import pytest

from media_assets.metadata import Metadata, Taken, exif
from media_assets.metadata.fields import first_of

from .pictures import METADATA

NOON = METADATA.taken_at


def test_first_source_that_says_something_is_believed():
    sources = [Metadata(headline="XMP"), Metadata(headline="IIM", city="Ош"), Metadata(city="EXIF", source="КТРК")]
    assert first_of(sources) == Metadata(headline="XMP", city="Ош", source="КТРК")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (Taken(2025, 6, 30), NOON, NOON),
        (Taken(2025), Taken(2025, 6), Taken(2025, 6)),
        (replace(NOON, offset_minutes=None), NOON, NOON),
        (NOON, Taken(2025, 6, 30), NOON),
        (Taken(2025, 6, 29), NOON, Taken(2025, 6, 29)),
        (None, NOON, NOON),
    ],
)
def test_date_becomes_more_exact_only_by_one_that_agrees(first, second, expected):
    assert first_of([Metadata(taken_at=first), Metadata(taken_at=second)]).taken_at == expected


@pytest.mark.parametrize("text", ["OLYMPUS DIGITAL CAMERA", " samsung camera pictures ", "Default", "SONY DSC"])
def test_words_of_a_camera_are_no_caption(text):
    assert Metadata(description=text, headline=text).readable() == Metadata()


def test_caption_keeps_its_lines_and_a_headline_has_one():
    found = Metadata(headline="одна\nдругая", description=" одна\r\nдругая ").tidied()
    assert (found.headline, found.description) == ("одна другая", "одна\nдругая")


def test_only_an_editor_sees_bounds():
    long = Metadata(description="а" * 30_000, keywords=tuple(map(str, range(300))))
    assert (len(long.readable().description), len(long.readable().keywords)) == (20_000, 200)
    assert (len(long.tidied().description), len(long.tidied().keywords)) == (30_000, 300)


@pytest.mark.parametrize(("turned", "expected"), [(1, 1), (6, 6), (8, 8), (0, 1), (9, 1), (70, 1)])
def test_picture_is_turned_only_as_exif_knows(turned, expected):
    assert exif.orientation(exif.write(METADATA, turned)) == expected


def test_nothing_to_say_is_no_exif():
    assert exif.write(Metadata(city="Ош", taken_at=Taken(2025, 6, 30)), 1) == b""


def test_long_caption_of_exif_is_cut_and_its_neighbours_are_whole():
    found = exif.read(exif.write(Metadata(description="Слово " * 1000, creator="Иван Тестов"), 3))
    assert found.creator == "Иван Тестов"
    assert found.description.endswith("Слово")
    assert len(found.description.encode()) <= 2000
