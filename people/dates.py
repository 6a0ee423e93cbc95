"""Dates as exact as they are known: a year, a month of a year, or a day."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from clock import days

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_LOCAL = re.compile(r"(?:(?:(\d{1,2})[.\-/])?(\d{1,2})[.\-/])?(\d{4})")


class PartialDateError(ValueError):
    """The text is no year, month or day that exists."""


@dataclass(frozen=True)
class PartialDate:
    """A calendar date of which the month, or the day, may be unknown.

    ``earliest`` and ``latest`` are the first and the last day it can mean, both inclusive.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise PartialDateError("a day needs a month")
        try:
            first = date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)
            # Ends of offices are reckoned a day before and after: the calendar's own ends have no such day.
            first - timedelta(days=1), self.latest + timedelta(days=1)
        except (ValueError, OverflowError) as error:
            raise PartialDateError(str(error)) from error

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read «2024», «2024-05», «2024-05-17», «05.2024» or «17.05.2024».

        Raises:
            PartialDateError: the text is none of these, or no such day exists.
        """
        text = text.strip()
        if match := _ISO.fullmatch(text):
            year, month, day = match.groups()
        elif match := _LOCAL.fullmatch(text):
            day, month, year = match.groups()
        else:
            raise PartialDateError(text)
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        return cls(day.year, day.month, day.day)

    @property
    def earliest(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        if self.day:
            return self.earliest
        month = self.month or 12
        return date(self.year, month, monthrange(self.year, month)[1])

    def __str__(self) -> str:
        text = f"{self.year:04}"
        if self.month:
            text += f"-{self.month:02}"
        if self.day:
            text += f"-{self.day:02}"
        return text

    def printed(self, language: str) -> str:
        """«30 июня 2025», «июнь 2025» or «2025», as exact as it is known."""
        return days.print_partial(self.year, self.month, self.day, language)

    def since(self, language: str) -> str:
        """«с марта 2004»."""
        return days.print_since(self.year, self.month, self.day, language)

    def until(self, language: str) -> str:
        """«до марта 2004»."""
        return days.print_until(self.year, self.month, self.day, language)
