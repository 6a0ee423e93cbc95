"""Names of organizations in all cases, and without their countries."""

import pytest

from people.names.organization.forms import case_forms, without_country
from people.names.records import CASES, cases_of


def forms(name: str) -> dict[str, list[str]]:
    return {case: [form.form for form in case_forms(name) if case in cases_of(form.cases)] for case in CASES}


@pytest.mark.parametrize(
    ("name", "genitive", "accusative", "instrumental"),
    [
        ("Министерство культуры", "Министерства культуры", "Министерство культуры", "Министерством культуры"),
        ("Национальный банк", "Национального банка", "Национальный банк", "Национальным банком"),
        ("Федеральное собрание", "Федерального собрания", "Федеральное собрание", "Федеральным собранием"),
        ("Генеральная прокуратура", "Генеральной прокуратуры", "Генеральную прокуратуру", "Генеральной прокуратурой"),
        ("Вооружённые силы", "Вооружённых сил", "Вооружённые силы", "Вооружёнными силами"),
        # what depends on the noun stays
        ("Союз портов Лаковии", "Союза портов Лаковии", "Союз портов Лаковии", "Союзом портов Лаковии"),
        ("Партия «Единство»", "Партии «Единство»", "Партию «Единство»", "Партией «Единство»"),
        ('ОАО "Ромашка"', "ОАО «Ромашка»", "ОАО «Ромашка»", "ОАО «Ромашка»"),
        # abbreviations stand still
        ("ОДКБ", "ОДКБ", "ОДКБ", "ОДКБ"),
        ("Минкультуры", "Минкультуры", "Минкультуры", "Минкультуры"),
        ("Кабмин", "Кабмина", "Кабмин", "Кабмином"),
        ("Госкомнацбезопасности", "Госкомнацбезопасности", "Госкомнацбезопасности", "Госкомнацбезопасности"),
    ],
)
def test_a_name_declines_up_to_its_noun(name: str, genitive: str, accusative: str, instrumental: str) -> None:
    declined = forms(name)
    assert [declined[case][0] for case in ("gent", "accs", "ablt")] == [genitive, accusative, instrumental]


@pytest.mark.parametrize(
    ("name", "genitives"),
    [
        ("МИД Лаковии", ["МИД Лаковии", "МИДа Лаковии"]),  # read as a word, and printed both ways
        ("Жогорку Кенеш", ["Жогорку Кенеш", "Жогорку Кенеша"]),
    ],
)
def test_print_has_both(name: str, genitives: list[str]) -> None:
    assert forms(name)["gent"] == genitives


@pytest.mark.parametrize(
    ("name", "of_a_state", "expected"),
    [
        ("МИД Киргизии", True, ("МИД", "Киргизия")),
        ("Министерство иностранных дел Кыргызской Республики", True, ("Министерство иностранных дел", "Киргизия")),
        ("МВД РФ", False, ("МВД", "Россия")),
        ("Министерство культуры Лаковии", True, ("Министерство культуры", "Лаковия")),
        ("Союз портов Лаковии", False, ("Союз портов Лаковии", "")),  # it may be part of any name
        ("Администрация Президента", True, ("Администрация Президента", "")),
        ("Жогорку Кенеш", True, ("Жогорку Кенеш", "")),
        ("Единая Россия", False, ("Единая Россия", "")),  # no genitive
        ("Посольство Лаковии в России", False, ("Посольство Лаковии в России", "")),
        ("Палата представителей США", True, ("Палата представителей", "США")),
        ("ОДКБ", False, ("ОДКБ", "")),
    ],
)
def test_a_country_at_the_end_is_told_apart(name: str, of_a_state: bool, expected: tuple[str, str]) -> None:
    assert without_country(name, of_a_state=of_a_state) == expected
