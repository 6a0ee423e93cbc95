import pytest

from articles.wire.datelines import find_dateline


@pytest.mark.parametrize(
    ("text", "place", "source", "printed_date"),
    [
        ("БИШКЕК, 16 дек — Агентство. Текст", "Бишкек", "Агентство", "16 дек"),
        ("ДУШАНБЕ, 24.09.2020 /Агентство/. Текст", "Душанбе", "Агентство", "24.09.2020"),
        ("БИШКЕК, 17-окт. — Текст идёт дальше.", "Бишкек", "", "17-окт."),
        ("БИШКЕК, 17-окт. — Агентство. Текст", "Бишкек", "Агентство", "17-окт."),
        ("Бишкек. 12 мая. Агентство — Текст", "Бишкек", "Агентство", "12 мая."),
        ("БИШКЕК, 16 дек. Агентство — Текст", "Бишкек", "Агентство", "16 дек."),
        ("АСТАНА, 3 июн – ИА-Новости. Текст", "Астана", "ИА-Новости", "3 июн"),
        ("БИШКЕК, 16 дек - ИА «Вести». Текст", "Бишкек", "ИА «Вести»", "16 дек"),
        ("БИШКЕК, 16 дек — 24.kg. Текст", "Бишкек", "24.kg", "16 дек"),
        ("БИШКЕК, 16 декабря (Агентство) — Текст", "Бишкек", "Агентство", "16 декабря"),
        ("Бишкек, 30 июн. 2025 г. /Агентство/. Текст", "Бишкек", "Агентство", "30 июн. 2025 г."),
        ("БИШКЕК /Агентство/ – Текст", "Бишкек", "Агентство", ""),
        ("РОСТОВ-НА-ДОНУ, 3 сен — Две Новости. Текст", "Ростов-на-Дону", "Две Новости", "3 сен"),
        ("BISHKEK, June 30 (Agency) — Текст", "Bishkek", "Agency", "June 30"),
    ],
)
def test_dateline_gives_place_agency_and_date(text: str, place: str, source: str, printed_date: str) -> None:
    dateline = find_dateline(text)
    assert dateline is not None
    assert (dateline.place, dateline.source, dateline.printed_date) == (place, source, printed_date)
    assert text[dateline.end :].startswith("Текст")


def test_a_sentence_after_the_dash_is_no_agency() -> None:
    dateline = find_dateline("БИШКЕК, 16 дек — Президент подписал указ. Он вступит в силу.")
    assert dateline is not None
    assert dateline.source == ""


@pytest.mark.parametrize(
    "text",
    [
        "Бишкек — столица Киргизии.",
        "Москва, 9 мая. Парад начался утром.",
        "Усенов (Бишкек) — тренер сборной.",
        "Президент Киргизии Асан Усенов 30 июня 2025 года встретился с гостями.",
        "БИШКЕК принимает гостей.",
    ],
)
def test_a_place_alone_is_no_dateline(text: str) -> None:
    assert find_dateline(text) is None
