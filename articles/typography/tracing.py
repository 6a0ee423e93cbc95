"""A text on its way through the rules: every change is kept in the places of the text as it was."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from .quotes import ANY_MARK, pairs
from .rules import MARKS, RULES, Rule, covered

# A title in quotation marks is changed as one; of a whole sentence each mark alone is enough to look at.
_SHORT_QUOTE = 80
_MOST_ROUNDS = 4
_COVER = "\ue000"


@dataclass(frozen=True)
class Change:
    """Words of the text, half-open, and what takes their place by which rules."""

    start: int
    end: int
    words: str
    rules: frozenset[str] = frozenset()


_NO_CHANGE = Change(0, 0, "")


class _Span(NamedTuple):
    """Where a change stands in some state of the text, and whether it is a new one."""

    start: int
    end: int
    change: Change
    is_new: bool = False


@dataclass
class _Traced:
    """The text as far as the rules have changed it. ``changes`` are in order and have the places of the beginning."""

    text: str
    changes: list[Change] = field(default_factory=list)

    def apply(self, edits: Sequence[Change]) -> None:
        """Make these edits, ordered and in the places of the text as it is now."""
        spans = [*self._made(), *(_Span(edit.start, edit.end, edit, is_new=True) for edit in edits)]
        joined, shift = [], 0
        for start, end, group in _overlapping(spans):
            words = _edited(self.text, start, end, [span.change for span in group if span.is_new])
            grown = sum(_growth(span.change) for span in group if not span.is_new)
            joined.append(Change(start - shift, end - shift - grown, words, _rules_of(group)))
            shift += grown
        self.text = _edited(self.text, 0, len(self.text), edits)
        self.changes = joined

    def _made(self) -> Iterator[_Span]:
        shift = 0
        for change in self.changes:
            start = change.start + shift
            yield _Span(start, start + len(change.words), change)
            shift += _growth(change)


def _growth(change: Change) -> int:
    return len(change.words) - (change.end - change.start)


def _rules_of(group: Iterable[_Span]) -> frozenset[str]:
    return frozenset().union(*(span.change.rules for span in group))


def changes(text: str, language: str) -> list[Change]:
    """What the rules of a language would change, as whole words; all of it made at once leaves nothing to change."""
    found, start = [], 0
    for line in text.split("\n"):
        found += [
            Change(start + each.start, start + each.end, each.words, each.rules) for each in _of_line(line, language)
        ]
        start += len(line) + 1
    return found


@lru_cache(maxsize=1 << 11)
def _of_line(line: str, language: str) -> tuple[Change, ...]:
    """Of one line. Kept: while somebody writes, the other lines are read again with every pause."""
    unseen = covered(line, _COVER)
    traced = _Traced(unseen)
    together: list[tuple[int, int]] = []
    for turn in range(_MOST_ROUNDS):
        before = traced.text
        if any(mark in before for mark in ANY_MARK):
            marks = list(_marks(before, MARKS[language]))
            if not turn:
                together = _short_pairs(before, marks)
            traced.apply(marks)
        for rule in RULES[language]:
            if edits := _edits(traced.text, rule):
                traced.apply(edits)
        if traced.text == before:
            break
    return tuple(_whole_words(line, [_uncovered(change, line, unseen) for change in traced.changes], together))


def _edits(text: str, rule: Rule) -> list[Change]:
    if rule.near not in text:
        return []
    named = frozenset([rule.name])
    found = ((match, rule.becomes(match)) for match in rule.pattern.finditer(text))
    return [Change(match.start(), match.end(), words, named) for match, words in found if words != match[0]]


def _marks(text: str, by_depth: tuple[str, ...]) -> list[Change]:
    """Each quotation mark that should be another."""
    wanted: dict[int, str] = {}
    for pair in pairs(text):
        marks = by_depth[min(pair.depth, 1)]
        wanted |= {pair.opening: marks[0], pair.closing: marks[1]}
    rule = frozenset(["quotes"])
    return [Change(place, place + 1, mark, rule) for place, mark in sorted(wanted.items()) if text[place] != mark]


def _short_pairs(text: str, marks: Iterable[Change]) -> list[tuple[int, int]]:
    changed = {mark.start for mark in marks}
    short = (pair for pair in pairs(text) if pair.closing - pair.opening <= _SHORT_QUOTE)
    return [(pair.opening, pair.closing + 1) for pair in short if changed & {pair.opening, pair.closing}]


def _edited(text: str, start: int, end: int, edits: Iterable[Change]) -> str:
    parts, at = [], start
    for edit in edits:
        parts += [text[at : edit.start], edit.words]
        at = edit.end
    return "".join([*parts, text[at:end]])


def _overlapping(spans: Iterable[_Span]) -> Iterator[tuple[int, int, list[_Span]]]:
    """Groups of spans that overlap or touch, in order, each with where it begins and ends."""
    group: list[_Span] = []
    stop = -1
    for span in sorted(spans, key=lambda each: each[:2]):
        if group and span.start > stop:
            yield group[0].start, stop, group
            group = []
        stop = max(stop, span.end) if group else span.end
        group.append(span)
    if group:
        yield group[0].start, stop, group


def _whole_words(text: str, made: Sequence[Change], together: Sequence[tuple[int, int]]) -> list[Change]:
    """The changes widened to the words they stand in, joined where they meet: an editor reads words, not spaces."""
    spans = [_Span(*_widened(text, change.start, change.end), change, is_new=True) for change in made]
    spans += [_Span(*_widened(text, start, end), _NO_CHANGE) for start, end in together]
    found = []
    for start, end, group in _overlapping(spans):
        inside = sorted((span.change for span in group if span.is_new), key=lambda change: change.start)
        found.append(Change(start, end, _edited(text, start, end, inside), _rules_of(group)))
    return found


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _uncovered(change: Change, text: str, unseen: str) -> Change:
    """The change with the addresses in it, which no rule has seen, letter for letter as they stand in the text."""
    if _COVER not in change.words:
        return change
    hidden = (text[place] for place in range(change.start, change.end) if unseen[place] == _COVER)
    words = "".join(next(hidden) if letter == _COVER else letter for letter in change.words)
    return Change(change.start, change.end, words, change.rules)
