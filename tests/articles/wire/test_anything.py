"""Whatever is pasted: a draft or one sentence, and no word lost."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.wire import Wire, WireError, read
from search.words import words

PIECES = st.sampled_from(
    ["# Заголовок", "**жирный**", "30-06-2025, 15:45.", "31-02-2025", "---", "***", ".", "<p>", "</p>", "</table>",
     "<table><tr><td>", "<b>", "<ul><li>", "(слева направо) ", "Фото: ", "Источник: ", "БИШКЕК, 16 дек — Вести. ",
     "«Слово», — сказал он.", "🔥", "@handle", "#тег", "Подписывайтесь на канал", "https://t.me/x", "\n", "\n\n",
     "\r\n", " ", "- да", "1. раз", "<!--", "-->", "<img src='data:image/png;base64,AAAA'>", "[a](http://x)",
     "Слово", "\u200d", "\ufeff", "&amp;", "&", "<"]
)  # fmt: skip
RUSSIAN = st.text(alphabet="абвгдежзийклмнопрстуфхцчшщыьэюяӨҮңАБВ", min_size=1, max_size=12)
SENTENCE = st.lists(RUSSIAN, min_size=1, max_size=12).map(lambda parts: " ".join(parts) + ".")
LINE = st.one_of(
    SENTENCE,
    RUSSIAN,
    st.sampled_from(
        ["30-06-2025, 15:45.", "Источник: Вести", "Фото: пресс-служба", "(слева направо) Асан Усенов, Бакыт Тестов",
         "БИШКЕК, 16 дек — Вести. Школа открыта.", "«Вода нужна всем», — сказал министр.", "🔥 Огонь", "#тег #другой",
         "Подписывайтесь на наш канал @abc", "- Да, - сказал он.", "1. Первое", "---"]
    ),
)  # fmt: skip


def read_or_refuse(source: str | bytes, filename: str = "") -> tuple[list[Wire], str]:
    try:
        return read(source, filename), ""
    except WireError as error:
        return [], error.message


def everything(wire: Wire) -> str:
    """All that an editor is shown of one text."""
    shown = [wire.headline, wire.lede, wire.dateline, wire.source, re.sub("<[^>]*>", " ", wire.body_html), *wire.tags]
    shown += [f"{caption.text} {caption.credit}" for caption in wire.captions]
    shown += [guess.value for guess in wire.guesses] + [removed.text for removed in wire.removed]
    return " ".join(shown)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(), st.binary(), st.lists(PIECES, max_size=25).map("".join)),
    st.sampled_from(["", "a.md", "a.html", "a.docx"]),
)
def test_reading_gives_texts_or_a_sentence(source: str | bytes, filename: str) -> None:
    wires, error = read_or_refuse(source, filename)
    assert bool(wires) is not bool(error)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINE, min_size=1, max_size=10), st.sampled_from(["\n", "\n\n", "\r\n\r\n"]))
def test_no_word_of_a_plain_text_is_lost(lines: list[str], between: str) -> None:
    source = between.join(lines)
    wires, error = read_or_refuse(source)
    if error:
        # Marks and emoji alone, or nothing but an invitation to subscribe.
        assert set(lines) <= {"---", "Подписывайтесь на наш канал @abc"}
        return
    shown = words(" ".join(map(everything, wires)))
    assert set(words(source.replace("_", " "))) <= set(shown)
