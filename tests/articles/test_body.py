import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.body import Figure, Quotation, figures, is_empty, quotations, sanitise


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("<p onclick='x()'>Текст</p>", "<p>Текст</p>"),
        ("<script>alert(1)</script><p>Текст</p>", "<p>Текст</p>"),
        ("<p><b>Имя</b> <i>слово</i></p>", "<p><strong>Имя</strong> <em>слово</em></p>"),
        ('<a href="javascript:alert(1)">x</a>', "<a>x</a>"),
        (
            '<figure data-photo="7" onload="x"><figcaption>Подпись</figcaption></figure>',
            '<figure data-photo="7"><figcaption>Подпись</figcaption></figure>',
        ),
        ('<figure data-photo="7; drop"></figure>', "<figure></figure>"),
        ('<blockquote data-speaker="12x"><p>«Да»</p></blockquote>', "<blockquote><p>«Да»</p></blockquote>"),
        ("<p>Раз</p><p> &nbsp;</p><p></p><p>Два</p>", "<p>Раз</p><p>Два</p>"),
        ('<p style="color:red">Текст</p>', "<p>Текст</p>"),
        ("<svg><script>1</script></svg><p>Текст</p>", "<p>Текст</p>"),
    ],
)
def test_only_what_may_stand_in_a_body_stays(dirty, clean):
    assert sanitise(dirty) == clean


@given(st.text(alphabet="<>/pabi \"'=&;«»Текст-figurequotedata1", max_size=80))
def test_sanitising_twice_changes_nothing(text):
    once = sanitise(text)
    assert sanitise(once) == once


def test_figures_and_quotes_are_read_in_order():
    body = (
        '<p>Начало</p><figure data-photo="3"><figcaption>Кто <em>где</em></figcaption></figure>'
        '<blockquote data-speaker="5"><p>«Слова «в словах» его», — сказал министр.</p></blockquote>'
        "<blockquote><p>Без кавычек</p></blockquote>"
    )
    assert figures(body) == [Figure(3, "Кто где")]
    assert quotations(body) == [Quotation("Слова «в словах» его", 5), Quotation("Без кавычек", None)]


@pytest.mark.parametrize(
    ("body", "empty"),
    [("", True), ("<p> </p>", True), ("<p>.</p>", False), ('<figure data-photo="1"></figure>', False)],
)
def test_a_body_is_empty_without_words_and_pictures(body, empty):
    assert is_empty(body) is empty
