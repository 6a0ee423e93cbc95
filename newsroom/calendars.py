"""A month as a calendar prints it: weeks from Monday on, each day with what there is to read of it."""

from calendar import Calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Cell:
    """A day of the month, and how many stories it has."""

    day: date
    count: int
    is_today: bool
    is_shown: bool


@dataclass(frozen=True)
class Month:
    """The weeks of a month; None stands where a week begins or ends in another one."""

    first: date
    weeks: list[list[Cell | None]]


def month(year: int, number: int, counts: Mapping[date, int], *, today: date, shown: date | None = None) -> Month:
    """The calendar of a month; ``shown`` is the day whose page it stands on."""

    def cell(day: date) -> Cell | None:
        return Cell(day, counts.get(day, 0), day == today, day == shown) if day.month == number else None

    weeks = Calendar().monthdatescalendar(year, number)
    return Month(date(year, number, 1), [[cell(day) for day in week] for week in weeks])
