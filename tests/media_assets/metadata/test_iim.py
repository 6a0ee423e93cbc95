import struct
from dataclasses import replace

import pytest

from media_assets.metadata import Metadata, Taken, iim

from .pictures import METADATA


def dataset(number, value, record=2):
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


UTF8 = dataset(90, b"\x1b%G", record=1)


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (dataset(105, "Встреча".encode("cp1251")), Metadata(headline="Встреча")),
        (dataset(90, b"\x1b-L", record=1) + dataset(105, "Встреча".encode("iso8859-5")), Metadata(headline="Встреча")),
        (UTF8 + dataset(105, "Өкүл".encode()), Metadata(headline="Өкүл")),
        (UTF8 + dataset(105, "Встреча".encode("cp1251")), Metadata(headline="Встреча")),
        (UTF8 + dataset(120, "Кулубаев".encode()[:-1]), Metadata(description="Кулубае")),
        (dataset(80, b"Ivan Testov") + dataset(80, b"Petr Proba"), Metadata(creator="Ivan Testov, Petr Proba")),
        (dataset(25, b"one") + dataset(25, b"two") + dataset(25, b"one"), Metadata(keywords=("one", "two"))),
        (dataset(105, b"first") + dataset(105, b"second"), Metadata(headline="first")),
        (dataset(105, b"whole") + b"\x1c\x02\x78", Metadata(headline="whole")),
        (dataset(105, b"whole") + b"\x1c\x02\x78\x00\x40cut", Metadata(headline="whole", description="cut")),
        (b"\x1c\x02\x78\x80\x04\x00\x00\x00\x04long", Metadata(description="long")),
        (b"\x1c\x02\x78\x80\xff" + b"a" * 40, Metadata()),
        (b"no datasets", Metadata()),
        (b"", Metadata()),
    ],
)
def test_datasets_are_read(block, expected):
    assert iim.read(block) == expected


def test_two_hundred_keywords_are_enough():
    assert len(iim.read(b"".join(dataset(25, b"%d" % number) for number in range(1000))).keywords) == 200


def test_values_are_cut_to_their_bytes():
    written = iim.write(replace(METADATA, credit_line="Пресс-служба Президента", city="Ы" * 40))
    assert iim.read(written).credit_line == "Пресс-служба"
    assert iim.read(written).city == "Ы" * 16


@pytest.mark.parametrize(
    ("creator", "by_lines"),
    [
        ("Иван Тестов, Айгүл Проба", 2),
        ("Тестов, Иван", 1),
        ("Иван Тестов, Кабар", 1),
        ("", 0),
    ],
)
def test_creators_are_parted_only_when_all_are_full_names(creator, by_lines):
    assert iim.write(Metadata(headline="x", creator=creator)).count(b"\x1c\x02\x50") == by_lines


def test_time_without_an_offset_is_not_written():
    taken = replace(METADATA.taken_at, offset_minutes=None)
    assert iim.read(iim.write(Metadata(taken_at=taken))).taken_at == Taken(2025, 6, 30)


def test_known_month_is_written_without_a_day():
    assert b"\x1c\x02\x37\x00\x0820250600" in iim.write(Metadata(taken_at=Taken(2025, 6)))


def test_rights_of_an_unknown_day_are_not_written():
    assert iim.write(Metadata(rights_until=Taken(2026, 6))) == b""


def test_nothing_to_say_is_no_block():
    assert iim.write(Metadata(usage_terms="only XMP holds this")) == b""
