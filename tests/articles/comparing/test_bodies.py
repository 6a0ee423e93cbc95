"""Two bodies as a moderator reads them: whatever changed is told, whatever did not is not."""

import pytest

from articles.body import sanitise
from articles.comparing.blocks import blocks_of, paired
from articles.comparing.lines import Fold, lines_of_pairs
from media_assets.models import Photo
from tests.factories.people import person

pytestmark = pytest.mark.django_db


def lines(old: str, new: str) -> list:
    return lines_of_pairs(list(paired(blocks_of(sanitise(old)), blocks_of(sanitise(new)))))


def changes(old: str, new: str) -> list[tuple[str, str, str]]:
    return [(line.kind, line.fate, line.html) for line in lines(old, new) if line.fate != "same"]


SIGN = '<span class="sign">[{}]</span>'
CELL = '<span class="sign">│</span>'
VIDEO = "https://www.youtube.com/watch?v=abcdefghijk"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("<p>Да.</p>", "<p>Да.</p>\n", [], id="nothing"),
        pytest.param("<p>Да.</p><p>Нет.</p>", "<p>Да.</p>", [("", "removed", "<del>Нет.</del>")], id="paragraph gone"),
        pytest.param(
            "<p>Вышел Асан, он рад.</p>",
            "<p>Вышел <strong>Асан</strong>, он рад.</p>",
            [("", "changed", "Вышел <strong>Асан</strong> <ins>[bold]</ins>, он рад.")],
            id="bold",
        ),
        pytest.param(
            "<p>Вышел <em>Асан</em>.</p>",
            "<p>Вышел Асан.</p>",
            [("", "changed", "Вышел Асан <del>[italic]</del>.")],
            id="no longer italic",
        ),
        pytest.param(
            '<p>Мы <a href="https://a.example/1">писали</a>.</p>',
            '<p>Мы <a href="https://a.example/2">писали</a>.</p>',
            [
                (
                    "",
                    "changed",
                    f"Мы писали<del>{SIGN.format('→ https://a.example/1')}</del> "
                    f"<ins>{SIGN.format('→ https://a.example/2')}</ins>.",
                )
            ],
            id="link leads elsewhere",
        ),
        pytest.param(
            "<p>Раз<br>два</p>",
            "<p>Раз два</p>",
            [("", "changed", f"Раз <del>{SIGN.format('↵')}</del> два")],
            id="line",
        ),
        pytest.param(
            "<ul><li><p>раз</p></li></ul>",
            "<ol><li><p>раз</p></li></ol>",
            [("numbered item", "changed", "<del>[list item]</del> <ins>[numbered item]</ins> раз")],
            id="kind of list",
        ),
        pytest.param(
            "<p>Глава</p>",
            "<h2>Глава</h2>",
            [("subhead", "changed", "<del>[paragraph]</del> <ins>[subhead]</ins> Глава")],
            id="subhead",
        ),
        pytest.param(
            "<table><tbody><tr><td><p>2024</p></td><td><p>5</p></td></tr></tbody></table>",
            "<table><tbody><tr><td><p>2024</p></td><td><p>6</p></td></tr></tbody></table>",
            [("row of a table", "changed", f"2024 {CELL} <del>5</del> <ins>6</ins> {CELL}")],
            id="cell",
        ),
        pytest.param(
            '<section data-entry="abcd" data-time="2025-06-30T15:45"><p>Да.</p></section>',
            '<section data-entry="abcd" data-time="2025-06-30T15:50"><p>Да.</p></section>',
            [("entry", "changed", "<del>[time: 2025-06-30 15:45]</del> <ins>[time: 2025-06-30 15:50]</ins>")],
            id="time of an entry",
        ),
        pytest.param(
            f'<figure data-video="{VIDEO}"></figure>',
            '<figure data-video="https://vimeo.com/123456"></figure>',
            [("video", "changed", f"<del>[{VIDEO}]</del> <ins>[https://vimeo.com/123456]</ins>")],
            id="another video",
        ),
    ],
)  # fmt: skip
def test_a_change_is_told(old, new, told, settings):
    settings.LANGUAGE_CODE = "en"
    assert changes(old, new) == told


def test_another_photo_or_speaker_goes_by_name():
    lake, hall = (
        Photo.objects.create(headline=name, sha256=name, width_px=1, height_px=1, original=f"{name}.jpg").pk
        for name in ("Озеро", "Зал")
    )
    asan = person("Асан", "Токтосунов")
    old = f'<figure data-photo="{lake}"><figcaption>Вид</figcaption></figure><blockquote><p>«Да»</p></blockquote>'
    new = (
        f'<figure data-photo="{hall}"><figcaption>Вид</figcaption></figure>'
        f'<blockquote data-speaker="{asan.pk}"><p>«Да»</p></blockquote>'
    )
    told = " ".join(html for _, _, html in changes(old, new))
    assert "<del>[Озеро]</del> <ins>[Зал]</ins> Вид" in told
    assert "Асан Токтосунов]</ins>" in told
    assert "«Да»" not in told


def test_unchanged_paragraphs_are_folded_but_for_the_neighbours_of_a_change():
    paragraphs = [f"<p>Абзац номер {number}.</p>" for number in range(20)]
    edited = [*paragraphs[:10], "<p>Совсем новый.</p>", *paragraphs[10:]]
    before, neighbour, new, after, behind = lines("".join(paragraphs), "".join(edited))
    assert isinstance(before, Fold)
    assert isinstance(behind, Fold)
    assert (len(before.lines), len(behind.lines)) == (9, 9)
    assert (neighbour.html, new.fate, after.html) == ("Абзац номер 9.", "added", "Абзац номер 10.")


def test_of_paragraphs_that_all_changed_each_is_compared_with_its_own():
    old = "".join(f"<p>Министр номер {number} открыл театр в городе {number}.</p>" for number in range(20))
    new = "<p>Вступление, какого не было.</p>" + old.replace("открыл", "закрыл")
    told = changes(old, new)
    assert told[0][1] == "added"
    assert all("<del>открыл</del> <ins>закрыл</ins>" in html for _, _, html in told[1:])


def test_a_story_of_many_records_takes_one_query_a_kind(django_assert_num_queries):
    body = "".join(f'<figure data-photo="{number}"></figure>' for number in range(1, 9))
    body += "".join(
        f'<div data-article="{number}"></div><div data-document="{number}">Д</div>' for number in range(1, 9)
    )
    with django_assert_num_queries(3):
        lines(body, body.replace("<figure", "<hr><figure"))
