"""What a caption says of places: the order of the whole, and the words beside one name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from media_assets.captions.records import Order

Extent = tuple[int, int]
Side = Literal["left", "right", "centre", "left_of_him", "right_of_him", ""]

# «second from left» is one person's place.
_NO_ORDINAL = "(?<!first )(?<!second )(?<!third )(?<!fourth )(?<!fifth )(?<!far )"
# A keyboard left in Latin types «cлева», and nobody sees it; «с лева на право» is met, too.
_TO_RIGHT, _TO_LEFT = r"[сc]\s?лева\W{1,3}на\s?право", r"[сc]\s?права\W{1,3}на\s?лево"
_ORDERS: tuple[tuple[re.Pattern[str], Order], ...] = (
    (re.compile(r"по часовой стрелке|clockwise|саат жебеси", re.I), "clockwise"),
    (
        re.compile(
            rf"{_TO_RIGHT}|\bл\s?[-–—]\s?п\b|солдон\s+оңго|\bl\s?[-–—]\s?r\b|\bl to r\b|left to right"
            rf"|{_NO_ORDINAL}from (?:the )?left",
            re.I,
        ),
        "left_to_right",
    ),
    (
        re.compile(
            rf"{_TO_LEFT}|\bп\s?[-–—]\s?л\b|оңдон\s+солго|\br\s?[-–—]\s?l\b|\br to l\b|right to left"
            rf"|{_NO_ORDINAL}from (?:the )?right",
            re.I,
        ),
        "right_to_left",
    ),
)
_RANK = r"(?:(?:крайн|сам|перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм)\w*|\d-[йя])"
_NOTE = re.compile(
    rf"(?<![\w-])(?:(?:{_RANK}\s+)?(?:[сc]лева(?!\W{{1,3}}на\s?право)|[сc]права(?!\W{{1,3}}на\s?лево))"
    r"(?:\s+от\s+(?:него|не[её]|них))?"
    r"|в\s+центре|посередине|посредине|в\s+середине"
    r"|сол(?:дон\s+(?:биринчи|экинчи|үчүнчү|төртүнчү)|до|\s+жакта)|оң(?:дон\s+(?:биринчи|экинчи|үчүнчү|төртүнчү)|до|\s+жакта)"
    # «второй слева — А, третий — Б»
    rf"|{_RANK}(?=\s*[—–])"
    r"|ортодо"
    r"|(?:(?:at|on)\s+(?:the\s+)?|(?:second|third|fourth|fifth|far)\s+(?:from\s+(?:the\s+)?)?)?(?:left|right)(?!\s+to\b)"
    r"|(?:(?:at|in)\s+(?:the\s+)?)?cent(?:er|re)|(?<=\()[lrcлпц](?=\)))(?![\w-])",
    re.I,
)
_ORDINALS = {"втор": 2, "second": 2, "трет": 3, "third": 3, "четв": 4, "fourth": 4, "пят": 5, "fifth": 5}
_ORDINALS |= {"шест": 6, "седьм": 7, "восьм": 8, "экинчи": 2, "үчүнчү": 3, "төртүнчү": 4}

_POSTURE = (
    r"(?:сто(?:ит|ящ\w+)|сид(?:ит|ящ\w+)|находится|изображ[её]н\w*|на\s+(?:фото|снимке|фотографии)"
    r"|во?\s+\w+\s+ряду|is|are|seated|standing)"
)
_UP_TO_NAME = re.compile(rf"[\s,—–:-]*(?:{_POSTURE}[\s,—–:-]*)*(?-i:(?!и\s|and\s)[а-яёa-z-]+\s+){{0,3}}", re.I)
_SINCE_NAME = re.compile(rf"\s*[,—–-]?\s*(?:{_POSTURE}\s*[—–:-]?\s*)?", re.I)
# «в центре Бишкека», «left Bishkek» are no place in the picture.
_DOUBTFUL = re.compile(r"в\s|left|right|cent", re.I)
_GOES_ON = re.compile(r"\s+(?!(?:и|а|на|в|во|с|со|при|жана|менен|and|in|at|with|during)\s)[^\W\d_]", re.I)


@dataclass(frozen=True, slots=True)
class Note:
    """The words that say where one person stands, and what they say: from which side or beside whom, how far."""

    text: str
    side: Side
    ordinal: int


def order_of(text: str) -> Order:
    """In which order a caption names people, if it says so."""
    return next((order for pattern, order in _ORDERS if pattern.search(text)), "none")


def order_words(text: str) -> list[Extent]:
    """Where the words of an order stand."""
    return [match.span() for pattern, _ in _ORDERS for match in pattern.finditer(text)]


def notes_of(text: str, people: Sequence[Extent]) -> list[Note | None]:
    """For each person, in the order of the text, the words beside the name that say where the person stands."""
    notes: list[Note | None] = [None] * len(people)
    side: Side = ""
    for match in _NOTE.finditer(text):
        note = _read(match[0].casefold(), side)
        beside = _beside_a_name(text, match.end(), people)
        if beside is not None and note.side in {"left", "right"}:
            owner: int | None = beside
            note = replace(note, side="left_of_him" if note.side == "left" else "right_of_him")
        else:
            owner = _owner(text, match.start(), match.end(), people)
            side = note.side
        if owner is not None and note.side and notes[owner] is None:
            notes[owner] = note
    return notes


def _beside_a_name(text: str, end: int, people: Sequence[Extent]) -> int | None:
    """«Справа от Асана Токтосунова — Бакыт Асанов»: whose place is told by the name of somebody else."""
    after = next((place for place, (first, _) in enumerate(people) if first >= end), len(people))
    if after + 1 >= len(people) or not re.fullmatch(r"\s+от\s+", text[end : people[after][0]]):
        return None
    return after + 1 if _UP_TO_NAME.fullmatch(text[people[after][1] : people[after + 1][0]]) else None


def _owner(text: str, start: int, end: int, people: Sequence[Extent]) -> int | None:
    """Whose place it is: «Асан (слева)» and «Асан — слева» of the name before, «слева — Асан» of the one after.

    Between two names the comma decides: «Асан, справа Бакыт» but «Асан справа, Бакыт …».
    """
    before = max((place for place, (_, last) in enumerate(people) if last <= start), default=None)
    after = next((place for place, (first, _) in enumerate(people) if first >= end), None)
    since = text[people[before][1] : start] if before is not None else None
    rest = text[end : people[after][0]] if after is not None else None
    if since is not None and re.fullmatch(r"\s*\([^()]*", since):
        return before
    if rest is not None and re.fullmatch(r"[^()]*\)\s*", rest):
        return after
    is_after = rest is not None and bool(_UP_TO_NAME.fullmatch(rest))
    if rest and is_after and re.match(r"\s*(?:на\s+\w+\s*)?[—–:-]", rest):
        return after
    is_before = since is not None and bool(_SINCE_NAME.fullmatch(since)) and not _is_no_note(text, start, end)
    if since and is_before and re.match(r"\s*[—–-]", since):
        return before
    if not (is_before and is_after):
        return before if is_before else after if is_after else None
    return after if since and rest and "," in since and rest[:1] not in {",", ";", "."} else before


def _is_no_note(text: str, start: int, end: int) -> bool:
    """«Асан Токтосунов в центре Бишкека», «Asan Toktosunov left Bishkek»: the words go on."""
    is_doubtful = _DOUBTFUL.match(text, start) is not None
    return is_doubtful and text[start - 2 : start - 1] not in {",", "—"} and bool(_GOES_ON.match(text, end))


def _read(words: str, side_before: Side) -> Note:
    """What the words say; a number alone counts from the side the note before counted from."""
    ordinal = next((number for stem, number in _ORDINALS.items() if stem in words), 1)
    if words[0].isdigit():
        ordinal = int(words[0])
    is_left = re.search(r"[сc]лева|\bсол|left|^[lл]$", words) is not None
    if re.search(r"\sот\s", words):
        return Note(words, "left_of_him" if is_left else "right_of_him", 1)
    if is_left:
        return Note(words, "left", ordinal)
    if re.search(r"[сc]права|\bоң|right|^[rп]$", words):
        return Note(words, "right", ordinal)
    if re.search(r"цент|серед|ортодо|cent|^[cц]$", words):
        return Note(words, "centre", 1)
    return Note(words, side_before if side_before in {"left", "right"} else "", ordinal)
