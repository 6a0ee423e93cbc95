"""Wires as they arrive: what goes to which field, and what is noted beside it."""

import pytest

from articles.wire import Wire, read

ROW = "(слева направо) А. Усенов, Б. Тестов"
KYRGYZ_ROW = "Сүрөттө: А. Үсөнов жана Б. Тестов (солдон оңго)"
ENGLISH_ROW = "From left: A. Usenov, B. Testov"
FIRST = "Первая новость\n\n30.06.2025\n\nТекст.\n\n"
DATED = "Министр открыл школу\n\n30.06.2025, 15:45\n\n"


def one(source: str | bytes, filename: str = "") -> Wire:
    [wire] = read(source, filename)
    return wire


def codes(wire: Wire, field: str) -> list[str]:
    return [guess.code for guess in wire.guesses if guess.field == field]


@pytest.mark.parametrize(
    ("source", "headline"),
    [
        ("## **Министр открыл школу.**\n\nТекст новости.", "Министр открыл школу"),
        ("**Министр открыл школу**\n\nТекст новости.", "Министр открыл школу"),
        ("Министр открыл школу\nТекст новости. Второе предложение.", "Министр открыл школу"),
        ("30.06.2025\nИсточник: Вести\nМинистр открыл школу\nТекст новости.", "Министр открыл школу"),
        ("Министр открыл школу.\n\n30.06.2025\n\nТекст новости.", "Министр открыл школу"),
        ("Школу сдадут в 2026 г.\n\n30.06.2025\n\nТекст новости.", "Школу сдадут в 2026 г."),
        ("<h1>Министр <b>открыл</b> школу</h1><p>Текст новости.</p>", "Министр открыл школу"),
        ("Министр открыл школу. Её строили два года.\n\nТекст новости.", ""),
        ("БИШКЕК, 16 дек — Вести. Министр открыл школу\n\nТекст новости.", ""),
        ("Одна строка без продолжения", ""),
        ("- Да, - сказал он.\n- Нет, - ответил другой.", ""),
    ],
)
def test_headline(source: str, headline: str) -> None:
    wire = one(source)
    assert wire.headline == headline
    assert ("headline_missing" in codes(wire, "headline")) is (headline == "")


@pytest.mark.parametrize(
    ("source", "lede"),
    [
        (DATED + "Её строили два года.\n\nНа фото: Асан Усенов.\n\nТекст новости.", "Её строили два года."),
        ("# Школа\n\n**Её строили два года.**\n\nТекст новости.", "Её строили два года."),
        ("# Школа\n\nЕё строили два года.\n\n**Асан Усенов** открыл школу.", "Её строили два года."),
        (DATED + "Её строили два года.\n\nТЕСТОВО, 3 июн — Вести. Школа открыта.", "Её строили два года."),
        (DATED + "Её строили два года.\n\nЕё строили два года. Текст новости.", ""),
        (DATED + "Её строили два года.\n\nТекст новости.", ""),
        ("# Школа\n\n**Асан Усенов** открыл школу.\n\nНа фото: Асан Усенов.\n\nТекст новости.", ""),
    ],
)
def test_lede_is_taken_only_when_clear(source: str, lede: str) -> None:
    wire = one(source)
    assert wire.lede == lede
    assert "Её строили два года" not in source or "Её строили два года" in wire.lede + wire.body_html


@pytest.mark.parametrize(
    ("lines", "text", "credit"),
    [
        (f"{ROW}\n\nисточник фото: пресс-служба.", ROW, "пресс-служба"),
        (f"Фото: пресс-служба\n\n{ROW}", ROW, "пресс-служба"),
        ("На фото: А. Усенов. Фото: пресс-служба.", "На фото: А. Усенов.", "пресс-служба"),
        ("На фото: А. Усенов (Фото: пресс-служба)", "На фото: А. Усенов", "пресс-служба"),
        ("На фото: А. Усенов (справа) и Б. Асанов.", "На фото: А. Усенов (справа) и Б. Асанов.", ""),
        ("Подпись: А. Усенов и Б. Тестов", "А. Усенов и Б. Тестов", ""),
        (f"{KYRGYZ_ROW}\n\nСүрөттүн булагы: басма сөз кызматы.", KYRGYZ_ROW, "басма сөз кызматы"),
        (f"{ENGLISH_ROW}\n\nPhoto credit: press service.", ENGLISH_ROW, "press service"),
        ("Фото: пресс-служба", "", "пресс-служба"),
        ("Фото: **А. Усенов** (слева) и Б. Тестов", "Фото: А. Усенов (слева) и Б. Тестов", ""),
    ],
)
def test_caption_and_credit(lines: str, text: str, credit: str) -> None:
    wire = one(f"{DATED}{lines}\n\nТекст новости. Второе предложение.")
    assert [(caption.text, caption.credit) for caption in wire.captions] == [(text, credit)]
    assert wire.body_html == "<p>Текст новости. Второе предложение.</p>"


