import datetime

import pytest

from media_assets.metadata import Taken

AT = datetime.time(15, 45, 10)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-06-30T15:45:10+06:00", "2025-06-30T15:45:10+06:00"),
        ("2025-06-30T15:45:10.357+06:00", "2025-06-30T15:45:10+06:00"),
        ("2025-06-30T15:45:10Z", "2025-06-30T15:45:10+00:00"),
        ("2025-06-30T15:45-0330", "2025-06-30T15:45:00-03:30"),
        ("2025-06-30 15:45:10", "2025-06-30T15:45:10"),
        ("2025-06-30", "2025-06-30"),
        ("2025-06", "2025-06"),
        ("2025", "2025"),
        ("2025:06:30 15:45:10", "2025-06-30T15:45:10"),
        ("2025-00-00", "2025"),
    ],
)
def test_date_of_xmp_is_as_exact_as_its_text(text, iso):
    assert Taken.from_iso(text).iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0000-00-00",
        "2025-13-01",
        "2025-02-30",
        "2025-06-30T24:61:00",
        "0001-01-01",
        "9999-12-31",
        "вчера",
        "30.06.2025",
        "2025-00-30",
    ],
)
def test_impossible_date_is_no_date(text):
    assert Taken.from_iso(text) is None


@pytest.mark.parametrize(
    ("text", "offset", "iso"),
    [
        ("2025:06:30 15:45:10", "+06:00", "2025-06-30T15:45:10+06:00"),
        ("2025:06:30 15:45:10", "", "2025-06-30T15:45:10"),
        ("2025:06:30 15:45:10", "   :  ", "2025-06-30T15:45:10"),
        ("2025:06:30 15:45:10", "+99:00", "2025-06-30T15:45:10"),
        ("2025:06:30", "", "2025-06-30"),
        ("2025:06:30 15:45:10+06:00", "", "2025-06-30T15:45:10+06:00"),
    ],
)
def test_date_of_exif_takes_its_offset_from_a_tag_of_its_own(text, offset, iso):
    assert Taken.from_exif(text, offset).iso == iso


@pytest.mark.parametrize("text", ["0000:00:00 00:00:00", "    :  :     :  :  ", "2025:13:30 15:45:10"])
def test_clock_that_was_never_set_is_no_date(text):
    assert Taken.from_exif(text) is None


@pytest.mark.parametrize(
    ("day", "hour", "iso"),
    [
        ("20250630", "154510+0600", "2025-06-30T15:45:10+06:00"),
        ("20250630", "154510", "2025-06-30T15:45:10"),
        ("20250630", "", "2025-06-30"),
        ("20250630", "later", "2025-06-30"),
        ("20250600", "", "2025-06"),
        ("20250000", "154510", "2025"),
        ("2025-06-30", "15:45:10+06:00", "2025-06-30T15:45:10+06:00"),
    ],
)
def test_date_of_iim(day, hour, iso):
    assert Taken.from_iim(day, hour).iso == iso


def test_offset_before_greenwich_keeps_its_sign():
    assert Taken(2025, 6, 30, AT, -210).iso == "2025-06-30T15:45:10-03:30"
