"""Names with their offices in a case. The people and Лаковия are invented."""

import pytest

from people.names.office.declining import decline_office
from people.names.records import NameParts
from people.names.wordings import wordings

OFFICE = "министр культуры Лаковии"

# name, case -> office and name
RUSSIAN = [
    (NameParts("Асан", "", "Токтосунов", "male"), "ablt", "министром культуры Лаковии Асаном Токтосуновым"),
    (NameParts("Асан", "", "Токтосунов"), "datv", "министру культуры Лаковии Асану Токтосунову"),
    (NameParts("Айгуль", "", "Токтосунова", "female"), "ablt", "министром культуры Лаковии Айгуль Токтосуновой"),
    (NameParts("Айгуль", "", "Токтосунова"), "accs", "министра культуры Лаковии Айгуль Токтосунову"),
    # the patronymic is not printed, and still tells that Саша is a woman
    (NameParts("Саша", "Асановна", "Ким"), "datv", "министру культуры Лаковии Саше Ким"),
    (NameParts("Саша", "Асанович", "Ким"), "datv", "министру культуры Лаковии Саше Киму"),
    # surnames that stand still
    (NameParts("Пётр", "", "Шевченко", "male"), "ablt", "министром культуры Лаковии Петром Шевченко"),
    (NameParts("Нурлан", "", "Асан уулу", "male"), "gent", "министра культуры Лаковии Нурлана Асан уулу"),
    (NameParts("Анна", "", "Мицкевич", "female"), "gent", "министра культуры Лаковии Анны Мицкевич"),
    # hyphens
    (NameParts("Иван", "", "Ольхов-Кедров", "male"), "ablt", "министром культуры Лаковии Иваном Ольховым-Кедровым"),
    (NameParts("Касым-Жомарт", "", "Беков", "male"), "gent", "министра культуры Лаковии Касым-Жомарта Бекова"),
    # one name alone
    (NameParts("Зульфия", "", "", "female"), "ablt", "министром культуры Лаковии Зульфиёй"),
]


def full(name, offices, language, case, typed=None):
    return next(each for each in wordings(name, offices, language, typed) if each.case == case).full


@pytest.mark.parametrize(("name", "case", "words"), RUSSIAN)
def test_name_and_office_agree_in_case(name, case, words):
    offices = {each: decline_office(OFFICE, each) for each in ("nomn", case)}
    assert full(name, offices, "ru", case) == words


KYRGYZ = [
    ("nomn", "маданият министри Асан Токтосунов"),
    ("gent", "маданият министри Асан Токтосуновдун"),
    ("datv", "маданият министри Асан Токтосуновго"),
    ("accs", "маданият министри Асан Токтосуновду"),
    ("loct", "маданият министри Асан Токтосуновдо"),
    ("ablt", "маданият министри Асан Токтосуновдон"),
]


@pytest.mark.parametrize(("case", "words"), KYRGYZ)
def test_a_kyrgyz_ending_stands_on_the_last_word_and_the_office_stands_still(case, words):
    assert full(NameParts("Асан", "", "Токтосунов"), {"nomn": "маданият министри"}, "ky", case) == words


def test_english_has_the_nominative_alone():
    found = wordings("Asan Toktosunov", {"nomn": "minister of culture"}, "en")
    assert [(each.case, each.full) for each in found] == [("nomn", "minister of culture Asan Toktosunov")]


def test_without_an_office_the_name_stands_alone():
    assert full(NameParts("Асан", "", "Токтосунов"), {}, "ru", "ablt") == "Асаном Токтосуновым"


def test_an_editors_form_goes_before_the_rules():
    typed = {("given", "datv"): "Асанке"}
    assert full(NameParts("Асан", "", "Токтосунов"), {}, "ru", "datv", typed) == "Асанке Токтосунову"


def test_a_name_without_parts_stands_still_in_russian():
    assert full("Хан Тимур", {}, "ru", "gent") == "Хан Тимур"
