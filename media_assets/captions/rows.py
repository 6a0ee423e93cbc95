"""In which row a caption puts people: «в первом ряду …; во втором ряду …», «сидят …; стоят …»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from media_assets.captions.places import Extent, order_of

_FRONT, _MIDDLE, _BACK = 1, 50, 99
_FIRST, _SECOND, _THIRD, _FOURTH = (r"(?:перв|1-?)", r"(?:втор|2-?)", r"(?:трет|3-?)", r"(?:четв[её]рт|4-?)")
_TABLE: tuple[tuple[str, int], ...] = (
    (rf"{_FIRST}\w*\s+ряд\w*|биринчи\s+катар\w*|first\s+row", 1),
    (rf"{_SECOND}\w*\s+ряд\w*|экинчи\s+катар\w*|second\s+row", 2),
    (rf"{_THIRD}\w*\s+ряд\w*|үчүнчү\s+катар\w*|third\s+row", 3),
    (rf"{_FOURTH}\w*\s+ряд\w*|төртүнчү\s+катар\w*|fourth\s+row", 4),
    # «в первом ряду: …; во втором: …»
    (r"во\s+втором(?=\s*[:—–-])", 2),
    (r"в\s+третьем(?=\s*[:—–-])", 3),
    (r"в\s+(?:нижнем|переднем)(?=\s*[:—–-])", _FRONT),
    (r"в\s+(?:верхнем|заднем|последнем)(?=\s*[:—–-])", _BACK),
    (r"(?:передн|нижн)\w+\s+ряд\w*|(?:передн|перв)\w+\s+план\w*|алдыңкы\s+катар\w*|(?:front|bottom)\s+row", _FRONT),
    (r"средн\w+\s+ряд\w*|ортоңку\s+катар\w*|middle\s+row", _MIDDLE),
    (
        r"(?:задн|верхн|последн)\w+\s+ряд\w*|(?:задн|втор)\w+\s+план\w*|арткы\s+катар\w*"
        r"|(?:back|rear|top)\s+row|in\s+the\s+background",
        _BACK,
    ),
    (r"сид(?:ит|ят|я|ящие)|отур(?:гандар|ган|ат|ушат)|seated|sitting", _FRONT),
    (r"сто(?:ит|ят|я|ящие)|тур(?:гандар|ган|ат|ушат)|standing", _BACK),
)
_MARKER = re.compile(
    "|".join(rf"(?P<m{n}>(?<![\w-])(?:{words})(?![\w-]))" for n, (words, _) in enumerate(_TABLE)), re.I
)
_IS_POSTURE = {f"m{len(_TABLE) - 2}", f"m{len(_TABLE) - 1}"}


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of the caption whose people stand in one row; 1 is the front."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Marker:
    value: int
    start: int
    end: int
    is_posture: bool


def rows_of(text: str, people: Sequence[Extent]) -> list[Row]:
    """The caption parted into rows, in the order printed; one row when it speaks of none.

    The words of a row open it («стоят: …») or close it («… (во втором ряду)»).
    """
    markers = _markers(text)
    if not markers:
        return [Row(1, 0, len(text))]
    parts: list[tuple[int, int, int]] = []  # value, start, end
    begin, value = 0, 0
    for marker in markers:
        if _closes(text, marker, people):
            parts.append((marker.value, begin, marker.end))
            begin, value = marker.end, 0
        else:
            parts.append((value, begin, marker.start))
            begin, value = marker.start, marker.value
    parts.append((value, begin, len(text)))
    peopled = [part for part in parts if any(part[1] <= first < part[2] for first, _ in people)]
    said = {part[0] for part in peopled if part[0]}
    # «слева направо: …; нижний ряд: …»: those of whom no row is said stand behind it
    unsaid = _BACK if said == {_FRONT} and order_of(text) != "none" else _FRONT
    numbers = _numbers({part[0] or unsaid for part in peopled})
    return [Row(numbers[part[0] or unsaid], part[1], part[2]) for part in peopled]


def row_words(text: str) -> list[Extent]:
    """Where the words of a row stand."""
    return [(marker.start, marker.end) for marker in _markers(text)]


def _markers(text: str) -> list[_Marker]:
    """The words of rows; «стоят» alone parts nobody from anybody."""
    found = [
        _Marker(_TABLE[int(str(match.lastgroup)[1:])][1], *match.span(), match.lastgroup in _IS_POSTURE)
        for match in _MARKER.finditer(text)
    ]
    return found if len({marker.value for marker in found}) > 1 or not any(one.is_posture for one in found) else []


def _closes(text: str, marker: _Marker, people: Sequence[Extent]) -> bool:
    """Whether the words say it of the people before: «Асан Токтосунов (во втором ряду)», «Асан Токтосунов сидит»."""
    before = max((last for _, last in people if last <= marker.start), default=None)
    after = min((first for first, _ in people if first >= marker.end), default=len(text))
    if before is None:
        return False
    since, rest = text[before : marker.start], text[marker.end : after]
    if not re.fullmatch(r"\s*[,(—–-]?\s*(?:во?|на|in\s+the)?\s*", since) or re.match(r"[^,;.()]{0,25}[:—–]", rest):
        return False
    return "," not in since or rest[:1] in {",", ";", ".", ")"}


def _numbers(values: set[int]) -> dict[int, int]:
    """«передний», «средний», «задний» counted from the front; a number said outright stays."""
    numbers: dict[int, int] = {}
    for value in sorted(values):
        numbers[value] = value if value < _MIDDLE else max(numbers.values(), default=1) + 1
    return numbers