@pytest.mark.parametrize("line", ["На фото видно, как А. Усенов режет ленту.", "Фото было сделано в 1960 году."])
def test_sentences_about_photos_stay_in_the_body(line: str) -> None:
    wire = one(f"{DATED}Текст новости.\n\n{line}\n\nКонец.")
    assert wire.captions == ()
    assert f"<p>{line}</p>" in wire.body_html


def test_dateline_gives_place_source_and_asks_for_the_year() -> None:
    wire = one("Министр открыл школу\n\nБИШКЕК, 16 дек — Вести. Школа открыта сегодня.")
    assert (wire.dateline, wire.source, wire.published) == ("Бишкек", "Вести", None)
    assert wire.body_html == "<p>Школа открыта сегодня.</p>"
    assert codes(wire, "published") == ["year_missing"]


@pytest.mark.parametrize(
    ("line", "place", "source"),
    [
        ("Тестово, 30 июня 2025 года", "Тестово", ""),
        ("ТЕСТОВО, 30.06.2025, 15:45 | Вести", "Тестово", "Вести"),
        ("30.06.2025 | Вести", "", "Вести"),
    ],
)
def test_a_date_line_may_name_place_and_agency(line: str, place: str, source: str) -> None:
    wire = one(f"Министр открыл школу\n\n{line}\n\nТекст новости. Второе предложение.")
    assert (wire.dateline, wire.source) == (place, source)
    assert str(wire.published).startswith("2025-06-30")
    assert wire.body_html == "<p>Текст новости. Второе предложение.</p>"


def test_dateline_with_a_year_gives_the_day() -> None:
    wire = one("Министр открыл школу\n\nДУШАНБЕ, 24.09.2020 /Вести/. Школа открыта сегодня.")
    assert str(wire.published) == "2020-09-24 00:00:00"
    assert wire.published_precision == "day"


@pytest.mark.parametrize(("day", "expected"), [("30 июн", ["date_line"]), ("29 июн", ["date_line", "date_second"])])
def test_a_second_date_that_differs_is_pointed_out(day: str, expected: list[str]) -> None:
    assert codes(one(f"{DATED}БИШКЕК, {day} — Вести. Школа открыта."), "published") == expected


def test_an_impossible_date_is_left_in_the_text() -> None:
    wire = one("Министр открыл школу\n\n31-02-2025, 25:70.\n\nТекст новости.")
    assert wire.published is None
    assert "<p>31-02-2025, 25:70.</p>" in wire.body_html
    assert codes(wire, "published") == ["date_impossible"]


def test_plain_text_is_not_harmed() -> None:
    lines = [
        "— Да, — сказал он.", "- Нет, - ответил другой.", "1. Первое, но не список.", "2 * 3 * 4 и snake_case_name",
        "a < b & c > d", "    с отступом", "#первое место", "[сноска](без ссылки)", "Обычный конец.",
    ]  # fmt: skip
    body = one(DATED + "\n".join(lines)).body_html
    assert body.count("<p>") == len(lines)
    for words in ("— Да, — сказал он.", "- Нет, - ответил другой.", "1. Первое", "2 * 3 * 4 и snake_case_name"):
        assert f"<p>{words}" in body
    assert "<p>a &lt; b &amp; c &gt; d</p>" in body
    assert "<p>[сноска](без ссылки)</p>" in body


def test_hard_wrapped_lines_are_joined() -> None:
    wire = one(
        "Министр открыл школу\n\n30.06.2025\n\n"
        "Министр Асан Усенов открыл сегодня в селе Тестово новую\n"
        "школу, которую строили два года по просьбе всех жителей\n"
        "села. На открытие пришли дети.\n\n"
        "Учебный год начнётся здесь уже в сентябре, сообщили нам\nв министерстве.\n"
    )
    assert wire.body_html.count("<p>") == 2
    assert "новую школу, которую" in wire.body_html
    assert "нам в министерстве" in wire.body_html


