"""A caption against the persons recorded on the picture. All but the sample article's people are invented."""
# ruff: noqa: E501  -- a caption is read whole

from dataclasses import replace

import pytest

from media_assets.captions import parse_caption
from media_assets.comparing import Placed, compare
from people.names.records import NameParts
from tests.samples import SAMPLE_FILE

SAMPLE = SAMPLE_FILE.read_text(encoding="utf-8").replace("**", "")
SAMPLE_CAPTION = next(line for line in SAMPLE.splitlines() if line.startswith("(слева направо)"))


def named(caption: str) -> list[Placed]:
    return [Placed(one.name, one.row, one.position) for one in parse_caption(caption).people]


def on_picture(names: str) -> list[Placed]:
    """«Асан Токтосунов, Бакыт Асанов / Нурлан Маматов»: from the left, the front row first."""
    return [
        Placed(NameParts(*(words[0], "", words[-1])), row, place, 100 * row + place)
        for row, line in enumerate(names.split(" / "), 1)
        for place, words in enumerate((name.split() for name in line.split(", ")), 1)
    ]


def sample_on_picture() -> list[Placed]:
    return [replace(one, person_id=place) for place, one in enumerate(named(SAMPLE_CAPTION), 1)]


def told(caption: str, picture: list[Placed]) -> list[tuple[str, str]]:
    """Each kind with the people it names."""
    return [
        (one.kind, " | ".join(words for piece, words in one.pieces.items() if piece not in {"named", "recorded"}))
        for one in compare(named(caption), picture)
    ]


def test_the_sample_fits_its_picture():
    assert told(SAMPLE_CAPTION, sample_on_picture()) == []


@pytest.mark.parametrize("first", range(7))
@pytest.mark.parametrize("second", range(7))
def test_swapping_two_of_the_sample_is_exactly_one_mismatch(first, second):
    people = sample_on_picture()
    people[first], people[second] = (
        replace(people[second], position=first + 1),
        replace(people[first], position=second + 1),
    )
    assert [kind for kind, _ in told(SAMPLE_CAPTION, people)] == (["order"] if first != second else [])


@pytest.mark.parametrize("gone", range(7))
def test_one_person_missing_is_exactly_one_mismatch_with_the_name(gone):
    people = sample_on_picture()
    missing = people.pop(gone)
    assert told(SAMPLE_CAPTION, people) == [("not_recorded", missing.name.full)]
    renumbered = [replace(one, position=place) for place, one in enumerate(people, 1)]
    assert told(SAMPLE_CAPTION, renumbered) == [("not_recorded", missing.name.full)]


THREE = "Асан Токтосунов, Бакыт Асанов, Нурлан Маматов"
ROWS = [
    ("Слева направо: Асан Токтосунов, Бакыт Асанов, Нурлан Маматов", THREE, []),
    # a crowd of whom some are named, without an order
    ("На фото: мэр Бишкека Асан Токтосунов", THREE, []),
    ("На фото: Нурлан Маматов и Асан Токтосунов", THREE, []),
    ("Бакыт Асанов (второй слева)", THREE, []),
    ("Слева направо: Асан Токтосунов, Бакыт Асанов", THREE, [("not_named", "Нурлан Маматов")]),
    ("На фото: Айгуль Токтосунова", THREE, [("not_recorded", "Айгуль Токтосунова")]),
    ("Слева направо: Асан Токтосунов, Айгуль Токтосунова, Нурлан Маматов", THREE, [("count", "Айгуль Токтосунова | Бакыт Асанов")]),
    ("Слева направо: Бакыт Асанов, Асан Токтосунов, Нурлан Маматов", THREE, [("order", "Бакыт Асанов, Асан Токтосунов | Асан Токтосунов, Бакыт Асанов")]),
    ("Справа налево: Нурлан Маматов, Бакыт Асанов, Асан Токтосунов", THREE, []),
    ("Бакыт Асанов (слева) и Асан Токтосунов (справа)", "Асан Токтосунов, Бакыт Асанов", [("order", "Бакыт Асанов, Асан Токтосунов | Асан Токтосунов, Бакыт Асанов")]),
    # the same person, written otherwise
    ("Слева направо: Токтосунов, Асанов и Маматов", THREE, []),
    ("Слева направо: А. Токтосунов, Б. Асанов, Н. Маматов", THREE, []),
    ("Слева направо: Асан Токтосунов, Бакит Асанов, Нурлан Мамматов", THREE, []),
    ("Слева направо: Токтосунов Асан, Асанов Бакыт, Маматов Нурлан", THREE, []),
    ("Слева направо: Асан Маратович Токтосунов, Бакыт Асанов, Нурлан Маматов", THREE, []),
    # initials and surnames that are somebody else's
    ("Слева направо: К. Токтосунов, Б. Асанов, Н. Маматов", THREE, [("count", "К. Токтосунов | Асан Токтосунов")]),
    ("Слева направо: Асан Токтосунов, Айгуль Токтосунова", "Асан Токтосунов, Айгуль Токтосунова", []),
    ("Слева направо: Айгуль Токтосунова, Бакыт Асанов", "Асан Токтосунов, Бакыт Асанов", [("count", "Айгуль Токтосунова | Асан Токтосунов")]),
    # rows
    ("В первом ряду слева направо: Асан Токтосунов, Бакыт Асанов; во втором ряду: Нурлан Маматов", "Асан Токтосунов, Бакыт Асанов / Нурлан Маматов", []),
    ("В первом ряду слева направо: Асан Токтосунов, Нурлан Маматов; во втором ряду: Бакыт Асанов", "Асан Токтосунов, Бакыт Асанов / Нурлан Маматов", [("order", "Нурлан Маматов, Бакыт Асанов | Бакыт Асанов, Нурлан Маматов")]),
    # nobody named: nothing to compare
    ("Вид на Иссык-Куль", THREE, []),
]  # fmt: skip


@pytest.mark.parametrize(("caption", "picture", "mismatches"), ROWS)
def test_a_caption_and_its_picture(caption, picture, mismatches):
    assert told(caption, on_picture(picture)) == mismatches


def test_a_surname_of_two_on_the_picture_contradicts_neither():
    brothers = on_picture("Асан Токтосунов, Бакыт Токтосунов")
    assert told("На фото: министр культуры Токтосунов", brothers) == []
    assert told("Слева направо: мэр Бишкека Токтосунов, министр культуры Токтосунов", brothers) == []


def test_records_are_compared_by_id_whatever_they_are_called():
    caption = [Placed(NameParts(given="Анна", family="Вереск"), 1, 1, 7)]
    assert compare(caption, [Placed(NameParts(given="Анна", family="Полевая"), 1, 1, 7)]) == []
    assert [one.kind for one in compare(caption, [Placed(NameParts(given="Анна", family="Вереск"), 1, 1, 8)])] == [
        "not_recorded"
    ]


def test_a_mismatch_is_a_whole_sentence():
    (mismatch,) = compare(named("На фото: Айгуль Токтосунова"), on_picture(THREE))
    assert mismatch.sentence % mismatch.pieces == (
        "Names in the caption: 1, people marked on the picture: 3. Not marked: Айгуль Токтосунова. "
        "Mark them on the picture or correct the caption."
    )
