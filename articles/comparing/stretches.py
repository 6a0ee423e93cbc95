"""Which stretches of two long rows of words are the same, in a time nobody notices.

Three words in a row that stand once in each are the same three words: between such anchors little is left to match.
The library's matcher alone took fourteen seconds for a paragraph of five thousand words with each seventh changed.
"""

import difflib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

# same?, and half-open places in the old row and in the new
Stretch = tuple[bool, int, int, int, int]
Words = Sequence[str]

_LENGTH = 3
# Beyond this many pairs of words, two texts with nothing in common are not searched for single words they share.
_MOST_PAIRS = 400_000


def stretches(old: Words, new: Words) -> Iterator[Stretch]:
    """The rows cut into stretches that are the same and stretches that are not, in order and touching."""
    begun: Stretch | None = None
    for each in _unjoined(old, new):
        if begun and begun[0] == each[0]:
            begun = (begun[0], begun[1], each[2], begun[3], each[4])
            continue
        if begun:
            yield begun
        begun = each
    if begun:
        yield begun


def _unjoined(old: Words, new: Words) -> Iterator[Stretch]:
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    if head:
        yield True, 0, head, 0, head
    a, c = head, head
    for i, j in [*_anchors(old, new, head, tail), (len(old) - tail, len(new) - tail)]:
        yield from _between(old, new, a, i, c, j)
        if i < len(old) - tail:
            yield True, i, i + 1, j, j + 1
        a, c = i + 1, j + 1
    if tail:
        yield True, len(old) - tail, len(old), len(new) - tail, len(new)


def _common(old: Words, new: Words) -> int:
    """How many words the two begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(old), len(new)))


def _anchors(old: Words, new: Words, head: int, tail: int) -> list[tuple[int, int]]:
    """Places of words that surely are the same, rising in both rows."""
    once_old, once_new = _once(old, head, len(old) - tail), _once(new, head, len(new) - tail)
    return _rising([(i, once_new[three]) for three, i in once_old.items() if three in once_new])


def _once(words: Words, start: int, end: int) -> dict[tuple[str, ...], int]:
    """Three words in a row that stand once in the row, and where."""
    threes = [tuple(words[place : place + _LENGTH]) for place in range(start, end - _LENGTH + 1)]
    times = Counter(threes)
    return {three: start + place for place, three in enumerate(threes) if times[three] == 1}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of these pairs, sorted by their first numbers, in which the second rise as well."""
    ends: list[int] = []  # the smallest last number of a choice of each length, and which pair it is
    which: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        before.append(which[length - 1] if length else -1)
        ends[length : length + 1] = [j]
        which[length : length + 1] = [number]
    chosen, number = [], which[-1] if which else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]


def _between(old: Words, new: Words, a: int, b: int, c: int, d: int) -> Iterator[Stretch]:
    """What lies between two anchors: little, or texts that have little in common."""
    if a == b or c == d or ((b - a) * (d - c) > _MOST_PAIRS and not _share_three(old[a:b], new[c:d])):
        if a < b or c < d:
            yield False, a, b, c, d
        return
    for kind, i, j, k, m in difflib.SequenceMatcher(None, old[a:b], new[c:d]).get_opcodes():
        yield kind == "equal", a + i, a + j, c + k, c + m


def _share_three(old: Words, new: Words) -> bool:
    threes = ({tuple(words[place : place + _LENGTH]) for place in range(len(words))} for words in (old, new))
    return not set.isdisjoint(*threes)
