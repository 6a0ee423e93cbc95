"""Names on record in another spelling."""

import pytest

from people.names.unknown.spellings import Spellings


@pytest.mark.parametrize(
    ("on_record", "asked", "expected"),
    [
        ("Дэвин Стоукли", "Дэвин Стоукли", True),
        ("Дэвин Стоукли", "Девин Стоукли", True),
        # either order, sister letters, what is not heard
        ("Дэвин Стоукли", "Стоукли Дэвин", True),
        ("Өмүр Жээнбеков", "Омур Женбеков", True),
        ("Игорь Фёдоров", "Игор Федоров", True),
        ("’Абд Йусуф", "Абд Иусуф", True),
        ("Зульфия", "Зулфия", True),
        # somebody else
        ("Дэвин Стоукли", "Дэвин Стоуки", False),
        ("Дэвин Стоукли", "Стоукли", False),
        ("Дэвин Стоукли", "", False),
        ("", "", True),
    ],
)
def test_a_name_is_known_in_any_spelling(on_record: str, asked: str, expected: bool) -> None:
    assert (asked in Spellings([on_record])) is expected


def test_one_name_asked_about_does_not_hide_another() -> None:
    known = Spellings(["Азамат Беков", "Алмаз Болотов"])
    assert ["Анна Бекова" in known, "Алмаз Болотов" in known, "Азамат Беков" in known] == [False, True, True]
