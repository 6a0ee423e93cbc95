"""How templates print what a newspaper prints: days and times in the page's language, credits, pictures."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from clock import days
from media_assets.credits import introduced
from media_assets.pictures import Picture, whose
from people.dates import PartialDate

register = template.Library()


def _language() -> str:
    return get_language() or "ru"


@register.filter
def stamp(instant: datetime) -> str:
    """«30 июня 2025, 15:45» in the newsroom's time zone."""
    return days.print_stamp(timezone.localtime(instant), _language())


@register.filter
def stamp_s(instant: datetime) -> str:
    """«30 июня 2025, 15:45:07», where the second matters."""
    local = timezone.localtime(instant)
    return f"{days.print_stamp(local, _language())}{local::%S}"


@register.filter
def short(instant: datetime, now: datetime) -> str:
    """The time in a list: «15:45» today, «30 июня» this year, with the year before that."""
    return days.print_short(timezone.localtime(instant), timezone.localtime(now), _language())


@register.filter
def hour(instant: datetime) -> str:
    """«15:45», where the day is known."""
    return f"{timezone.localtime(instant):%H:%M}"


@register.filter
def day(value: date | datetime) -> str:
    """«30 июня 2025»."""
    return days.print_day(_date(value), _language())


@register.filter
def on_day(value: date | datetime) -> str:
    """«на 30 июня 2025», to stand in a sentence."""
    return days.print_on(_date(value), _language())


@register.filter
def dated(value: date) -> str:
    """«30 июня 2025, понедельник», for a heading."""
    return days.print_dated(value, _language())


@register.filter
def day_and_month(value: date) -> str:
    """«30 июня», where the year is known."""
    return days.print_day(value, _language(), year=False)


@register.filter
def month(value: date) -> str:
    """«июнь 2025»."""
    return days.print_partial(value.year, value.month, None, _language())


@register.filter
def month_name(value: date) -> str:
    """«июнь», where the year is known."""
    return days.month_name(value.month, _language())


@register.simple_tag
def archive_today(now: datetime) -> str:
    """Where all news of today stands."""
    today = timezone.localtime(now).date()
    return reverse("archive_day", args=[today.year, today.month, today.day])


@register.simple_tag
def weekdays() -> list[tuple[str, str]]:
    """The heads of a calendar's columns: short, and in full."""
    return days.weekdays(_language())


@register.filter
def as_known(value: PartialDate) -> str:
    """«30 июня 2025», «июнь 2025» or «2025»: as exact as it is known."""
    return value.printed(_language())


def _date(value: date | datetime) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


@register.filter
def machine(instant: datetime) -> str:
    """``2025-06-30T15:45:00+06:00``: the newsroom's own zone, whole seconds, as every program reads it."""
    return timezone.localtime(instant).isoformat(timespec="seconds")


@register.filter
def zone(instant: datetime) -> str:
    """«UTC+06:00»: whose time the clock of the paper shows, said once a page."""
    return f"UTC{machine(instant)[-6:]}"


@register.filter
def monogram(name: str) -> str:
    """«СЖ» for «Садыр Жапаров»: the tile of somebody without a portrait."""
    words = name.split()
    return "".join(word[0] for word in dict.fromkeys([*words[:1], *words[-1:]])).upper()


@register.filter
def credited(credit: str) -> str:
    """«Фото: пресс-служба»; a credit that has such a prefix already does not get a second one."""
    return introduced(credit, _language())


@register.simple_tag
def paper_name() -> str:
    """The name of the site, also on the login page, where Django calls the host ``site_name``."""
    return settings.SITE_NAME


@register.filter
def picture_credits(entries: Iterable[Any]) -> list[str]:
    """Whose the small pictures of a list are, for the line below it: entries with a ``picture``, or without one."""
    return whose(entry.picture for entry in entries)


@register.inclusion_tag("components/photo.html")
def photo(
    shown: Picture,
    shape: str = "whole",
    *,
    sizes: str = "100vw",
    css: str = "",
    is_lead: bool = False,
    alt: str | None = None,
    caption: str = "",
    marks: Sequence[object] = (),
    lang: str = "",
) -> dict[str, object]:
    """The one way to show a picture: with its caption, its mark and always its credit.

    ``shape`` is whole, or the name of a crop; ``sizes`` says how wide the page shows a whole one. Readers wait for the
    lead, so it is never lazy. ``alt=""`` where the words beside it already say what it shows. ``marks`` are the people
    on the picture (``articles.page.Marked``). ``lang`` is the language of these words where it is not the page's.
    """
    crop = shown.crops.get(shape)
    return {
        "picture": shown,
        "crop": crop,
        "width": crop.width if crop else shown.width,
        "height": crop.height if crop else shown.height,
        "css": css,
        "sizes": sizes,
        "is_lead": is_lead,
        "alt": shown.alt if alt is None else alt,
        "caption": caption,
        "marks": marks,
        "lang": lang,
    }
