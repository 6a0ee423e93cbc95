"""Any case form finds every case form: six asked × six written, for every surname of the table."""

from pathlib import Path

import pytest

from search.finding import Narrowed, found
from search.query import parse
from tests.factories.search import NOW, entry

SURNAMES = [
    line.split()
    for line in (Path(__file__).parent.parent / "data" / "surnames.txt").read_text().splitlines()
    if line and not line.startswith("#")
]


def test_the_table_has_the_officials_of_the_sample_and_forty_more():
    assert len(SURNAMES) >= 47
    assert all(len(forms) == 6 for forms in SURNAMES)


@pytest.mark.django_db
@pytest.mark.parametrize("forms", SURNAMES, ids=lambda forms: forms[0])
def test_any_case_form_finds_every_case_form(forms):
    for number, written in enumerate(forms):
        entry(f"Новость {number}", number, body=f"В среду переговоры, где назвали и {written}, закончились.")
    entry("О погоде", 9, body="Ночью ожидается снег.")
    for asked in forms:
        hits = found(parse(asked), Narrowed("story"), NOW)
        assert {hit.subject for hit in hits} == set(range(6)), asked
        assert {hit.subject for hit in found(parse(asked.lower()), Narrowed("story"), NOW)} == set(range(6)), asked
