"""The words of a plain text with their places, as names are read: hyphenated ones whole, initials marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from people.names.endings import PARTICLES
from people.names.keys import exact_key, name_key

# Soft hyphens and zero-width characters stand inside printed names.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SPACES = rf"[ \t\u00a0\u2009\u202f{_INVISIBLE}]"
_LETTERS = rf"[^\W\d_](?:[^\W\d_]|[{_INVISIBLE}])*"
_WORD_PATTERN = rf"{_LETTERS}(?:[-'’ʼ\u2011]{_LETTERS})*"
_WORD = re.compile(_WORD_PATTERN)
_SPACE = re.compile(rf"{_SPACES}+")
_AFTER_INITIAL = re.compile(rf"\.{_SPACES}*")
_INITIAL = re.compile(r"Дж|Дз|[^\W\d_]")
# Searched through whole archives: a class of capitals is quicker to skip with than a look at every word.
_CAPITALS = "A-ZÀ-ÖØ-ÞŠŽĆČŞĞİА-ЯЁӨҮҢҚҒҲҶҰӘІҺӢӮЇЄҐЎ"
_SMALL = "|".join(sorted(PARTICLES))
_CAPITAL_WORD = rf"(?:(?:{_SMALL})[-'’])?[{_CAPITALS}](?:[^\W\d_]|[{_INVISIBLE}])*(?:[-'’ʼ\u2011]{_LETTERS})*"
_RUN = re.compile(
    rf"(?<!\w)(?<!\w[-'’])[{_CAPITALS}](?:[^\W\d_]|[{_INVISIBLE}])*(?:[-'’ʼ\u2011]{_LETTERS})*"
    rf"(?:(?:{_SPACES}+|(?:(?<=[\W_][{_CAPITALS}])|(?<=^[{_CAPITALS}])|(?<=Д[жз]))\.{_SPACES}*)"
    rf"(?:{_CAPITAL_WORD}|(?:{_SMALL})(?![^\W_])))*"
)
_PARTICLE_BEFORE = re.compile(rf"(?<![^\W_])(?:{_SMALL})(?:{_SPACES}+(?:(?:{_SMALL}){_SPACES}+)?|[-'’])$")
_TEXTS = 1 << 7  # a batch of texts
_BEHIND_SMALL = frozenset(" \t\u00a0\u2009\u202f-'’" + _INVISIBLE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands.

    ``is_initial``: «С.», with the full stop behind it. ``is_joined``: only spaces, or the full stop of an
    initial, part it from the word before, so both may belong to one name.
    """

    start: int
    end: int
    text: str
    is_initial: bool
    is_joined: bool

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def key(self) -> str:
        """The word as spelled, folded."""
        return exact_key(self.text)

    @property
    def name_key(self) -> str:
        """What it is looked up by."""
        return name_key(self.text)


def split_words(text: str, start: int = 0, stop: int | None = None) -> list[Word]:
    """The words of a text, or of a stretch of it, in reading order; offsets are code points."""
    words: list[Word] = []
    for match in _WORD.finditer(text, start, len(text) if stop is None else stop):
        begin, end = match.span()
        gap = text[words[-1].end : begin] if words else "\n"
        is_joined = bool((_AFTER_INITIAL if words and words[-1].is_initial else _SPACE).fullmatch(gap))
        is_initial = match.group()[0].isupper() and text[end : end + 1] == "."
        is_initial = is_initial and bool(_INITIAL.fullmatch(match.group()))
        words.append(Word(begin, end, match.group(), is_initial, is_joined))
    return words


@lru_cache(maxsize=_TEXTS)
def runs(text: str) -> tuple[tuple[int, str], ...]:
    """Where names may stand: stretches of capitalised words, with the initials and small particles between them.

    Each with its offset: «генерал | Карим бин Халаф | и | С. Н. Жапаров | уехали». A sentence or a line never ends
    inside one. Remembered, for the names of a text are found first and the slips in it when all else is decided.
    """
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[tuple[int, str]]:
    for match in _RUN.finditer(text):
        start, end = match.span()
        if text[start - 1 : start] in _BEHIND_SMALL:
            particle = _PARTICLE_BEFORE.search(text, max(0, start - 16), start)
            start = particle.start() if particle else start
        # the full stop of a last initial belongs to it: «Жапаров С.»
        yield start, text[start : end + (text[end : end + 1] == ".")]


@lru_cache(maxsize=1 << 13)
def words_of(run: str) -> tuple[Word, ...]:
    """The words of one such stretch, remembered: «Президент» and «Москва» begin many."""
    return tuple(split_words(run))
