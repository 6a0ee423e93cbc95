from datetime import date

import pytest

from clock import days
from clock.days import print_on, print_since, print_until


@pytest.mark.parametrize(
    ("month", "since", "until", "on"),
    [
        (3, "мартынан", "мартына", "мартында"),
        # After a soft vowel the endings are soft.
        (4, "апрелинен", "апрелине", "апрелинде"),
        (6, "июнунан", "июнуна", "июнунда"),
        (9, "сентябрынан", "сентябрына", "сентябрында"),
    ],
)
def test_kyrgyz_months_take_the_endings_of_their_last_vowel(month, since, until, on):
    assert print_since(2004, month, None, "ky") == f"2004-жылдын {since} бери"
    assert print_until(2004, month, 30, "ky") == f"2004-жылдын 30-{until} чейин"
    assert print_on(date(2004, month, 30), "ky") == f"2004-жылдын 30-{on}"


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("ru", "30\u00a0июня 2025, понедельник"),
        ("ky", "30-июнь, 2025, дүйшөмбү"),
        ("en", "Monday, 30\u00a0June 2025"),
    ],
)
def test_a_heading_says_the_weekday_too(language, printed):
    assert days.print_dated(date(2025, 6, 30), language) == printed


@pytest.mark.parametrize(("language", "short", "full"), [("ru", "вс", "воскресенье"), ("ky", "жш", "жекшемби")])
def test_the_week_ends_with_sunday(language, short, full):
    assert days.weekdays(language)[-1] == (short, full)
