"""Quotation marks by pairs: which opens, which closes, which stands inside another. Lines are read one by one."""

import re
from typing import NamedTuple

ANY_MARK = '"“”„‟«»'
_MARK = re.compile(f"[{ANY_MARK}]")
_BEFORE_OPENING = "([{—–-/"
_AFTER_CLOSING = ".,;:!?…)]}—–-/"


class Pair(NamedTuple):
    """An opening and a closing mark, by their places in the text, and how many pairs stand around them."""

    opening: int
    closing: int
    depth: int


def pairs(line: str) -> list[Pair]:
    """The pairs of a line in which every mark has its other; none where one has not: nobody knows what was meant."""
    found: list[Pair] = []
    open_marks: list[int] = []
    for match in _MARK.finditer(line):
        place = match.start()
        if _is_inch(line, place, is_inside=bool(open_marks)):
            continue
        if _opens(line, place, is_inside=bool(open_marks)):
            open_marks.append(place)
        elif open_marks:
            found.append(Pair(open_marks.pop(), place, len(open_marks)))
        else:
            return []
    return [] if open_marks else found


def _is_inch(line: str, place: int, *, is_inside: bool) -> bool:
    """«27"» is a size unless something waits to be closed: «"Спутник-5"»."""
    return line[place] in '"”' and place > 0 and line[place - 1].isdigit() and not is_inside


def _opens(line: str, place: int, *, is_inside: bool) -> bool:
    mark = line[place]
    if mark in "«„‟":
        return True
    if mark == "»":
        return False
    before, after = line[place - 1 : place] if place else "", line[place + 1 : place + 2]
    may_open = (
        (not before or before.isspace() or before in _BEFORE_OPENING + ANY_MARK) and after and not after.isspace()
    )
    may_close = before and not before.isspace() and (not after or after.isspace() or after in _AFTER_CLOSING + ANY_MARK)
    return bool(may_open and not (may_close and is_inside))
