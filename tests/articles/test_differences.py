"""What editors see of two texts: the words that differ, also in a long story."""

import pytest

from articles.differences import word_diff


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("Театр открыли.", "Театр открыли.", "Театр открыли."),
        ("Театр открыли вчера.", "Театр закрыли вчера.", "Театр <del>открыли</del> <ins>закрыли</ins> вчера."),
        ("", "Ночью.", "<ins>Ночью.</ins>"),
        ("Ночью.", "", "<del>Ночью.</del>"),
        ("Один абзац.\nДругой.", "Один  абзац. Другой.", "Один  абзац. Другой."),
        ("<b>", "<i>", "<del>&lt;b&gt;</del><ins>&lt;i&gt;</ins>"),
    ],
)
def test_words_that_differ_are_marked(old, new, shown):
    assert word_diff(old, new) == shown


def test_of_a_long_story_only_what_was_changed_is_marked_and_nobody_waits():
    words = [f"слово{number * 7919 % 1000}" for number in range(5000)]
    edited = ["иное" if number % 100 == 50 else word for number, word in enumerate(words)]
    shown = word_diff(" ".join(words), " ".join(edited))
    assert shown.count("<ins>иное</ins>") == shown.count("<ins>") == 50
