import pytest

from articles.wire.quotes import find_quote


@pytest.mark.parametrize(
    ("text", "words", "attribution"),
    [
        ("«Вода нужна всем», — заявил президент.", "Вода нужна всем", "заявил президент"),
        ("«Нет», - ответил министр.", "Нет", "ответил министр"),
        ("«Кто это сделает?» — сказал он.", "Кто это сделает?", "сказал он"),
        ("«Завод «Маяк» построен», — сообщила служба.", "Завод «Маяк» построен", "сообщила служба"),
        ('"Вода нужна", — заявил министр.', "Вода нужна", "заявил министр"),
        ("«Вода нужна, — сказал он. — Без неё нет хлеба».", "Вода нужна. Без неё нет хлеба", "сказал он"),
        ("«Вода нужна, — отметил он, — и хлеб».", "Вода нужна, и хлеб", "отметил он"),
        ("«Суу баарына керек», — деди министр.", "Суу баарына керек", "деди министр"),
        ("“Water is for all,” the minister said.", "Water is for all", "the minister said"),
        ("«Мы построим мост через реку к осени».", "Мы построим мост через реку к осени", ""),
    ],
)
def test_direct_speech_gives_words_and_speaker(text: str, words: str, attribution: str) -> None:
    quote = find_quote(text)
    assert quote is not None
    assert (quote.words, quote.attribution) == (words, attribution)


@pytest.mark.parametrize(
    "text",
    [
        "«Вести» — государственная компания.",
        "«Что? Где? Когда?» — телевизионная игра.",
        "«Маяк» построил мост, сообщил министр.",
        "Он назвал это «большой победой», — заявил министр.",
        "«Маяк».",
        "«Незакрытая цитата, — сказал он.",
        "— Да, — ответил министр.",
        "",
    ],
)
def test_names_in_quotation_marks_are_no_quotes(text: str) -> None:
    assert find_quote(text) is None
