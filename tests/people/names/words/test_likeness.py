"""Which spellings may be one name."""

import pytest

from people.names.words.likeness import is_misprint, skeleton, sounds_like


@pytest.mark.parametrize(
    ("one", "other"), [("Дэвис", "Девис"), ("Сейтек", "Сеитек"), ("Бузакка", "Бузака"), ("Өмүрбек", "Омурбек")]
)
def test_spellings_of_one_name_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("printed", "name", "expected"),
    [
        ("Гернстенталер", "Герстенталер", True),
        ("Герснтенталер", "Герстенталер", True),
        ("Гаррета", "Гаретта", True),
        # two slips in a short name, another first letter, a short name: somebody else
        ("Карамов", "Керимов", False),
        ("Танеров", "Бонеров", False),
        ("Ким", "Кимм", True),
        ("Кин", "Ким", False),
    ],
)
def test_a_misprint_is_a_letter_or_two(printed: str, name: str, expected: bool) -> None:
    assert is_misprint(printed, [name]) is expected


@pytest.mark.parametrize(
    ("cyrillic", "latin", "expected"),
    [
        ("Джошуа Вальдфогеля", "Joshua Waldvogel", True),
        ("Йорген Шультц", "Jörgen Schulz", True),
        ("Халеда эль-Басри", "Khaled el-Basri", True),
        ("Азамату Орлову", "Azamat Orlov", True),
        ("Азамат Орлов", "Financial Times", False),
        ("Азамат Орлов", "Reuters", False),
    ],
)
def test_a_name_is_known_in_the_other_script(cyrillic: str, latin: str, expected: bool) -> None:
    assert sounds_like(cyrillic, latin) is expected
