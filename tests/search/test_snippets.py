"""Lines with the words asked for, as they are written."""

import pytest

from search.snippets import finder, highlighted, snippet

MARKED = {
    # text, asked → text with what is marked in brackets
    ("Кулубаевым открыт мост", "кулубаев"): "[Кулубаевым] открыт мост",
    ("Ёлки у моста", "елка"): "[Ёлки] у моста",
    ("Жээнбек Кулубаев приехал", "Жээнбек Кулубаев"): "[Жээнбек Кулубаев] приехал",
    ("премьер-министр", "министр"): "премьер-[министр]",
    ("Премьер-министр", "премьер министр"): "[Премьер-министр]",
    ("Kulubaev spoke", "Кулубаев"): "[Kulubaev] spoke",
    ("Слово Оʼнуровой", "Нурова"): "Слово Оʼ[нуровой]",
    ("мостовая", "мост"): "мостовая",
    ("ничего", "мост"): "ничего",
    ("", "мост"): "",
}


def in_brackets(pieces) -> str:
    return "".join(f"[{piece.text}]" if piece.is_found else piece.text for piece in pieces)


def test_the_written_forms_are_marked():
    answers = {(text, asked): in_brackets(highlighted(text, finder(asked.split(), "ru"))) for text, asked in MARKED}
    assert answers == MARKED


LONG = "Первое предложение кончилось. Второе говорит о реке. " + "Дальше идут слова обо всём. " * 20


class TestSnippet:
    def test_stands_around_the_first_word_found(self):
        text = LONG + "Здесь мост. " + LONG
        shown = in_brackets(snippet([text], finder(["мост"], "ru")))
        assert "Здесь [мост]" in shown
        assert shown.endswith("…")
        assert len(shown) < 260

    def test_begins_with_a_sentence_or_says_that_it_does_not(self):
        sentence = in_brackets(snippet([LONG + "Здесь мост."], finder(["мост"], "ru")))
        assert sentence.startswith("Дальше идут")
        words = in_brackets(snippet(["слово " * 100 + "мост"], finder(["мост"], "ru")))
        assert words.startswith("… слово")

    def test_ends_with_a_word(self):
        for length in range(20):
            text = "я" * length + " мост и река — " * 40
            last = snippet([text], finder(["мост"], "ru"))[-2]
            assert last.text[-1].isalpha(), length

    def test_prefers_the_text_that_has_the_word(self):
        assert in_brackets(snippet(["Вступление.", "Текст про мост."], finder(["мост"], "ru"))) == "Текст про [мост]."

    def test_is_the_beginning_where_nothing_is_found(self):
        assert in_brackets(snippet(["", "Текст про реку."], finder(["мост"], "ru"))) == "Текст про реку."

    @pytest.mark.parametrize("text", ["", "мост", "мост" * 500, "\n\n", "м" * 5000 + " мост"])
    def test_of_any_text_is_short(self, text):
        assert len(in_brackets(snippet([text], finder(["мост"], "ru")))) <= 5002
