"""Forms of names, as tables: nominative → what is printed."""

import pytest

from people.names.declension import decline, guess_gender, name_forms, part_forms
from people.names.records import CASES, NameParts, cases_of


def forms(word: str, part: str, gender: str) -> dict[str, list[str]]:
    """Printed forms by case."""
    printed: dict[str, list[str]] = {case: [] for case in CASES}
    for form in part_forms(word, part, gender):
        for case in cases_of(form.cases):
            printed[case].append(form.form)
    return printed


# given, patronymic, family, gender; then the genitive, dative, accusative, instrumental and prepositional
NAMES = [
    (
        ("Садыр", "Нургожоевич", "Жапаров", ""),
        "Садыра Нургожоевича Жапарова, Садыру Нургожоевичу Жапарову, Садыра Нургожоевича Жапарова,"
        " Садыром Нургожоевичем Жапаровым, Садыре Нургожоевиче Жапарове",
    ),
    (
        ("Мухриддин", "", "Сироджиддин", ""),
        "Мухриддина Сироджиддина, Мухриддину Сироджиддину, Мухриддина Сироджиддина,"
        " Мухриддином Сироджиддином, Мухриддине Сироджиддине",
    ),
    (
        ("Имангали", "", "Тасмагамбетов", ""),
        "Имангали Тасмагамбетова, Имангали Тасмагамбетову, Имангали Тасмагамбетова,"
        " Имангали Тасмагамбетовым, Имангали Тасмагамбетове",
    ),
    (
        ("Мурат", "", "Нуртлеу", ""),
        "Мурата Нуртлеу, Мурату Нуртлеу, Мурата Нуртлеу, Муратом Нуртлеу, Мурате Нуртлеу",
    ),
    (
        ("Айгуль", "Маратовна", "Бекова", ""),
        "Айгуль Маратовны Бековой, Айгуль Маратовне Бековой, Айгуль Маратовну Бекову,"
        " Айгуль Маратовной Бековой, Айгуль Маратовне Бековой",
    ),
    (("Ольга", "", "Ким", ""), "Ольги Ким, Ольге Ким, Ольгу Ким, Ольгой Ким, Ольге Ким"),
    (
        ("Лев", "Ильич", "Ким", ""),
        "Льва Ильича Кима, Льву Ильичу Киму, Льва Ильича Кима, Львом Ильичом Кимом, Льве Ильиче Киме",
    ),
    (("Павел", "", "Заяц", ""), "Павла Зайца, Павлу Зайцу, Павла Зайца, Павлом Зайцем, Павле Зайце"),
    (("Илья", "", "Кравец", ""), "Ильи Кравца, Илье Кравцу, Илью Кравца, Ильёй Кравцом, Илье Кравце"),
    (
        ("Пётр", "", "Соловьёв", ""),
        "Петра Соловьёва, Петру Соловьёву, Петра Соловьёва, Петром Соловьёвым, Петре Соловьёве",
    ),
    (("Юрий", "", "Луговой", ""), "Юрия Лугового, Юрию Луговому, Юрия Лугового, Юрием Луговым, Юрии Луговом"),
    (("Азамат", "", "Цой", ""), "Азамата Цоя, Азамату Цою, Азамата Цоя, Азаматом Цоем, Азамате Цое"),
    (("Мария", "", "Луцкая", ""), "Марии Луцкой, Марии Луцкой, Марию Луцкую, Марией Луцкой, Марии Луцкой"),
    (
        ("Бакыт", "Асан уулу", "", ""),
        "Бакыта Асан уулу, Бакыту Асан уулу, Бакыта Асан уулу, Бакытом Асан уулу, Бакыте Асан уулу",
    ),
    (
        ("Анна", "", "Орлова-Вольская", ""),
        "Анны Орловой-Вольской, Анне Орловой-Вольской, Анну Орлову-Вольскую,"
        " Анной Орловой-Вольской, Анне Орловой-Вольской",
    ),
    (
        ("Карим", "", "аль-Баради", "male"),
        "Карима аль-Баради, Кариму аль-Баради, Карима аль-Баради, Каримом аль-Баради, Кариме аль-Баради",
    ),
]


@pytest.mark.parametrize(("parts", "declined"), NAMES, ids=lambda value: value if isinstance(value, str) else value[2])
def test_full_name_is_printed_in_every_case(parts: tuple[str, ...], declined: str) -> None:
    name = NameParts(*parts)
    assert decline(name, "nomn") == name.full
    assert [decline(name, case) for case in CASES[1:]] == declined.split(", ")


