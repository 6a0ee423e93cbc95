from datetime import datetime

import pytest

from articles.wire.dates import date_line

HALF_PAST = datetime(2025, 6, 30, 15, 45)  # noqa: DTZ001
DAY = datetime(2025, 6, 30)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("line", "at", "precision"),
    [
        ("30-06-2025, 15:45.", HALF_PAST, "minute"),
        ("30.06.2025 15:45", HALF_PAST, "minute"),
        ("30/06/2025 15.45", HALF_PAST, "minute"),
        ("30 июня 2025, 15:45", HALF_PAST, "minute"),
        ("30 июня 2025 г., 15:45", HALF_PAST, "minute"),
        ("30 ИЮНЯ 2025 года в 15:45", HALF_PAST, "minute"),
        ("Опубликовано: 30.06.2025 в 15:45", HALF_PAST, "minute"),
        ("2025-06-30 15:45", HALF_PAST, "minute"),
        ("15:45, 30 июня 2025", HALF_PAST, "minute"),
        ("15:45 30.06.2025", HALF_PAST, "minute"),
        ("2025-жылдын 30-июну, 15:45", HALF_PAST, "minute"),
        ("30-июнь, 2025-ж., 15:45", HALF_PAST, "minute"),
        ("June 30, 2025, 3:45 pm", HALF_PAST, "minute"),
        ("30 June 2025, 15:45", HALF_PAST, "minute"),
        ("12:00 a.m., June 30, 2025", DAY, "minute"),
        ("30 июня 2025 года", DAY, "day"),
        ("понедельник, 30 июня 2025 года", DAY, "day"),
        ("2025-жылдын 30-июну", DAY, "day"),
        ("(30.06.25)", DAY, "day"),
    ],
)
def test_date_lines_of_three_languages(line: str, at: datetime, precision: str) -> None:
    found = date_line(line)
    assert found is not None
    assert (found.at, found.precision) == (at, precision)


@pytest.mark.parametrize("line", ["31-02-2025", "30-06-2025, 25:70", "00.00.0000", "June 30, 2025, 13:45 pm"])
def test_impossible_dates_are_recognised_as_such(line: str) -> None:
    found = date_line(line)
    assert found is not None
    assert found.is_impossible


@pytest.mark.parametrize(
    "line",
    ["2025 год", "15:45", "30 июня", "30 июня 2025 года встретился", "30 маркетинга 2025", "1-2-3", "30.06.20255", ""],
)
def test_other_lines_are_no_date_lines(line: str) -> None:
    assert date_line(line) is None
