"""What editors see of two texts: the words that differ, also in a long story."""

import random
from time import perf_counter

import pytest

from articles.comparing.lines import line_of_words
from articles.comparing.words import words_of


def shown(old: str, new: str) -> str:
    return line_of_words(words_of(old), words_of(new)).html


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Театр открыли.", "Театр открыли.", "Театр открыли."),
        ("Театр открыли вчера.", "Театр закрыли вчера.", "Театр <del>открыли</del> <ins>закрыли</ins> вчера."),
        ("", "Ночью.", "<ins>Ночью.</ins>"),
        ("Ночью.", "", "<del>Ночью.</del>"),
        ("Один  абзац. Другой.", "Один абзац.  Другой.", "Один абзац. Другой."),
        ("Один абзац.\nДругой.", "Один абзац. Другой.", 'Один абзац. <del><span class="sign">[↵]</span></del> Другой.'),
        ("<b>", "<i>", "&lt;<del>b</del> <ins>i</ins>&gt;"),
        ("Вчера, 5 июля", "Вчера, 6 июля", "Вчера, <del>5</del> <ins>6</ins> июля"),
        ("в 15:45", "в 15:40", "в <del>15:45</del> <ins>15:40</ins>"),
        ("Театр открыли вчера вечером", "Театр открыли", "Театр открыли <del>вчера вечером</del>"),
        ("Театр открыли вчера.", "Театр открыли.", "Театр открыли <del>вчера</del>."),
        ("Члены Договора", "Члены шефом.Договора", "Члены <ins>шефом.</ins>Договора"),
        ("Жогорку Кенеш", "Жогорку Кенеш.", "Жогорку Кенеш<ins>.</ins>"),
    ],
)
def test_words_that_differ_are_marked(old, new, expected):
    assert shown(old, new) == expected


def test_the_middle_of_a_long_unchanged_stretch_is_left_out():
    text = " ".join(f"слово{number}" for number in range(200))
    line = shown(f"Раз {text} два", f"Три {text} четыре")
    assert "слово19 " in line
    assert "слово20 " not in line
    assert "слово180 " in line
    assert "160" in line


WORDS = [f"слово{number}" for number in range(300)]


@pytest.mark.parametrize("every", [100, 10])
def test_of_a_long_story_only_what_was_changed_is_marked(every):
    chance = random.Random(7)
    words = [chance.choice(WORDS) for _ in range(5000)]
    edited = ["иное" if number % every == every // 2 else word for number, word in enumerate(words)]
    line = shown(" ".join(words), " ".join(edited))
    assert line.count("<ins>иное</ins>") == line.count("<ins>") == line.count("<del>") == 5000 // every


@pytest.mark.parametrize("vocabulary", [WORDS, WORDS[:3]])
def test_nobody_waits_for_two_long_texts_that_have_nothing_in_common(vocabulary):
    chance = random.Random(7)
    old = " ".join(chance.choice(vocabulary) for _ in range(5000))
    new = " ".join(chance.choice(["иное", "другое", *vocabulary]) for _ in range(5000))
    begun = perf_counter()
    assert "<ins>" in shown(old, new)
    assert perf_counter() - begun < 5  # half a second here; the library's matcher alone took fourteen
