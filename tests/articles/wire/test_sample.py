"""The sample article comes out exact, in whichever form it is pasted."""

import re
from datetime import datetime

import markdown_it
import pytest

from articles.wire import Wire, read, text_key
from tests.samples import SAMPLE_FILE

SAMPLE = SAMPLE_FILE.read_text(encoding="utf-8")
NAMES = [
    "Жээнбек Кулубаев", "Максим Рыженков", "Мурат Нуртлеу", "Садыр Жапаров", "Сергей Лавров",
    "Мухриддин Сироджиддин", "Имангали Тасмагамбетов",
]  # fmt: skip
HEADLINE = "Садыр Жапаров принял министров иностранных дел стран-участниц ОДКБ в Чолпон-Ате"
LEDE = "Стороны обсудили координацию усилий против терроризма, киберугроз и внешнего вмешательства."


def without_marks(text: str) -> str:
    return re.sub(r"\*\*|^## ", "", text, flags=re.MULTILINE)


def without(text: str, paragraph: str) -> str:
    assert paragraph in text
    return text.replace(paragraph, "")


@pytest.fixture
def wire() -> Wire:
    [wire] = read(SAMPLE)
    return wire


def test_the_head_is_read(wire: Wire) -> None:
    assert wire.headline == HEADLINE
    assert wire.published == datetime(2025, 6, 30, 15, 45)  # noqa: DTZ001
    assert wire.published_precision == "minute"
    assert wire.lede == LEDE
    assert (wire.dateline, wire.source, wire.language) == ("", "", "ru")


def test_the_caption_keeps_its_names_bold_and_in_order(wire: Wire) -> None:
    [caption] = wire.captions
    assert re.findall("<strong>(.*?)</strong>", caption.html) == NAMES
    assert caption.text.startswith("(слева направо) Министр иностранных дел Киргизии Жээнбек Кулубаев, министр")
    assert caption.credit == "пресс-служба президента Киргизии"


def test_the_body_has_six_paragraphs_and_one_quote(wire: Wire) -> None:
    assert wire.body_html.count("<p>") == 6
    assert wire.body_html.count("<blockquote><p>«Виртуальное пространство") == 1
    assert "информационного поля», — заявил президент.</p></blockquote>" in wire.body_html
    [quote] = wire.quotes
    assert quote.words.startswith("Виртуальное пространство становится ареной")
    assert quote.words.endswith("безопасности информационного поля")
    assert quote.attribution == "заявил президент"


def test_nothing_of_the_source_survives_as_noise(wire: Wire) -> None:
    assert "**" not in wire.body_html
    assert "15:45" not in wire.body_html
    assert "источник фото" not in wire.body_html
    assert [(removed.text, removed.code) for removed in wire.removed] == [("---", "mark")]
    assert wire.repairs == ()


@pytest.mark.parametrize(
    "source",
    [
        SAMPLE.replace("\n", "\r\n"),
        SAMPLE.replace("\n", "\r"),
        SAMPLE.encode(),
        SAMPLE.encode("utf-8-sig"),
        SAMPLE.encode("utf-16"),
        b"\xfe\xff" + SAMPLE.encode("utf-16-be"),
        SAMPLE.encode("windows-1251"),
        markdown_it.MarkdownIt().render(SAMPLE),
        markdown_it.MarkdownIt().render(SAMPLE).encode("windows-1251"),
    ],
)
def test_every_encoding_and_form_gives_the_same_draft(wire: Wire, source: str | bytes) -> None:
    [other] = read(source)
    assert (other.headline, other.published, other.lede) == (wire.headline, wire.published, wire.lede)
    assert other.captions == wire.captions
    assert other.body_html == wire.body_html


@pytest.mark.parametrize("text", [without_marks(SAMPLE), re.sub("\n+", "\n", without_marks(SAMPLE))])
def test_plain_text_gives_the_same_text(wire: Wire, text: str) -> None:
    [other] = read(text)
    assert (other.headline, other.published, other.lede) == (wire.headline, wire.published, wire.lede)
    assert other.captions[0].text == wire.captions[0].text
    assert other.captions[0].credit == wire.captions[0].credit
    assert text_key(other.body_html) == text_key(wire.body_html)


def test_the_sample_without_lede_has_none(wire: Wire) -> None:
    [other] = read(without(SAMPLE, LEDE))
    assert other.lede == ""
    assert other.body_html == wire.body_html


def test_the_sample_without_photo_keeps_its_lede(wire: Wire) -> None:
    start, end = SAMPLE.index("(слева направо)"), SAMPLE.index("Президент Киргизии **Садыр Жапаров** 30 июня")
    [other] = read(SAMPLE[:start] + SAMPLE[end:])
    assert other.captions == ()
    assert (other.lede, other.body_html) == (wire.lede, wire.body_html)


def test_the_sample_without_date_says_so(wire: Wire) -> None:
    [other] = read(without(SAMPLE, "30-06-2025, 15:45."))
    assert other.published is None
    assert other.published_precision == ""
    assert "date_missing" in {guess.code for guess in other.guesses}
    assert (other.headline, other.lede, other.body_html) == (wire.headline, wire.lede, wire.body_html)


def test_two_samples_in_one_paste_are_two_texts(wire: Wire) -> None:
    first, second = read(SAMPLE + "\n\n" + SAMPLE)
    assert first.body_html == second.body_html == wire.body_html
    assert first.captions == second.captions == wire.captions


def test_text_key_ignores_markup_and_typography_and_sees_words(wire: Wire) -> None:
    retyped = wire.body_html.replace("<strong>", "").replace("</strong>", "").replace("«", '"').replace("—", "-")
    assert text_key(retyped) == text_key(wire.body_html)
    assert text_key(wire.body_html.replace("30 июня", "29 июня")) != text_key(wire.body_html)
    assert text_key("<p>а</p><p>б</p>") != text_key("<p>а б</p>")
