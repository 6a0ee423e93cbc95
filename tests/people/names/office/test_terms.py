"""What offices are compared by."""

import pytest

from people.names.office.terms import terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("мэр", "мэром"),
        ("министром иностранных дел России", "министр иностранных дел РФ"),
        ("российский премьер", "премьер-министра России"),
        ("спикера", "председатель"),
        ("экс-министр", "министра"),
        ("бывшего главы", "глава"),
        ("МЧС", "министерства чрезвычайных ситуаций"),
    ],
)
def test_two_wordings_of_an_office_share_their_terms(one: str, other: str) -> None:
    assert terms(one) == terms(other)


@pytest.mark.parametrize(
    ("one", "other"), [("вице-премьер", "вице-президент"), ("председатель", "представитель"), ("Иран", "Ирак")]
)
def test_different_offices_differ(one: str, other: str) -> None:
    assert terms(one) != terms(other)


def test_the_head_of_a_ministry_is_told_by_its_short_name() -> None:
    assert terms("министр иностранных дел Киргизии") <= terms("глава киргизского МИД")
