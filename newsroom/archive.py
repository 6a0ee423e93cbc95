"""The archive by days of the newsroom: which of them have news, how much, and what stands before and after.

A day begins and ends in the newsroom's time zone; rows keep instants in UTC, so every question is one of instants.
"""

from collections import Counter
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q
from django.utils import timezone

from articles.models.article import ArticleQuerySet

Span = tuple[datetime, datetime]


def of_day(day: date) -> Span:
    """From midnight to midnight."""
    return _midnight(day), _midnight(day + timedelta(days=1))


def of_month(year: int, month: int) -> Span:
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return _midnight(date(year, month, 1)), _midnight(date(*following, 1))


def of_year(year: int) -> Span:
    return _midnight(date(year, 1, 1)), _midnight(date(year + 1, 1, 1))


def within(listed: ArticleQuerySet, span: Span) -> ArticleQuerySet:
    """The stories that came out in this span of time."""
    return listed.filter(first_published_at__gte=span[0], first_published_at__lt=span[1])


def first_day(listed: ArticleQuerySet) -> date | None:
    """The day on which the archive begins; None where there is none yet."""
    return _day(listed.order_by("first_published_at", "pk"))


def day_before(listed: ArticleQuerySet, span: Span) -> date | None:
    """The last day before this span that has news."""
    return _day(listed.filter(first_published_at__lt=span[0]))


def day_after(listed: ArticleQuerySet, span: Span) -> date | None:
    """The first day after this span that has news."""
    return _day(listed.filter(first_published_at__gte=span[1]).order_by("first_published_at", "pk"))


def by_day(listed: ArticleQuerySet, year: int, month: int) -> Counter[date]:
    """How many stories came out on each day of a month."""
    instants = within(listed, of_month(year, month)).order_by().values_list("first_published_at", flat=True)
    return Counter(timezone.localtime(instant).date() for instant in instants)


def by_month(listed: ArticleQuerySet, year: int) -> list[int]:
    """How many stories came out in each of the twelve months: one question, answered from the index."""
    counts = {}
    for month in range(1, 13):
        begin, end = of_month(year, month)
        came_out = Q(first_published_at__gte=begin, first_published_at__lt=end)
        counts[f"month_{month}"] = Count("pk", filter=came_out)
    return list(within(listed, of_year(year)).order_by().aggregate(**counts).values())


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=timezone.get_current_timezone())


def _day(listed: ArticleQuerySet) -> date | None:
    instant = listed.values_list("first_published_at", flat=True).first()
    return timezone.localtime(instant).date() if instant else None
