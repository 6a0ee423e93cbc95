"""Which offices a text names near a place: right at the name, in its clause, in its paragraph, anywhere."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from enum import Enum

from people.names.kyrgyz.words import offices_in_russian
from people.names.office.terms import terms
from people.names.offices import Office, office_after, office_before
from people.names.records import NameSpan
from people.names.words.english import offices_from_english

_FORMER = re.compile(r"\b(?:экс-|быв(?:ш|\.)|тогдашн|прежн)", re.IGNORECASE)
_FORMER_BEHIND = re.compile(rf"\s*[,(]\s*{_FORMER.pattern}", re.IGNORECASE)
_STILL = re.compile(r"\b(?:ныне|нынешн|действующ|теперь|сейчас)", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.!?:;—]\s|\n")
_APPOSITION = re.compile(r"\s*[,(—–-]\s*([^,.;:()—\n]+)")


class Near(Enum):
    """How far from a name an office is looked for; the values are code points before and after it."""

    OFFICE = (0, 0)  # what reads as the office given to this name
    PHRASE = (90, 0)  # up to the next name or the end of the clause, and an apposition
    CLOSE = (110, 70)
    PARAGRAPH = (600, 600)
    DOCUMENT = (-1, -1)


class NearbyOffices:
    """One document, asked what its words tell of offices around the names in it."""

    def __init__(self, text: str, taken: Sequence[tuple[int, int]], is_kyrgyz: Callable[[int], bool]) -> None:
        self._text = text
        self._taken = taken
        self._is_kyrgyz = is_kyrgyz
        self._terms: dict[tuple[int, Near], frozenset[str]] = {}
        self._offices: dict[int, list[Office]] = {}

    def terms(self, span: NameSpan, near: Near) -> frozenset[str]:
        """What the words near a place tell of offices, on its line; of the whole text if asked for."""
        at = (-1 if near is Near.DOCUMENT else span.start, near)
        if at not in self._terms:
            words = self._text if near is Near.DOCUMENT else " ".join(self._around(span, near))
            self._terms[at] = terms(words + self._in_russian(words, span))
        return self._terms[at]

    def at(self, span: NameSpan) -> list[Office]:
        """The offices right before and behind a name, none of its neighbour's: «Болотов (президент) и Болотов»."""
        if span.start in self._offices:
            return self._offices[span.start]
        found = self._offices[span.start] = []
        before, after = office_before(self._text, span.start), office_after(self._text, span.end)
        if before and not self._text[before.end : span.start].strip():
            found.append(before)
        if after and not self._text[span.end : after.start].strip(" ,(—–-"):
            found.append(after)
        return found

    def says_former(self, span: NameSpan) -> bool:
        """Whether «экс-», «бывший» or «тогдашний» stands before the name, or behind it: «Асанов, бывший министр».

        «Ныне» after that takes it back.
        """
        before, behind = self._around(span, Near.PHRASE)
        *_, last = (None, *_FORMER.finditer(before))
        if last is not None and not _STILL.search(before, last.end()):
            return True
        return bool(_FORMER_BEHIND.match(self._text, span.end)) and not _STILL.search(behind)

    def _in_russian(self, words: str, span: NameSpan) -> str:
        """What Kyrgyz or English words near a name say, in the words of the record."""
        if self._is_kyrgyz(span.start):
            return f" {offices_in_russian(words)}"
        return f" {offices_from_english(words)}" if span.surface.isascii() else ""

    def _around(self, span: NameSpan, near: Near) -> tuple[str, str]:
        if near is Near.OFFICE:
            return " ".join(f"{each.wording} {each.organization} {each.country}" for each in self.at(span)), ""
        reach, beyond = near.value
        before = self._text[max(0, span.start - reach) : span.start].rpartition("\n")[2]
        if near is Near.PHRASE:
            return self._own_phrase(before, span), self._apposition(span)
        return before, self._text[span.end : span.end + beyond].partition("\n")[0]

    def _own_phrase(self, before: str, span: NameSpan) -> str:
        earlier = bisect_left(self._taken, (span.start, span.start)) - 1
        stop = self._taken[earlier][1] if earlier >= 0 else 0
        return _CLAUSE_END.split(self._text[max(span.start - len(before), stop) : span.start])[-1]

    def _apposition(self, span: NameSpan) -> str:
        found = _APPOSITION.match(self._text, span.end)
        later = bisect_right(self._taken, (span.end, len(self._text)))
        stop = self._taken[later][0] if later < len(self._taken) else len(self._text)
        return found[1] if found and found.end() <= stop else ""


def is_former(words: str) -> bool:
    """Whether they tell of an office somebody has left: «экс-премьер»."""
    return bool(_FORMER.search(words))
