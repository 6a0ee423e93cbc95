"""Kyrgyz words beside names: which names are words, and offices as the record words them."""

import pytest

from people.names.kyrgyz.words import is_word, offices_in_russian


@pytest.mark.parametrize("name", ["Адилет", "Бакыт", "Бакытка", "Тынчтыкты", "Эркиндин", "Өмүр", "Омур"])
def test_a_name_that_is_a_word_is_known_in_every_case(name: str) -> None:
    assert is_word(name)


@pytest.mark.parametrize("name", ["Садыр", "Айгүл", "Кулубаев", "Эркинбек", "Бакытова"])
def test_other_names_are_none(name: str) -> None:
    assert not is_word(name)


@pytest.mark.parametrize(
    ("kyrgyz", "russian"),
    [
        ("Лаковиянын президенти", "президент"),
        ("тышкы иштер министри", "министр иностранных дел"),  # and no second, bare «министр»
        ("Тышкы иштер министринин орун басары", "министр иностранных дел заместитель"),
        ("Кыргызстандын маданият министрине", "Киргизия Кыргызстан министр культуры"),
        ("Жогорку Кеңештин төрагасы", "председатель Жогорку Кенеша"),
        ("Жогорку Кенештин торагасы", "председатель Жогорку Кенеша"),  # typed without ө and ң
        ("башкы катчысы", "генеральный секретарь"),
        ("Ош шаарынын мэри", "город мэр"),
        ("Алай районунун акими", "район аким"),
        ("депутаты", "депутат"),
        ("жыйынга келди", ""),
    ],
)
def test_an_office_is_told_in_the_words_of_the_record(kyrgyz: str, russian: str) -> None:
    assert offices_in_russian(kyrgyz) == russian
