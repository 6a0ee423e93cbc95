"""Printed names -> nominatives. People are invented, but for those of the sample article."""

import pytest

from people.names.words.nominative import nominative

# printed -> (given, patronymic, family, gender)
NAMES = [
    # the seven of the sample article, and their cases
    ("Жээнбеком Кулубаевым", "Жээнбек", "", "Кулубаев", "male"),
    ("Мухриддина Сироджиддина", "Мухриддин", "", "Сироджиддин", "male"),  # a family name like a given name
    ("Имангали Тасмагамбетова", "Имангали", "", "Тасмагамбетов", "male"),  # a man whose given name is not declined
    ("Садыра Жапарова", "Садыр", "", "Жапаров", "male"),
    ("Мурату Нуртлеу", "Мурат", "", "Нуртлеу", "male"),  # a family name that is not declined
    ("Максимом Рыженковым", "Максим", "", "Рыженков", "male"),
    ("Сергея Лаврова", "Сергей", "", "Лавров", "male"),
    # men in every case
    ("Асан Токтосунов", "Асан", "", "Токтосунов", "male"),
    ("Асана Токтосунова", "Асан", "", "Токтосунов", "male"),
    ("Асану Токтосунову", "Асан", "", "Токтосунов", "male"),
    ("Асаном Токтосуновым", "Асан", "", "Токтосунов", "male"),
    ("Асане Токтосунове", "Асан", "", "Токтосунов", "male"),
    # women in every case: the given name stays, or changes
    ("Айгуль Токтосунова", "Айгуль", "", "Токтосунова", "female"),
    ("Айгуль Токтосуновой", "Айгуль", "", "Токтосунова", "female"),
    ("Айгуль Токтосунову", "Айгуль", "", "Токтосунова", "female"),
    ("Динары Асановой", "Динара", "", "Асанова", "female"),
    ("Динаре Асановой", "Динара", "", "Асанова", "female"),
    ("Динару Асанову", "Динара", "", "Асанова", "female"),
    ("Динарой Асановой", "Динара", "", "Асанова", "female"),
    # a woman's family name ending in a consonant is not declined, a man's is
    ("Анны Шевчук", "Анна", "", "Шевчук", "female"),
    ("Ивана Шевчука", "Иван", "", "Шевчук", "male"),
    # adjectival, -ко, -ец, -а
    ("Петру Загорскому", "Пётр", "", "Загорский", "male"),
    ("Марией Загорской", "Мария", "", "Загорская", "female"),
    ("Юлии Сойко", "Юлия", "", "Сойко", "female"),
    ("Павла Кравца", "Павел", "", "Кравец", "male"),
    ("Степаном Голотой", "Степан", "", "Голота", "male"),
    # Tajik, Uzbek and Kazakh endings
    ("Фирдавсом Рахмонзодой", "Фирдавс", "", "Рахмонзода", "male"),
    ("Бахтиёра Назарова", "Бахтиёр", "", "Назаров", "male"),
    ("Гулнорой Каримовой", "Гулнора", "", "Каримова", "female"),
    # a given name that no table has, known by its ending
    ("Чоробеку Маматову", "Чоробек", "", "Маматов", "male"),
    ("Жаркынгуль Маматовой", "Жаркынгуль", "", "Маматова", "female"),
    # family name first
    ("Токтосунов Асан", "Асан", "", "Токтосунов", "male"),
    ("Токтосуновой Айгуль", "Айгуль", "", "Токтосунова", "female"),
    # patronymics in both orders
    ("Асаном Маратовичем Токтосуновым", "Асан", "Маратович", "Токтосунов", "male"),
    ("Токтосуновой Айгуль Маратовны", "Айгуль", "Маратовна", "Токтосунова", "female"),
    ("Ивану Ильичу Загорскому", "Иван", "Ильич", "Загорский", "male"),
    # уулу, кызы, оглы: neither they nor the word before are declined
    ("Эркин уулу Азамата", "Азамат", "", "Эркин уулу", "male"),
    ("Азамату Эркин уулу", "Азамат", "", "Эркин уулу", "male"),
    ("Нурлан кызы Айгуль", "Айгуль", "", "Нурлан кызы", "female"),
    ("Намика Гасан оглы Керимова", "Намик", "Гасан оглы", "Керимов", "male"),
    # particles of the nobility and of Arabic names
    ("Марии фон дер Штольберг", "Мария", "", "фон дер Штольберг", "female"),
    ("Рашида бин Халеда", "Рашид", "", "бин Халед", "male"),
    # hyphens: both halves, or only the second
    ("Марии Петровой-Загорской", "Мария", "", "Петрова-Загорская", "female"),
    ("Нур-Мухаммадом Асановым", "Нур-Мухаммад", "", "Асанов", "male"),
    # initials before, after, and as one word
    ("А. Токтосуновым", "А.", "", "Токтосунов", "male"),
    ("А. Б. Токтосунову", "А.", "Б.", "Токтосунов", "male"),
    ("Токтосуновым А. Б.", "А.", "Б.", "Токтосунов", "male"),
    ("А.Б. Токтосунову", "А.", "Б.", "Токтосунов", "male"),
    # a Chinese or Korean surname stands first and is not declined
    ("Чжан Вэйляна", "Чжан", "", "Вэйлян", "male"),
    # ё is not put where it was not printed
    ("Романа Коноплева", "Роман", "", "Коноплев", "male"),
]


@pytest.mark.parametrize(("printed", "given", "patronymic", "family", "gender"), NAMES)
def test_best_guess_is_the_nominative(printed, given, patronymic, family, gender):
    name = nominative(printed.split())[0]
    assert (name.given, name.patronymic, name.family, name.gender) == (given, patronymic, family, gender)


def test_second_guess_keeps_the_other_gender():
    # «Александра Лукиченко» is a woman in the nominative or a man in the genitive
    names = {(name.given, name.gender) for name in nominative(["Александра", "Лукиченко"])[:2]}
    assert names == {("Александр", "male"), ("Александра", "female")}


def test_words_that_are_no_name_give_nothing():
    assert nominative([]) == []
    assert nominative(["Один", "Два", "Три", "Четыре", "Пять"]) == []
