"""Dates and times as Russian, Kyrgyz and English wires print them."""

import re
from dataclasses import dataclass
from datetime import datetime

# By their first letters, longest first: «мая» and «март» are told apart, «июня», «июнь» and ky «июну» are one.
_MONTHS = {
    "янв": 1, "фев": 2, "мар": 3, "апр": 4, "мая": 5, "май": 5, "июн": 6, "июл": 7, "авг": 8, "сен": 9,
    "окт": 10, "ноя": 11, "дек": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
# «марта» but not «маркетинга»: the whole word is checked.
_MONTH = (
    r"(?:янв(?:ар\w{1,2})?|фев(?:р(?:ал\w{1,2})?)?|мар(?:т\w{0,2})?|апр(?:ел\w{1,2})?|ма[йя]\w{0,2}|июн\w{0,2}|"
    r"июл\w{0,2}|авг(?:уст\w{0,2})?|сент?(?:ябр\w{1,2})?|окт(?:ябр\w{1,2})?|ноя(?:б(?:р\w{1,2})?)?|дек(?:абр\w{1,2})?|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\w)\.?"
)
_YEAR_WORD = r"(?:,?\s*(?:года?|г\.|г\b|-?\s*ж(?:ыл\w*|\.)))?"
_FORMS = [
    r"(?P<y>\d{4})[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?!\d)",
    r"(?P<d>\d{1,2})[-./](?P<m>\d{1,2})[-./](?P<y>\d{4}|\d{2})(?!\d)" + _YEAR_WORD,
    r"(?P<y>\d{4})\s*-?\s*ж(?:ыл\w*|\.)\s*(?P<d>\d{1,2})\s*-?\s*(?P<m>" + _MONTH + ")",
    r"(?P<d>\d{1,2})(?:\s*-\s*|\s+)(?P<m>" + _MONTH + r"),?\s+(?P<y>\d{4})(?!\d)" + _YEAR_WORD,
    r"(?P<m>" + _MONTH + r")\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})(?!\d)",
]
_PARTIAL_FORMS = [
    r"(?P<d>\d{1,2})(?:\s*-\s*|\s+)(?P<m>" + _MONTH + ")",
    r"(?P<m>" + _MONTH + r")\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?(?!\d)",
]
_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.]\d{2})?(?!\d)(?:\s*ч\.?(?!\w))?(?:\s*(?P<half>[ap])\.?m\b\.?)?"
_BETWEEN = r"\s*(?:[,|/·•]|[-–—]|в\b|at\b|саат\b)?\s*(?:в\b|саат\b)?\s*"
_LABEL = (
    r"(?:(?:дата(?: публикации| и время)?|опубликовано|время|жарыяланган(?: күнү)?|күнү|"
    r"published(?: on)?|posted(?: on)?|date)\s*:?\s+)?"
    r"(?:(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\s+)?"
)


def _compile(form: str, whole: bool = True) -> list[re.Pattern[str]]:
    if not whole:
        return [re.compile(form, re.IGNORECASE)]
    shapes = [f"{form}(?:{_BETWEEN}{_TIME})?", f"{_TIME}{_BETWEEN}{form}"]
    return [re.compile(rf"\s*\(?{_LABEL}{shape}\)?\s*[.,;]?\s*", re.IGNORECASE) for shape in shapes]


_LINES = [pattern for form in _FORMS for pattern in _compile(form)]
_DATES = [pattern for form in _FORMS + _PARTIAL_FORMS for pattern in _compile(form, whole=False)]
_LONGEST_LINE = 80


@dataclass(frozen=True)
class PrintedDate:
    """A date as printed. ``at`` is None when there is no such day or time, or no year is printed."""

    at: datetime | None
    precision: str  # "minute" or "day"
    has_year: bool
    day: int
    month: int
    end: int  # where it ends in the text

    def differs_from(self, other: "PrintedDate") -> bool:
        """Whether the two cannot mean one day."""
        years = {date.at.year for date in (self, other) if date.at}
        return (self.day, self.month) != (other.day, other.month) or len(years) > 1

    @property
    def is_impossible(self) -> bool:
        return self.has_year and self.at is None


def date_line(text: str) -> PrintedDate | None:
    """The date when the whole line is one, with or without a time and a trailing dot."""
    if len(text) > _LONGEST_LINE or not any(map(str.isdigit, text)):
        return None
    matches = (pattern.fullmatch(text) for pattern in _LINES)
    return next((_printed(match) for match in matches if match), None)


def date_at(text: str, position: int) -> PrintedDate | None:
    """The date, perhaps without a year, that begins exactly at the position."""
    matches = (pattern.match(text, position, position + _LONGEST_LINE) for pattern in _DATES)
    return next((_printed(match) for match in matches if match), None)


def _printed(match: re.Match[str]) -> PrintedDate:
    parts = match.groupdict()
    precision = "minute" if parts.get("hour") else "day"
    day, month = int(parts["d"]), _month(parts["m"])
    if "y" not in parts:
        return PrintedDate(None, precision, False, day, month, match.end())
    try:
        at = datetime(_year(parts["y"]), month, day, *_time(parts))  # noqa: DTZ001
    except ValueError:
        at = None
    return PrintedDate(at, precision, True, day, month, match.end())


def _year(printed: str) -> int:
    return int(printed) + (2000 if len(printed) == 2 else 0)


def _month(printed: str) -> int:
    return int(printed) if printed.isdecimal() else _MONTHS[printed[:3].lower()]


def _time(parts: dict[str, str | None]) -> tuple[int, int]:
    """Hour and minute; 12 am is midnight, 12 pm noon, and 13 pm does not exist."""
    hour, minute = int(parts.get("hour") or 0), int(parts.get("minute") or 0)
    if half := (parts.get("half") or "").lower():
        if not 1 <= hour <= 12:
            raise ValueError("no such hour on a twelve-hour clock")
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, minute
