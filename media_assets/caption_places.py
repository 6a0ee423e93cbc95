"""Where a caption says that people stand: the order of the whole, and the words beside one name."""

import re
from collections.abc import Sequence
from typing import Literal

Order = Literal["left_to_right", "right_to_left", "clockwise", "noted", "none"]

# «second from left» is one person's place.
_NO_ORDINAL = "(?<!first )(?<!second )(?<!third )(?<!fourth )(?<!fifth )(?<!far )"
_ORDERS: tuple[tuple[re.Pattern[str], Order], ...] = (
    (
        re.compile(
            r"слева\W{1,3}направо|\bл\s?[-–—]\s?п\b|солдон\s+оңго|\bl\s?[-–—]\s?r\b|\bl to r\b|left to right"
            rf"|{_NO_ORDINAL}from (?:the )?left",
            re.I,
        ),
        "left_to_right",
    ),
    (
        re.compile(
            r"справа\W{1,3}налево|\bп\s?[-–—]\s?л\b|оңдон\s+солго|\br\s?[-–—]\s?l\b|\br to l\b|right to left"
            rf"|{_NO_ORDINAL}from (?:the )?right",
            re.I,
        ),
        "right_to_left",
    ),
    (re.compile(r"по часовой стрелке|clockwise|саат жебеси", re.I), "clockwise"),
)
_RANK = r"(?:крайн|перв|втор|трет|четв[её]рт|пят|шест|седьм)\w*\s+"
_NOTE = (
    rf"(?:{_RANK})?(?:слева(?!\W{{1,3}}направо)|справа(?!\W{{1,3}}налево))|в центре|посередине"
    r"|на (?:переднем|заднем|первом|втором) плане|солдо(?!н)|оңдо(?!н)|сол жакта|оң жакта|ортодо"
    r"|(?:(?:second|third|fourth|fifth|far) from (?:the )?|far )?(?:left|right)|cent(?:er|re)|(?<=\()[lrc](?=\))"
)
_NOTE_AFTER = re.compile(rf"^\s*(?:\(\s*|,?\s+)({_NOTE})(?![\w-])(?!\s*[—–:-])", re.I)
_NOTE_BEFORE = re.compile(rf"({_NOTE})\s*[—–:-]?\s*$", re.I)
_ORDINALS = {"перв": 1, "крайн": 1, "far": 1, "втор": 2, "second": 2, "трет": 3, "third": 3, "четв": 4, "fourth": 4}
_ORDINALS |= {"пят": 5, "fifth": 5, "шест": 6, "седьм": 7}


def order_of(text: str) -> Order:
    """In which order a caption names people, if it says so."""
    return next((order for pattern, order in _ORDERS if pattern.search(text)), "none")


def place_note(text: str, start: int, end: int) -> str:
    """The words right after or before this stretch that say where the person stands: «справа», «второй слева»."""
    after = _NOTE_AFTER.match(text[end : end + 40])
    if after:
        return after[1]
    before = _NOTE_BEFORE.search(text[max(0, start - 40) : start])
    return before[1] if before else ""


def places_of(notes: Sequence[str]) -> list[int]:
    """For each person the place from the left, 0 where the notes do not tell; whoever is left takes a single gap.

    Two notes for one place tell nothing: then all are 0.
    """
    count = len(notes)
    places = [_place(note.casefold(), count) for note in notes]
    free = [place for place in range(1, count + 1) if place not in places]
    if places.count(0) == 1 and len(free) == 1:
        places[places.index(0)] = free[0]
    known = [place for place in places if place]
    return places if len(set(known)) == len(known) else [0] * count


def _place(note: str, count: int) -> int:
    ordinal = next((number for stem, number in _ORDINALS.items() if note.startswith(stem)), 1)
    if re.search(r"слева|\bсол|left|^l$", note):
        return ordinal if ordinal <= count else 0
    if re.search(r"справа|\bоң|right|^r$", note):
        return max(count + 1 - ordinal, 0)
    if re.search(r"центр|посередине|ортодо|cent|^c$", note) and count % 2:
        return (count + 1) // 2
    return 0
