"""The plain text of article HTML, and links put into it without touching anything else."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from people.names.markup import Link, insert_links, text_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Один.</p><p>Два.</p>", "Один.\nДва.\n"),
        ("<p>Один.</p>\n\n  <p> Два.</p>", "Один.\nДва.\n"),
        ("<h2>Тема</h2><ul><li>раз</li><li><p>два</p></li></ul>", "Тема\nраз\nдва\n"),
        ("<blockquote><p>«Да», — сказал он.</p></blockquote>", "«Да», — сказал он.\n"),
        ("<p>Строка<br>вторая<br/>третья</p>", "Строка\nвторая\nтретья\n"),
        ("<p>Садыр&nbsp;Жапаров &amp; Ко</p>", "Садыр\xa0Жапаров & Ко\n"),
        ("<p>Жапа&shy;ров</p>", "Жапа\u00adров\n"),
        ("<p>Садыр\nЖапаров</p>", "Садыр Жапаров\n"),
        ("<p><strong>Садыр</strong> <em>Жапаров</em></p>", "Садыр Жапаров\n"),
        ("<p>до<!-- Иванов --> после</p>", "до после\n"),
        ('<p title="a > b">да</p>', "да\n"),
        ("<table><tr><td>Асанов</td><td>Бекова</td></tr></table>", "Асанов\nБекова\n"),
        (
            '<figure><img src="1.jpg" alt="Асанов"><figcaption>Асанов у окна'
            ' <span class="small credit">Фото: <b>Бекова</b></span></figcaption></figure><p>Далее</p>',
            "Асанов у окна \nДалее\n",
        ),
        ("<p>5 < 7 и 7 > 5</p>", "5 < 7 и 7 > 5\n"),
        ("", ""),
    ],
)
def test_text_is_what_a_reader_reads(html: str, text: str) -> None:
    assert text_of(html) == text


def linked(html: str, surface: str) -> str:
    """The HTML with one link around the first place of the surface; «!» in front when it was dropped."""
    start = text_of(html).index(surface)
    result, dropped = insert_links(html, [Link(start, start + len(surface), surface, {"href": "/x/"})])
    return ("!" if dropped else "") + result


@pytest.mark.parametrize(
    ("html", "surface", "expected"),
    [
        ("<p>А Садыр Жапаров.</p>", "Садыр Жапаров", '<p>А <a href="/x/">Садыр Жапаров</a>.</p>'),
        ("<p><b>Садыр Жапаров</b></p>", "Садыр Жапаров", '<p><b><a href="/x/">Садыр Жапаров</a></b></p>'),
        ("<p><b>Садыр</b> Жапаров</p>", "Садыр Жапаров", '<p><a href="/x/"><b>Садыр</b> Жапаров</a></p>'),
        ("<p>Садыр <b><i>Жапаров</i></b></p>", "Садыр Жапаров", '<p><a href="/x/">Садыр <b><i>Жапаров</i></b></a></p>'),
        ("<p><b>Садыр</b> <i>Жапаров</i></p>", "Садыр Жапаров", '<p><a href="/x/"><b>Садыр</b> <i>Жапаров</i></a></p>'),
        ("<p>Жапа&shy;ров и</p>", "Жапа\u00adров", '<p><a href="/x/">Жапа&shy;ров</a> и</p>'),
        ("<p>Садыр&nbsp;Жапаров</p>", "Садыр\xa0Жапаров", '<p><a href="/x/">Садыр&nbsp;Жапаров</a></p>'),
        ("<p>Садыр<!-- x --> Жапаров</p>", "Садыр Жапаров", '<p><a href="/x/">Садыр<!-- x --> Жапаров</a></p>'),
    ],
)
def test_link_stands_around_whole_inline_elements(html: str, surface: str, expected: str) -> None:
    assert linked(html, surface) == expected


@pytest.mark.parametrize(
    ("html", "surface"),
    [
        ('<p><a href="/y/">Садыр Жапаров</a></p>', "Жапаров"),
        ('<p><a href="/y/">Садыр</a> Жапаров</p>', "Садыр Жапаров"),
        ("<p><b>Президент Садыр</b> Жапаров</p>", "Садыр Жапаров"),
        ("<p>Садыр</p><p>Жапаров</p>", "Садыр\nЖапаров"),
        ('<p>Садыр <img src="1.jpg">Жапаров</p>', "Садыр Жапаров"),
        ('<p>Садыр <span class="credit">Фото</span>Жапаров</p>', "Садыр Жапаров"),
    ],
)
def test_link_that_would_break_markup_is_dropped_and_reported(html: str, surface: str) -> None:
    assert linked(html, surface) == "!" + html


def test_link_with_another_surface_than_the_text_is_dropped_and_reported() -> None:
    html = "<p>Бекова и Асанов</p>"
    wrong = Link(0, 6, "Асанов", {"href": "/a/"})
    right = Link(9, 15, "Асанов", {"href": "/a/"})
    assert insert_links(html, [wrong, right]) == ('<p>Бекова и <a href="/a/">Асанов</a></p>', [wrong])


def test_of_two_overlapping_links_the_first_stays() -> None:
    first, second = Link(0, 13, "Садыр Жапаров", {"id": "1"}), Link(6, 13, "Жапаров", {"id": "2"})
    assert insert_links("<p>Садыр Жапаров</p>", [second, first]) == (
        '<p><a id="1">Садыр Жапаров</a></p>',
        [second],
    )


def test_attributes_are_escaped() -> None:
    link = Link(0, 6, "Асанов", {"title": 'глава "А" <и> & Ко'})
    html, _ = insert_links("<p>Асанов</p>", [link])
    assert html == '<p><a title="глава &quot;А&quot; &lt;и&gt; &amp; Ко">Асанов</a></p>'


_WORDS = st.sampled_from(["Асанов", "Бекова ", " и ", "&amp;", "&shy;", "&nbsp;", "<", "\n", "&NotEqualTilde;", "<br>"])
_HTML = st.recursive(
    _WORDS,
    lambda inner: st.builds(
        lambda name, attributes, children: f"<{name}{attributes}>{''.join(children)}</{name}>",
        st.sampled_from(["p", "b", "em", "a", "li", "span", "blockquote"]),
        st.sampled_from(["", ' class="credit"', ' title="x>y"']),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@settings(deadline=None)
@given(html=st.lists(_HTML, max_size=5).map("".join), cuts=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 15))))
def test_links_change_neither_the_text_nor_any_other_byte(html: str, cuts: list[tuple[int, int]]) -> None:
    text = text_of(html)
    links = [Link(start, start + size, text[start : start + size], {"data-x": "1"}) for start, size in cuts]
    result, dropped = insert_links(html, links)
    assert text_of(result) == text
    assert re.sub(r'<a data-x="1">(.*?)</a>', r"\1", result, flags=re.DOTALL) == html
    assert result.count("data-x") == len(links) - len(dropped)
