import pytest

from media_assets.metadata.texts import cut, one_line, tidy


@pytest.mark.parametrize(
    ("text", "most_bytes", "expected"),
    [
        ("КТРК", 8, "КТРК"),
        ("Пресс-служба Президента", 32, "Пресс-служба"),
        ("Абвгдеёжзийклмноп", 32, "Абвгдеёжзийклмно"),
        ("Абвгдеёжзийклмноп", 31, "Абвгдеёжзийклмн"),
        ("Агентство, отдел", 21, "Агентство"),
        ("одно два", 13, "одно"),
        ("а" * 40 + " " + "б" * 40, 140, "а" * 40 + " " + "б" * 29),
        ("e\u0301e\u0301e\u0301", 7, "e\u0301e\u0301"),
        ("ab\U0001f468\u200d\U0001f469", 9, "ab"),
        ("e\u0301", 2, ""),
        ("слово", 0, ""),
    ],
)
def test_text_is_cut_at_whole_letters_and_near_whole_words(text, most_bytes, expected):
    assert cut(text, most_bytes) == expected
    assert len(cut(text, most_bytes).encode()) <= most_bytes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  одна \r\n\t другая  \r третья ", "одна\nдругая\nтретья"),
        ("Й\x00 и\u0306\x9f", "Й й"),
        ("\ufeffначало\u2028конец", "начало\nконец"),
        ("\ud800половина", "половина"),
    ],
)
def test_text_loses_control_characters_and_keeps_its_lines(text, expected):
    assert tidy(text) == expected


def test_field_of_one_line_has_one():
    assert one_line(" одна\n\nдругая ") == "одна другая"
