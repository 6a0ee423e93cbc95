"""Captions -> persons in order, and the credit that follows. All but the sample article's people are invented."""

import pytest

from media_assets.captions import parse_caption
from tests.samples import SAMPLE_FILE

SAMPLE = SAMPLE_FILE.read_text(encoding="utf-8").replace("**", "")
SAMPLE_CAPTION = next(line for line in SAMPLE.splitlines() if line.startswith("(слева направо)"))


def shown(text: str) -> list[str]:
    return [f"{one.position} {one.name.full}" for one in parse_caption(text).people]


def test_the_sample_shows_seven_officials_in_order():
    caption = parse_caption(SAMPLE_CAPTION)
    assert caption.order == "left_to_right"
    assert [(one.position, one.name.full, one.office.wording if one.office else "") for one in caption.people] == [
        (1, "Жээнбек Кулубаев", "министр иностранных дел Киргизии"),
        (2, "Максим Рыженков", "министр иностранных дел Белоруссии"),
        (3, "Мурат Нуртлеу", "министр иностранных дел Казахстана"),
        (4, "Садыр Жапаров", "президент Киргизии"),
        (5, "Сергей Лавров", "министр иностранных дел России"),
        (6, "Мухриддин Сироджиддин", "министр иностранных дел Таджикистана"),
        (7, "Имангали Тасмагамбетов", "генеральный секретарь ОДКБ"),
    ]


ORDERED = [
    ("Слева направо: Асан Токтосунов, Бакыт Асанов", "left_to_right", ["1 Асан Токтосунов", "2 Бакыт Асанов"]),
    ("На фото слева направо: Асан Токтосунов и Бакыт Асанов", "left_to_right", ["1 Асан Токтосунов", "2 Бакыт Асанов"]),
    ("(солдон оңго) Асан Токтосунов, Бакыт Асанов", "left_to_right", ["1 Асан Токтосунов", "2 Бакыт Асанов"]),
    ("Асан Токтосунов, Бакыт Асанов (L–R)", "left_to_right", ["1 Асан Токтосунов", "2 Бакыт Асанов"]),
    # from the right: the first named is the last from the left
    ("Справа налево: Асан Токтосунов, Бакыт Асанов", "right_to_left", ["1 Бакыт Асанов", "2 Асан Токтосунов"]),
    # surnames alone hold their places
    ("Слева направо: Токтосунов, Асанов и Маматов", "left_to_right", ["1 Токтосунов", "2 Асанов", "3 Маматов"]),
    # names no dictionary knows
    ("Слева направо: Зуто Бремк и Асан Токтосунов", "left_to_right", ["1 Зуто Бремк", "2 Асан Токтосунов"]),
    # each place said by itself
    ("Асан Токтосунов (справа) и Бакыт Асанов (слева)", "noted", ["1 Бакыт Асанов", "2 Асан Токтосунов"]),
    ("Справа — Асан Токтосунов, слева — Бакыт Асанов", "noted", ["1 Бакыт Асанов", "2 Асан Токтосунов"]),
    ("Асан Токтосунов (справа) и Бакыт Асанов", "noted", ["1 Бакыт Асанов", "2 Асан Токтосунов"]),
    (
        "Асан Токтосунов (в центре), Бакыт Асанов (слева) и Нурлан Маматов (справа)",
        "noted",
        ["1 Бакыт Асанов", "2 Асан Токтосунов", "3 Нурлан Маматов"],
    ),
    ("Асан Токтосунов, второй слева, и Бакыт Асанов", "noted", ["1 Бакыт Асанов", "2 Асан Токтосунов"]),
    # an English caption
    ("(L-R) Foreign Minister Asan Toktosunov, Bakyt Asanov", "left_to_right", ["1 Asan Toktosunov", "2 Bakyt Asanov"]),
    # no place said: the order of the words promises nothing
    ("На фото: Асан Токтосунов и Айгуль Маратова", "none", ["0 Асан Токтосунов", "0 Айгуль Маратова"]),
    ("Сүрөттө: Асан Токтосунов", "none", ["0 Асан Токтосунов"]),
    ("Заседание правительства в Чолпон-Ате", "none", []),
]


@pytest.mark.parametrize(("text", "order", "people"), ORDERED)
def test_who_stands_where(text, order, people):
    assert parse_caption(text).order == order
    assert shown(text) == people


NOT_SHOWN = [
    "Бакыт Асанов на встрече без Асана Токтосунова",  # absent
    "Бакыт Асанов на встрече без министра культуры Асана Токтосунова",
    "Бакыт Асанов на вечере в память о Асане Токтосунове",  # dead
    "Бакыт Асанов у портрета Асана Токтосунова",  # only depicted
    "Бакыт Асанов на заседании. Фото: Асан Токтосунов",  # the photographer
    "Бакыт Асанов на заседании (фото: Асан Токтосунов)",
]


@pytest.mark.parametrize("text", NOT_SHOWN)
def test_the_absent_the_dead_and_the_photographer_are_not_shown(text):
    assert shown(text) == ["0 Бакыт Асанов"]


def test_the_printed_words_are_kept_with_their_offsets():
    text = "Встреча с министром культуры Асаном Токтосуновым (справа)"
    (one,) = parse_caption(text).people
    assert text[one.start : one.end] == one.surface == "Асаном Токтосуновым"
    assert (one.name.full, one.place_note) == ("Асан Токтосунов", "справа")


@pytest.mark.parametrize("label", ["Фото: ", "© ", "Источник: "])
def test_a_credit_after_the_caption_is_parted_from_it(label):
    caption = parse_caption(f"Асан Токтосунов на заседании. {label}пресс-служба министерства.")
    assert caption.credit == "пресс-служба министерства"
