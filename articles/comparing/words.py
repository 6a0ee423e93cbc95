"""Two lines of words compared: what was added, taken away, or only looks otherwise."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from .stretches import stretches

# A comma is a word of its own: a name that lost its bold type keeps it, though the comma behind never had any.
# «15:45» and «2,5» are one word; «шефом.Договора», where a space is missing, are two.
_WORD = re.compile(r"\w+(?:[-'’]\w+|(?<=\d)[.,:]\d+)*|[^\w\s]")

Looks = frozenset[str]
PLAIN: Looks = frozenset()
LINE_END = "↵"
CELL_END = "│"


@dataclass(frozen=True)
class Word:
    """A word, or a sign of what readers do not read: where a link leads, the end of a line.

    ``looks`` are how its characters are set, one run after the other: two words of the same text and other looks are
    the same word. ``gap`` is the space behind it, which nobody compares.
    """

    text: str
    looks: tuple[tuple[int, Looks], ...] = field(default=(), compare=False)
    gap: str = field(default="", compare=False)
    is_sign: bool = False


@dataclass(frozen=True)
class Piece:
    """Words that share one fate: ``same``, ``added``, ``removed``, or ``reset``: the same words in other type."""

    fate: str
    words: Sequence[Word]
    gained: Looks = PLAIN
    lost: Looks = PLAIN


class Writer:
    """Collects the characters of a line, how they are set and the signs between them, and gives the words."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._runs: list[tuple[int, Looks]] = []
        self._signs: list[tuple[int, str]] = []
        self._length = 0

    def write(self, text: str, looks: Looks = PLAIN) -> None:
        if text:
            self._text.append(text)
            self._runs.append((len(text), looks))
            self._length += len(text)

    def sign(self, text: str) -> None:
        self._signs.append((self._length, text))

    def line_end(self) -> None:
        self.sign(LINE_END)
        self.write(" ")

    def words(self) -> tuple[Word, ...]:
        text = "".join(self._text)
        looks = [each for length, each in self._runs for _ in range(length)]
        found = [(match.end(), self._word(match, text, looks)) for match in _WORD.finditer(text)]
        signs = [(at, Word(sign, is_sign=True, gap=_gap(text, at))) for at, sign in self._signs]
        return tuple(word for _, word in sorted([*found, *signs], key=lambda each: each[0]))

    @staticmethod
    def _word(match: re.Match[str], text: str, looks: list[Looks]) -> Word:
        start, end = match.span()
        runs = tuple((len(list(run)), each) for each, run in groupby(looks[start:end]))
        return Word(match[0], runs, _gap(text, end))


def _gap(text: str, place: int) -> str:
    return " " if text[place : place + 1].isspace() else ""


def words_of(text: str) -> tuple[Word, ...]:
    """The words of plain text; where a line ends counts."""
    writer = Writer()
    for number, line in enumerate(text.split("\n")):
        if number:
            writer.line_end()
        writer.write(line)
    return writer.words()


def diff(old: Sequence[Word], new: Sequence[Word]) -> list[Piece]:
    """The new words piece by piece, with what was taken away before what stands in its place."""
    pieces: list[Piece] = []
    for is_same, a, b, c, d in stretches([_key(word) for word in old], [_key(word) for word in new]):
        if is_same:
            pieces += _alike(old[a:b], new[c:d])
            continue
        if b > a:
            pieces = [*_spaced(pieces, old[a - 1] if a else None), Piece("removed", old[a:b])]
        pieces += [Piece("added", new[c:d])] if d > c else []
    return pieces


def _spaced(pieces: list[Piece], before: Word | None) -> list[Piece]:
    """The pieces, behind the last of which stands the space that stood before what was taken away."""
    if not pieces or before is None or not before.gap:
        return pieces
    *first, last = pieces
    *words, word = last.words
    return [*first, replace(last, words=[*words, replace(word, gap=word.gap or before.gap)])]


def _key(word: Word) -> str:
    return f"\0{word.text}" if word.is_sign else word.text


def _alike(old: Sequence[Word], new: Sequence[Word]) -> Iterator[Piece]:
    """The same words, apart from those that are set in other type."""
    for fate, pairs in groupby(zip(old, new, strict=True), key=_fate):
        words = [after for _, after in pairs]
        yield Piece("same", words) if fate is None else Piece("reset", words, *fate)


def _fate(pair: tuple[Word, Word]) -> tuple[Looks, Looks] | None:
    before, after = pair
    if before.looks == after.looks:
        return None
    had, has = _all_looks([before]), _all_looks([after])
    return has - had, had - has


def _all_looks(words: Iterable[Word]) -> Looks:
    return frozenset(look for word in words for _, looks in word.looks for look in looks)