@pytest.mark.parametrize(
    ("word", "part", "gender", "case", "printed"),
    [
        ("Кулубаев", "family", "male", "ablt", "Кулубаевым"),
        ("Сироджиддин", "family", "male", "ablt", "Сироджиддином Сироджиддиным"),
        ("Даррин", "family", "male", "ablt", "Даррином Дарриным"),
        ("Заяц", "family", "male", "gent", "Зайца Заяца"),
        ("Мельниченко", "family", "male", "gent", "Мельниченко"),
        ("Черных", "family", "male", "datv", "Черных"),
        ("Рахимзода", "family", "male", "gent", "Рахимзода"),
        ("Турсун-заде", "family", "male", "ablt", "Турсун-заде"),
        ("Нур-Мухаммед", "given", "male", "gent", "Нура-Мухаммеда Нур-Мухаммеда"),
        ("Ким", "family", "", "ablt", "Кимом Ким"),
        ("Жапаров", "family", "female", "gent", "Жапаров"),
        ("Щербина", "family", "female", "gent", "Щербиной Щербины"),
        ("Заречский", "family", "male", "ablt", "Заречским"),
        ("Коваль", "family", "male", "ablt", "Ковалем"),
        ("бин Халаф", "family", "male", "ablt", "бин Халафом"),
        ("Дилмурат кызы", "patronymic", "female", "gent", "Дилмурат кызы"),
        ("Никитична", "patronymic", "female", "ablt", "Никитичной"),
        ("Любовь", "given", "female", "gent", "Любови"),
        ("Айгуль", "given", "female", "gent", "Айгуль Айгули"),
        ("Хо Ван Ли Мэй", "whole", "", "nomn", "Хо Ван Ли Мэй"),
    ],
)
def test_forms_met_in_print_are_known(word: str, part: str, gender: str, case: str, printed: str) -> None:
    assert set(printed.split() if " " not in word else [printed]) <= set(forms(word, part, gender)[case])


@pytest.mark.parametrize(
    ("word", "part", "gender", "case", "wrong"),
    [
        ("Ким", "family", "female", "ablt", "Кимом"),
        ("Мельниченко", "family", "male", "gent", "Мельниченки"),
        ("Павел", "given", "male", "gent", "Павела"),
        ("Асан уулу", "patronymic", "male", "gent", "Асана уулу"),
        ("Кулубаев", "family", "male", "gent", "Кулубаевым"),
    ],
)
def test_forms_nobody_prints_are_not_made(word: str, part: str, gender: str, case: str, wrong: str) -> None:
    assert wrong not in forms(word, part, gender)[case]


def test_one_form_carries_all_its_cases_and_a_folded_key() -> None:
    (form,) = [form for form in part_forms("Соловьёв", "family", "male") if form.form == "Соловьёва"]
    assert form.key == "соловьева"
    assert cases_of(form.cases) == ("gent", "accs")


def test_two_spellings_of_one_key_are_one_form() -> None:
    keys = [form.key for form in part_forms("Илья", "given", "male")]
    assert len(keys) == len(set(keys))


def test_every_part_of_a_name_gives_its_forms() -> None:
    made = {(part, form.form) for part, form in name_forms(NameParts("Азамат", "Бекович", "Асанов"))}
    assert {("given", "Азаматом"), ("patronymic", "Бековичем"), ("family", "Асановым")} <= made
    assert {part for part, _ in name_forms("Тимурхан")} == {"whole"}


@pytest.mark.parametrize(
    ("given", "patronymic", "family", "gender"),
    [
        ("Садыр", "", "Жапаров", "male"),
        ("Садыр", "Нургожоевич", "", "male"),
        ("Айгуль", "", "Бек", "female"),
        ("Ольга", "", "Ким", "female"),
        ("Никита", "", "Ким", "male"),
        ("Асель", "Дилмурат кызы", "", "female"),
        ("Бакыт", "Асан уулу", "", "male"),
        ("Айнура", "", "Бекова", "female"),
        ("Мухриддин", "", "Сироджиддин", "male"),
        ("Шаама", "", "бин Халаф", ""),
    ],
)
def test_gender_is_read_from_the_name(given: str, patronymic: str, family: str, gender: str) -> None:
    assert guess_gender(NameParts(given, patronymic, family)) == gender
