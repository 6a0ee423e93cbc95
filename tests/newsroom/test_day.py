"""The day in the address of the public record."""

from datetime import date

import pytest

from newsroom.record.day import as_of
from tests.factories.people import person

TODAY = date(2025, 6, 30)
ASKED = [
    ("", TODAY, ""),
    ("2019-05-01", date(2019, 5, 1), ""),
    ("2021-13-44", TODAY, "2021-13-44"),
    ("вчера", TODAY, "вчера"),
    ("2021-05-17 and a long story", TODAY, "2021-05-17 and a lon"),
]


@pytest.mark.parametrize(("written", "day", "refused"), ASKED)
def test_the_day_in_the_address_is_read_or_named_as_none(rf, now, written, day, refused):
    request = rf.get("/people/somebody/", {"on": written} if written else {})
    request.now = now
    asked = as_of(request)
    assert (asked.day, asked.refused) == (day, refused)
    assert asked.is_asked == (day != TODAY)


@pytest.mark.django_db
def test_readers_are_told_when_what_they_asked_for_is_no_day(client, now):
    profile = person("Тимур", "Ольхов", page="public", checked_at=now).get_absolute_url()
    assert "«2021-13-44»" in client.get(f"{profile}?on=2021-13-44").content.decode()
    assert 'role="alert"' not in client.get(f"{profile}?on=2021-12-31").content.decode()
