"""The words of a plain text with their places, as names are read: hyphenated ones whole, initials marked."""

import re
from dataclasses import dataclass

from search.words import search_key

# Soft hyphens and zero-width characters stand inside printed names.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTERS = rf"[^\W\d_](?:[^\W\d_]|[{_INVISIBLE}])*"
_WORD = re.compile(rf"{_LETTERS}(?:[-'’ʼ\u2011]{_LETTERS})*")
_SPACE = re.compile(rf"[ \t\u00a0\u2009\u202f{_INVISIBLE}]+")
_AFTER_INITIAL = re.compile(rf"\.[ \t\u00a0\u2009\u202f{_INVISIBLE}]*")
_INITIAL = re.compile(r"Дж|Дз|[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands.

    ``is_initial``: «С.», with the full stop behind it. ``is_joined``: only spaces, or the full stop of an
    initial, part it from the word before, so both may belong to one name.
    """

    start: int
    end: int
    text: str
    key: str
    is_initial: bool
    is_joined: bool

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def split_words(text: str) -> list[Word]:
    """The words of a text in reading order; offsets are code points."""
    words: list[Word] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        gap = text[words[-1].end : start] if words else "\n"
        is_joined = bool((_AFTER_INITIAL if words and words[-1].is_initial else _SPACE).fullmatch(gap))
        is_initial = match.group()[0].isupper() and text[end : end + 1] == "."
        is_initial = is_initial and bool(_INITIAL.fullmatch(match.group()))
        key = search_key(match.group()).replace("\u2011", "-")
        words.append(Word(start, end, match.group(), key, is_initial, is_joined))
    return words
