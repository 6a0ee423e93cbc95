import pytest

from media_assets.metadata.charsets import decode, repair

TEXTS = [
    ("cp1251", "Жээнбек Кулубаев"),
    ("cp1251", "МИД"),
    ("cp1251", "СМИД ОДКБ"),
    ("cp1251", "Ёжик в тумане"),
    ("cp1251", "Встреча в Чолпон-Ате, 30 июня"),
    ("cp1251", "Фото: «Кабар» — № 5"),
    ("cp1251", "№ 5"),
    ("cp1251", "© Reuters"),
    ("cp1252", "Müller, Zürich"),
    ("cp1252", "São Paulo"),
    ("cp1252", "café"),
    ("cp1252", "Ångström"),
    ("cp1252", "Noël créée à Paris"),
    ("cp1252", "El Niño – señor Núñez"),
    ("koi8_r", "Жээнбек Кулубаев"),
    ("mac_cyrillic", "Встреча в Чолпон-Ате"),
    ("utf-8", "Өмүрбек Үсөнов, Ысык-Көл облусу"),
    ("utf-8", "Müller"),
]
MISREAD = [("utf-8", "cp1252"), ("utf-8", "latin-1"), ("utf-8", "cp1251"), ("cp1251", "cp1252"), ("cp1251", "latin-1")]


@pytest.mark.parametrize(("charset", "text"), TEXTS)
def test_undeclared_bytes_are_read_as_the_words_somebody_meant(charset, text):
    assert decode([text.encode(charset)]) == [text]


def test_short_value_is_judged_by_its_neighbours():
    values = ["«А»".encode("cp1251"), "Министры перед заседанием".encode("cp1251")]
    assert decode(values) == ["«А»", "Министры перед заседанием"]


def test_charsets_mixed_in_one_file_are_told_apart():
    assert decode(["Кулубаев".encode(), "Кулубаев".encode("cp1251")]) == ["Кулубаев", "Кулубаев"]


@pytest.mark.parametrize("text", ["Müller, Zürich", "Été à Orléans"])
def test_declared_latin_is_latin(text):
    assert decode([text.encode("latin-1")], "latin-1") == [text]


def test_cyrillic_declared_as_latin_is_still_cyrillic():
    assert decode(["Жээнбек Кулубаев".encode("cp1251")], "latin-1") == ["Жээнбек Кулубаев"]


def test_cyrillic_declared_as_utf_8_is_still_cyrillic():
    assert decode(["Жээнбек Кулубаев".encode("cp1251")], "utf-8") == ["Жээнбек Кулубаев"]


def test_declared_iso_cyrillic_is_believed():
    assert decode(["Кулубаев".encode("iso8859-5")], "iso8859-5") == ["Кулубаев"]


def test_letter_cut_in_half_is_all_that_is_lost():
    assert decode(["Кулубаев".encode()[:-1]]) == ["Кулубае"]


@pytest.mark.parametrize(("written", "read"), MISREAD)
def test_misread_text_is_repaired_when_it_comes_back_whole(written, read):
    text = "Мечта и дом"
    assert repair(text.encode(written).decode(read)) == text


@pytest.mark.parametrize(
    "text", [text for _, text in TEXTS] + ["ÄÖÜ", "ÅÄÖ", "Ærøskøbing", "£100 – ½ price", "Ольга Æ"]
)
def test_readable_text_stays_as_it_is(text):
    assert repair(text) == text
