"""Dates and times as a newspaper prints them in Russian, Kyrgyz and English.

Django's own Kyrgyz dates are ungrammatical, so public dates are made here, from tables.
"""

from datetime import date, datetime

# fmt: off
_RU = ("января", "февраля", "марта", "апреля", "мая", "июня",
       "июля", "августа", "сентября", "октября", "ноября", "декабря")
# Kyrgyz has the Russian names of the months.
_NOMINATIVE = ("январь", "февраль", "март", "апрель", "май", "июнь",
               "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь")
_KY_POSSESSED = ("январы", "февралы", "марты", "апрели", "майы", "июну",
                 "июлу", "августу", "сентябры", "октябры", "ноябры", "декабры")
_EN = ("January", "February", "March", "April", "May", "June",
       "July", "August", "September", "October", "November", "December")
_WEEKDAYS = {
    "ru": ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    "ky": ("дүйшөмбү", "шейшемби", "шаршемби", "бейшемби", "жума", "ишемби", "жекшемби"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_WEEKDAYS_SHORT = {
    "ru": ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
    "ky": ("дш", "шш", "шр", "бш", "жм", "иш", "жш"),
    "en": ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"),
}
# fmt: on

NBSP = "\u00a0"


def print_day(day: date, language: str, *, year: bool = True) -> str:
    """«30 июня 2025», «30-июнь, 2025», “30 June 2025”; without the year when the reader knows it."""
    if language == "ky":
        text = f"{day.day}-{_NOMINATIVE[day.month - 1]}"
        return f"{text}, {day.year}" if year else text
    months = _EN if language == "en" else _RU
    text = f"{day.day}{NBSP}{months[day.month - 1]}"
    return f"{text} {day.year}" if year else text


def print_dated(day: date, language: str) -> str:
    """The day with its weekday, for a heading: «30 июня 2025, понедельник», “Monday, 30 June 2025”."""
    weekday = _WEEKDAYS[language][day.weekday()]
    printed = print_day(day, language)
    return f"{weekday}, {printed}" if language == "en" else f"{printed}, {weekday}"


def weekdays(language: str) -> list[tuple[str, str]]:
    """The heads of a calendar's columns from Monday on: short, and in full."""
    return list(zip(_WEEKDAYS_SHORT[language], _WEEKDAYS[language], strict=True))


def month_name(month: int, language: str) -> str:
    """The month by itself, as a line of a list of months says it: «июнь», “June”."""
    return (_EN if language == "en" else _NOMINATIVE)[month - 1]


def print_stamp(instant: datetime, language: str) -> str:
    """«30 июня 2025, 15:45»: day and minute of an instant that is already in the site's time zone."""
    return f"{print_day(instant, language)}, {instant:%H:%M}"


def print_short(instant: datetime, now: datetime, language: str) -> str:
    """The time in a list: «15:45» today, «30 июня» this year, with the year before that."""
    if instant.date() == now.date():
        return f"{instant:%H:%M}"
    return print_day(instant, language, year=instant.year != now.year)


def print_on(day: date, language: str) -> str:
    """«на 30 июня 2025», «2025-жылдын 30-июнунда», “on 30 June 2025”."""
    if language == "ky":
        return f"{day.year}-жылдын {day.day}-{_ky_month(day.month, 'нда', 'нде')}"
    return f"{'on' if language == 'en' else 'на'} {print_day(day, language)}"


def print_partial(year: int, month: int | None, day: int | None, language: str) -> str:
    """A date as exact as it is known: «30 июня 2025», «июнь 2025», «2025»."""
    if month and day:
        return print_day(date(year, month, day), language)
    if month:
        if language == "ky":
            return f"{year}-жылдын {_KY_POSSESSED[month - 1]}"
        return f"{(_EN if language == 'en' else _NOMINATIVE)[month - 1]} {year}"
    return f"{year}"


def print_since(year: int, month: int | None, day: int | None, language: str) -> str:
    """«с 30 июня 2025», «с июня 2025», «с 2025 года»; ky «2004-жылдын мартынан бери»."""
    if language == "ky":
        when = _ky_date(year, day, _ky_month(month, "нан", "нен")) if month else f"{year}-жылдан"
        return f"{when} бери"
    if language == "en":
        return f"since {print_partial(year, month, day, 'en')}"
    return f"с{NBSP}{_ru_genitive(year, month, day)}"


def print_until(year: int, month: int | None, day: int | None, language: str) -> str:
    """«до 30 июня 2025», «до июня 2025», «до 2025 года»; ky «2004-жылдын мартына чейин»."""
    if language == "ky":
        when = _ky_date(year, day, _ky_month(month, "на", "не")) if month else f"{year}-жылга"
        return f"{when} чейин"
    if language == "en":
        return f"until {print_partial(year, month, day, 'en')}"
    return f"до{NBSP}{_ru_genitive(year, month, day)}"


def _ky_date(year: int, day: int | None, month: str) -> str:
    return f"{year}-жылдын {f'{day}-' if day else ''}{month}"


def _ky_month(month: int, ending: str, soft_ending: str) -> str:
    """The month of a year in a Kyrgyz case: «мартынан», but «апрелинен» after a soft vowel."""
    name = _KY_POSSESSED[month - 1]
    return name + (soft_ending if name.endswith("и") else ending)


def _ru_genitive(year: int, month: int | None, day: int | None) -> str:
    if month and day:
        return print_day(date(year, month, day), "ru")
    return f"{_RU[month - 1]} {year}" if month else f"{year}{NBSP}года"
