"""The words asked for as they stand in a text, and the lines around them. Plain Python: marking up is the page's."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from .forms import WORD, keys_asked, keys_of

_SENTENCE_ENDS = re.compile(r"[.!?…]»?\s+|\n")
_LENGTH = 200  # letters of a snippet: two lines on a desktop, six on a phone
_BEFORE = 80  # of them, at most, in front of the first word found


@dataclass(frozen=True)
class Piece:
    """A stretch of a text, and whether it is what was asked for."""

    text: str
    is_found: bool = False


Found = Callable[[str], bool]


def finder(words: Collection[str], language: str) -> Found:
    """The question whether a written word is a form of any of these."""
    asked = frozenset().union(*(keys_asked(word) for word in words))
    return lambda written: not asked.isdisjoint(keys_of(written, language))


def highlighted(text: str, is_found: Found) -> list[Piece]:
    """The whole text with the words found in it apart; neighbours found are one piece, «Жээнбек Кулубаев»."""
    pieces: list[Piece] = []
    end = 0
    for start, stop in _joined(_places(text, is_found), text):
        if start > end:
            pieces.append(Piece(text[end:start]))
        pieces.append(Piece(text[start:stop], True))
        end = stop
    return [*pieces, Piece(text[end:])] if text[end:] else pieces


def snippet(texts: Collection[str], is_found: Found) -> list[Piece]:
    """The best lines of several texts: those around the first word found, else how the first text begins."""
    for text in filter(None, texts):
        first = next(_places(text, is_found), None)
        if first is not None:
            return _cut(text, first[0], is_found)
    return _cut(next(filter(None, texts), ""), 0, is_found)


def _cut(text: str, place: int, is_found: Found) -> list[Piece]:
    """So many letters with this place among the first, in whole words, an ellipsis where something is left out."""
    start, is_whole = _start(text, place)
    stop = len(text)
    if stop - start > _LENGTH:
        stop = max(text.rfind(" ", start, start + _LENGTH), place + 1)
    is_cut = stop < len(text)
    words = text[start:stop].replace("\n", " ").strip()
    shown = highlighted(words.rstrip(" ,;:—–-") if is_cut else words, is_found)
    return [*([] if is_whole else [Piece("… ")]), *shown, *([Piece("…")] if is_cut else [])]


def _start(text: str, place: int) -> tuple[int, bool]:
    """Where a snippet begins: with a sentence when one begins near by, else with a word."""
    if place <= _BEFORE:
        return 0, True
    sentence = next(_SENTENCE_ENDS.finditer(text, place - _BEFORE, place), None)
    if sentence:
        return sentence.end(), True
    return text.find(" ", place - _BEFORE, place) + 1 or place, False


def _places(text: str, is_found: Found) -> Iterator[tuple[int, int]]:
    return (match.span() for match in WORD.finditer(text) if is_found(match.group()))


def _joined(places: Iterator[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    held: tuple[int, int] | None = None
    for start, stop in places:
        if held and not text[held[1] : start].strip(" -"):
            held = held[0], stop
            continue
        if held:
            yield held
        held = start, stop
    if held:
        yield held
