from datetime import date

import pytest

from people.dates import PartialDate, PartialDateError

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("text", "stored", "earliest", "latest"),
    [
        ("2024", "2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-05", "2024-05", date(2024, 5, 1), date(2024, 5, 31)),
        ("02.2024", "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("17.05.2024", "2024-05-17", date(2024, 5, 17), date(2024, 5, 17)),
        (" 2024-5-7 ", "2024-05-07", date(2024, 5, 7), date(2024, 5, 7)),
    ],
)
def test_a_date_means_every_day_it_may_be(text, stored, earliest, latest):
    parsed = PartialDate.parse(text)
    assert (str(parsed), parsed.earliest, parsed.latest) == (stored, earliest, latest)


@pytest.mark.parametrize("text", ["", "вчера", "2024-13", "31.02.2024", "0000", "2024-00", "17.05.24", "20245"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(PartialDateError):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "language", "printed", "since", "until"),
    [
        ("2004-03-09", "ru", f"9{NBSP}марта 2004", f"с{NBSP}9{NBSP}марта 2004", f"до{NBSP}9{NBSP}марта 2004"),
        ("2004-03", "ru", "март 2004", f"с{NBSP}марта 2004", f"до{NBSP}марта 2004"),
        ("2004", "ru", "2004", f"с{NBSP}2004{NBSP}года", f"до{NBSP}2004{NBSP}года"),
        ("2004-03-09", "ky", "9-март, 2004", "2004-жылдын 9-мартынан бери", "2004-жылдын 9-мартына чейин"),
        ("2004-03", "ky", "2004-жылдын марты", "2004-жылдын мартынан бери", "2004-жылдын мартына чейин"),
        ("2004", "ky", "2004", "2004-жылдан бери", "2004-жылга чейин"),
        ("2004-03-09", "en", f"9{NBSP}March 2004", f"since 9{NBSP}March 2004", f"until 9{NBSP}March 2004"),
        ("2004-03", "en", "March 2004", "since March 2004", "until March 2004"),
    ],
)
def test_a_date_prints_as_exact_as_it_is_known(text, language, printed, since, until):
    parsed = PartialDate.parse(text)
    assert (parsed.printed(language), parsed.since(language), parsed.until(language)) == (printed, since, until)
