"""The day a sentence gives to what it tells: «12 марта», «с 1 июля 2025 года», «вчера», «в понедельник»."""

import re
from datetime import date, timedelta
from typing import NamedTuple

_MONTHS = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
_MONTH = rf"(?P<month>(?:{'|'.join(_MONTHS)})[аея])"
_YEAR = r"(?:\s+(?P<year>(?:19|20)\d\d)(?:\s*(?:год[ау]?|г\.))?)?"
_DATED = re.compile(rf"\b(?:(?P<day>[0-3]?\d)\s+|в\s+){_MONTH}{_YEAR}\b", re.IGNORECASE)
_NUMBERS = re.compile(r"\b(?P<day>[0-3]?\d)\.(?P<month>[01]\d)\.(?P<year>(?:19|20)\d\d)\b")
_ONLY_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)\s*(?:год[ау]?|г\.)", re.IGNORECASE)
_WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
_WEEKDAY = re.compile(rf"\bв[о]?\s+({'|'.join(_WEEKDAYS)})[уе]?\b", re.IGNORECASE)
_YESTERDAY = re.compile(r"\b(?:вчера|накануне)\b", re.IGNORECASE)


class Told(NamedTuple):
    """A date as exact as it was told."""

    year: int
    month: int | None = None
    day: int | None = None


def day_told(sentence: str, on: date) -> Told | None:
    """The one date a sentence of that day gives; None without one, or with several that differ."""
    found = {*_calendar_dates(sentence, on)} or {*_days_ago(sentence, on)}
    return found.pop() if len(found) == 1 else None


def tells_several_days(sentence: str, on: date) -> bool:
    """Whether it gives dates that differ, so that none is surely meant."""
    return len(set(_calendar_dates(sentence, on))) > 1


def _calendar_dates(sentence: str, on: date) -> list[Told]:
    dated = [*_DATED.finditer(sentence), *_NUMBERS.finditer(sentence)]
    taken = [match.span() for match in dated]
    years = [
        match
        for match in _ONLY_YEAR.finditer(sentence)
        if not any(start <= match.start() < end for start, end in taken)
    ]
    told = [_told(match, on) for match in dated] + [Told(int(match["year"])) for match in years]
    return [each for each in told if _exists(each)]


def _told(match: re.Match[str], on: date) -> Told:
    written = match["month"].casefold()
    month = int(written) if written.isdigit() else _month_of(written)
    day = int(match["day"]) if match["day"] else None
    year = int(match["year"]) if match["year"] else on.year
    # «12 декабря» in a story of January is last year's; «с 1 июля» in one of June is still to come
    if not match["year"] and month - on.month > 6:
        year -= 1
    if not match["year"] and on.month - month > 6:
        year += 1
    return Told(year, month, day)


def _month_of(word: str) -> int:
    return _MONTHS.index(word[:-1]) + 1


def _days_ago(sentence: str, on: date) -> list[Told]:
    if _YESTERDAY.search(sentence):
        return [_day(on - timedelta(days=1))]
    weekdays = {_WEEKDAYS.index(match[1].casefold()) for match in _WEEKDAY.finditer(sentence)}
    return [_day(on - timedelta(days=(on.weekday() - weekday) % 7)) for weekday in weekdays]


def _day(day: date) -> Told:
    return Told(day.year, day.month, day.day)


def _exists(told: Told) -> bool:
    try:
        date(told.year, told.month or 1, told.day or 1)
    except ValueError:
        return False
    return True
