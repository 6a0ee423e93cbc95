"""Captions and who is in the picture -> the words for whoever cannot see it. All people are invented."""

# ruff: noqa: E501  -- a caption is read whole

import pytest

from media_assets.alt_text import propose_alt
from media_assets.captions import parse_caption
from media_assets.comparing import Placed
from people.names.records import NameParts
from tests.samples import SAMPLE_FILE

SAMPLE = SAMPLE_FILE.read_text(encoding="utf-8").replace("**", "")
SAMPLE_CAPTION = next(line for line in SAMPLE.splitlines() if line.startswith("(слева направо)"))

ROWS = [
    (SAMPLE_CAPTION, "Семь человек стоят в ряд", "Жети адам катар турат", "Seven people standing in a row"),
    ("Слева направо: Асан Токтосунов, Бакыт Асанов, Нурлан Маматов на фоне флагов", "Три человека стоят в ряд перед флагами", "Үч адам желектердин алдында катар турат", "Three people standing in a row in front of flags"),
    ("Слева направо за столом: Асан Токтосунов, Бакыт Асанов, Нурлан Маматов", "Три человека за столом", "Үч адам үстөл артында", "Three people at a table"),
    ("Сидят слева направо: Асан Токтосунов, Бакыт Асанов, Нурлан Маматов", "Три человека сидят в ряд", "Үч адам катар отурат", "Three people seated in a row"),
    # whoever is not named counts all the same
    ("Слева направо: Асан Токтосунов, переводчик, Нурлан Маматов", "Три человека стоят в ряд", "Үч адам катар турат", "Three people standing in a row"),
    ("На фото: Асан Токтосунов и Бакыт Асанов", "Два человека", "Эки адам", "Two people"),
    ("Асан Токтосунов (слева) и Бакыт Асанов", "Два человека", "Эки адам", "Two people"),
    ("Сидят слева направо: Асан Токтосунов, Бакыт Асанов; стоят: Нурлан Маматов, Айгуль Токтосунова", "Четыре человека в два ряда, первый ряд сидит", "Төрт адам эки катарда, биринчи катар отурат", "Four people in two rows, the front row seated"),
    ("В первом ряду слева направо: Асан Токтосунов, Бакыт Асанов; во втором ряду: Нурлан Маматов", "Три человека в два ряда", "Үч адам эки катарда", "Three people in two rows"),
    # what they do, when the caption says so
    ("Асан Токтосунов пожимает руку Бакыту Асанову", "Два человека пожимают друг другу руки", "Эки адам кол алышууда", "Two people shaking hands"),
    ("Асан Токтосунов и Бакыт Асанов подписали соглашение", "Два человека подписывают документы", "Эки адам документтерге кол коюуда", "Two people signing documents"),
    ("Министр культуры Асан Токтосунов выступает на сцене", "Мужчина выступает на сцене", "Эркек сахнада сөз сүйлөөдө", "A man speaking on a stage"),
    ("Айгуль Токтосунова выступила у трибуны", "Женщина выступает у трибуны", "Аял трибунада сөз сүйлөөдө", "A woman speaking at a lectern"),
    ("Мэр Бишкека Асан Токтосунов подписывает указ за столом перед флагом", "Мужчина подписывает документы за столом перед флагом", "Эркек үстөл артында желектин алдында документтерге кол коюуда", "A man signing documents at a table in front of a flag"),
    # a crowd of whom one is named
    ("Мэр Бишкека Асан Токтосунов с жителями города на фоне флагов", "Группа людей перед флагами", "Бир топ адам желектердин алдында", "A group of people in front of flags"),
    ("Асан Токтосунов выступает перед депутатами вместе с участниками встречи", "Группа людей", "Бир топ адам", "A group of people"),
    ("Асан Токтосунов (третий слева)", "Группа людей", "Бир топ адам", "A group of people"),
    # who speaks of two, the caption does not say
    ("Асан Токтосунов и Бакыт Асанов на встрече, где выступил президент", "Два человека", "Эки адам", "Two people"),
    # nothing to say
    ("На фото: Асан Токтосунов", "", "", ""),
    ("Министр культуры Асан Токтосунов на открытии школы", "", "", ""),
    ("Закат над Иссык-Кулем", "", "", ""),
    ("", "", "", ""),
    # in Kyrgyz and English captions
    ("Асан Токтосунов жана Бакыт Асанов (солдон оңго) кол алышып жатат", "Два человека пожимают друг другу руки", "Эки адам кол алышууда", "Two people shaking hands"),
    ("Asan Toktosunov (left) shakes hands with Bakyt Asanov in front of flags", "Два человека пожимают друг другу руки перед флагами", "Эки адам желектердин алдында кол алышууда", "Two people shaking hands in front of flags"),
]  # fmt: skip


@pytest.mark.parametrize(("caption", "russian", "kyrgyz", "english"), ROWS)
def test_a_proposal(caption, russian, kyrgyz, english):
    people = parse_caption(caption).people
    assert [propose_alt(people, caption, language) for language in ("ru", "ky", "en")] == [russian, kyrgyz, english]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (2, "Два человека"),
        (4, "Четыре человека"),
        (5, "Пять человек"),
        (12, "Двенадцать человек"),
        (20, "Двадцать человек"),
        (21, "21 человек"),
        (22, "22 человека"),
        (112, "112 человек"),
    ],
)
def test_people_are_counted_in_russian(count, words):
    people = [Placed(NameParts(given="Асан", family="Токтосунов"))] * count
    assert propose_alt(people, "") == words


def test_one_of_a_long_row_stands_for_one():
    people = [Placed(NameParts(given="Асан", family="Токтосунов"), 1, place) for place in range(1, 22)]
    assert propose_alt(people, "") == "21 человек стоит в ряд"


def test_twelve_in_two_rows():
    people = [Placed(NameParts(family="Токтосунов"), row, place) for row in (1, 2) for place in range(1, 7)]
    assert (
        propose_alt(people, "Участники: первый ряд сидит, второй стоит")
        == "Двенадцать человек в два ряда, первый ряд сидит"
    )


def test_the_caption_is_not_said_again():
    people = [Placed(NameParts(family="Токтосунов")), Placed(NameParts(family="Асанов"))]
    assert propose_alt(people, "Два человека на площади: Токтосунов и Асанов") == ""
