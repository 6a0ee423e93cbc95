"""Persons in order -> caption, and back without loss. All but the sample article's people are invented."""

# ruff: noqa: E501  -- a caption is read whole

import random
from dataclasses import replace

import pytest

from media_assets.captions import Shown, compose_caption, parse_caption
from people.names.offices import Office
from people.names.records import NameParts
from tests.samples import SAMPLE_FILE

SAMPLE = SAMPLE_FILE.read_text(encoding="utf-8").replace("**", "")
SAMPLE_CAPTION = next(line for line in SAMPLE.splitlines() if line.startswith("(слева направо)"))

NAMES = {
    "ru": [
        ("Асан", "Токтосунов"),
        ("Бакыт", "Асанов"),
        ("Нурлан", "Маматов"),
        ("Айгуль", "Токтосунова"),
        ("Жээнбек", "Сатыбеков"),
        ("Мурат", "Калдыбаев"),
        ("Гульнара", "Осмонова"),
        ("Сергей", "Вересков"),
        ("Анна", "Полевая"),
    ],
    "ky": [("Асан", "Токтосунов"), ("Бакыт", "Асанов"), ("Нурлан", "Маматов"), ("Айгүл", "Асанова"), ("Мурат", "Асаналиев")],
    "en": [("Asan", "Toktosunov"), ("Bakyt", "Asanov"), ("Nurlan", "Mamatov"), ("Anna", "Vereskova"), ("Murat", "Osmonov")],
}  # fmt: skip
POSTS = {
    "ru": [
        "",
        "министр иностранных дел Лаковии",
        "мэр Бишкека",
        "посол Эмерании в Лаковии",
        "и. о. министра культуры",
        "экс-президент Лаковии",
        "первый заместитель министра культуры, информации и спорта",
        "председатель Кабинета министров — руководитель Администрации президента",
        "генеральный секретарь ОДКБ",
        "депутат Жогорку Кенеша",
        "аким Ошской области",
    ],
    "ky": ["", "Кыргызстандын тышкы иштер министри", "Бишкек шаарынын мэри", "маданият министри", "президент"],
    "en": ["", "Foreign Minister", "Mayor of Bishkek", "CSTO Secretary General", "President of Lakovia"],
}


def office(wording: str) -> Office:
    return Office(wording, wording, "", "", "other", "", False, False, 0, 0)


def person(row: int, position: int, name: tuple[str, str], post: str = "") -> Shown:
    offices = tuple(office(wording) for wording in post.split(" — ") if wording)
    return Shown(position, NameParts(*(name[0], "", name[1])), offices, "", 0, 0, row=row)


def facts(people) -> list[tuple[int, int, str, str]]:
    return [(one.row, one.position, one.post, one.name.full) for one in people]


def random_people(language: str, seed: int) -> list[Shown]:
    dice = random.Random(seed)
    names = dice.sample(NAMES[language], dice.randint(2, len(NAMES[language])))
    first = dice.randint(1, len(names))
    places = [(1, n) for n in range(1, first + 1)] + [(2, n) for n in range(1, len(names) - first + 1)]
    return [person(*place, name, dice.choice(POSTS[language])) for place, name in zip(places, names, strict=True)]


@pytest.mark.parametrize("language", ["ru", "ky", "en"])
@pytest.mark.parametrize("seed", range(40))
def test_a_composed_caption_says_who_stands_where_and_with_which_office(language, seed):
    people = random_people(language, seed)
    caption = compose_caption(people, language)
    assert facts(parse_caption(caption).people) == facts(people), caption


def test_the_sample_is_composed_again_letter_for_letter():
    assert compose_caption(parse_caption(SAMPLE_CAPTION).people) == SAMPLE_CAPTION


A, B, N = ("Асан", "Токтосунов"), ("Бакыт", "Асанов"), ("Нурлан", "Маматов")
COMPOSED = [
    ([], "ru", ""),
    ([person(1, 0, A, "мэр Бишкека")], "ru", "Мэр Бишкека Асан Токтосунов."),
    ([person(1, 3, A)], "ru", "Асан Токтосунов (третий слева)."),
    ([person(1, 1, A, "мэр Бишкека"), person(1, 2, B)], "ru", "Мэр Бишкека Асан Токтосунов (слева) и Бакыт Асанов (справа)."),
    ([person(1, 0, A), person(1, 0, B)], "ru", "На фото: Асан Токтосунов и Бакыт Асанов."),
    # the place between them is not the next one's
    ([person(1, 1, A), person(1, 3, B)], "ru", "(слева направо) Асан Токтосунов, неизвестный, а также Бакыт Асанов."),
    # the order is that of the places, whoever comes first in the list
    ([person(1, 2, A), person(1, 1, B), person(1, 3, N)], "ru", "(слева направо) Бакыт Асанов, Асан Токтосунов, а также Нурлан Маматов."),
    ([person(1, 1, A), person(1, 2, B), person(2, 1, N)], "ru", "В первом ряду (слева направо): Асан Токтосунов и Бакыт Асанов; во втором ряду (слева направо): Нурлан Маматов."),
    ([person(1, 1, A), person(1, 2, B), person(1, 3, N)], "ky", "(солдон оңго) Асан Токтосунов, Бакыт Асанов жана Нурлан Маматов."),
    ([person(1, 1, A), person(1, 2, B)], "ky", "Асан Токтосунов (солдо) жана Бакыт Асанов (оңдо)."),
    ([person(1, 1, ("Asan", "Toktosunov"), "Mayor of Bishkek"), person(1, 2, ("Bakyt", "Asanov")), person(1, 3, ("Nurlan", "Mamatov"))], "en", "(L–R) Mayor of Bishkek Asan Toktosunov, Bakyt Asanov and Nurlan Mamatov."),
]  # fmt: skip


@pytest.mark.parametrize(("people", "language", "caption"), COMPOSED)
def test_composed(people, language, caption):
    assert compose_caption(people, language) == caption
    if len(people) > 1:
        assert facts(parse_caption(caption).people) == sorted(facts(people))


def test_swapping_two_people_swaps_them_in_the_caption_and_nothing_else():
    people = list(parse_caption(SAMPLE_CAPTION).people)
    people[1], people[4] = replace(people[4], position=2), replace(people[1], position=5)
    read = parse_caption(compose_caption(people)).people
    assert facts(read) == facts(people)