def test_markdown_keeps_lists_tables_and_marks() -> None:
    wire = one(
        "# Школа\n\nТекст **жирный** и *курсив*, [ссылка](https://example.test/a).\n\n- раз\n- два\n\n"
        "- Да, - сказал он.\n\n1. один\n2. два\n\n2025. Год начался.\n\n| а | б |\n|---|---|\n| в | г |\n\n"
        "### Итоги\n\nКонец."
    )
    for part in (
        '<strong>жирный</strong> и <em>курсив</em>, <a href="https://example.test/a">ссылка</a>',
        "<ul><li>раз</li><li>два</li></ul>",
        "<p>- Да, - сказал он.</p>",
        "<ol><li>один</li><li>два</li></ol>",
        "<p>2025. Год начался.</p>",
        "<tr><td>в</td><td>г</td></tr>",
        "<h3>Итоги</h3>",
    ):
        assert part in wire.body_html


def test_pasted_pages_lose_styles_scripts_and_comments_but_no_words() -> None:
    wire = one(
        "<html><head><title>Вкладка</title><style>p{}</style></head><body><!--[if mso]><xml>1</xml><![endif]-->"
        '<b style="font-weight:normal"><p class=MsoNormal onclick="x()"><span style="font-weight:700">Асан</span>'
        ' пришёл<o:p></o:p></p><p><a href="javascript:x()">Дальше</a> <a href="https://example.test/">тут</a></p></b>'
        "<script>alert(1)</script><div>Раз<div>Два</div>Три</div><iframe src='https://video.test/1'></iframe>"
        "<img src='https://example.test/1.jpg' alt='Вид'></body></html>"
    )
    assert wire.headline == "Асан пришёл"
    assert wire.body_html == '<p>Дальше <a href="https://example.test/">тут</a></p>\n<p>Раз</p>\n<p>Два</p>\n<p>Три</p>'
    assert [(removed.text, removed.code) for removed in wire.removed] == [
        ("https://video.test/1", "embed"),
        ("https://example.test/1.jpg Вид", "remote_picture"),
    ]


def test_letters_laid_out_in_a_table_of_one_column_are_text() -> None:
    wire = one("<table><tr><td><p>Школа открыта</p></td></tr><tr><td><p>30.06.2025</p><p>Текст.</p></td></tr></table>")
    assert (wire.headline, wire.body_html) == ("Школа открыта", "<p>Текст.</p>")


def test_a_channel_post_loses_what_is_not_the_story() -> None:
    wire = one(
        "**Министр открыл школу** 🔥\n\n🇰🇬 Школа открыта сегодня✅. Об этом сообщил @minister_test в эфире.\n\n"
        "👉 Подписывайтесь на наш канал @channel_test\n#образование #село_Тестово\nhttps://t.me/channel_test"
    )
    assert wire.headline == "Министр открыл школу"
    assert wire.body_html == "<p>Школа открыта сегодня. Об этом сообщил @minister_test в эфире.</p>"
    assert wire.tags == ("образование", "село Тестово")
    removed = {(removed.code, removed.text) for removed in wire.removed}
    assert ("invitation", "Подписывайтесь на наш канал @channel_test") in removed
    assert ("link", "https://t.me/channel_test") in removed
    assert ("emoji", "🔥") in removed


@pytest.mark.parametrize(
    ("source", "headlines"),
    [
        (f"{FIRST}---\n\nВторая новость\n\n01.07.2025\n\nТекст.\n\n---", ["Первая новость", "Вторая новость"]),
        (f"{FIRST}===\n\nВторая новость\n\nОШ, 1 июл — Вести. Текст.", ["Первая новость", "Вторая новость"]),
        ("# Первая\n\n30.06.2025\n\nТекст.\n\n# Вторая\n\n01.07.2025\n\nТекст.", ["Первая", "Вторая"]),
        (f"{FIRST}***\n\nВторая часть\n\nТекст.", ["Первая новость"]),
        ("# Первая\n\n30.06.2025\n\nТекст.\n\n## Вторая глава\n\nТекст.", ["Первая"]),
        (f"{FIRST}---\n", ["Первая новость"]),
    ],
)
def test_several_texts_are_told_apart_only_when_plain(source: str, headlines: list[str]) -> None:
    assert [wire.headline for wire in read(source)] == headlines


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Министр открыл школу в селе и уехал на обед.", "ru"),
        ("Министр айылда мектеп ачты жана кайра кетти, деп жазды басылма.", "ky"),
        ("The minister opened a school in the village.", "en"),
        ("Жээнбек Үсөнов и Өмүрбек Тестов приехали в Бишкек на встречу с министром, но не на саммит.", "ru"),
    ],
)
def test_language_is_guessed(text: str, language: str) -> None:
    assert one(text).language == language
