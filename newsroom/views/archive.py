"""The archive: years, their months, a month as a calendar, a day hour by hour."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.models.article import ArticleQuerySet
from articles.stories import hours

from .. import archive, calendars
from ..described import Step, listing
from ..templatetags.paper import day as day_of
from ..templatetags.paper import month as month_of


@require_safe
def years(request: HttpRequest) -> HttpResponse:
    """Every year from the first story of this edition to now, the newest first."""
    first = archive.first_day(_listed(request))
    found = range(_today(request).year, first.year - 1, -1) if first else []
    context = {"years": list(found), "jsonld": listing(request, *_way())}
    return TemplateResponse(request, "newsroom/archive_years.html", context)


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """The twelve months of a year, each with how many stories it has."""
    listed = _listed(request)
    _need_in_archive(request, listed, date(year, 1, 1), date(year, 12, 31))
    counts = archive.by_month(listed, year)
    context = {
        "year": year,
        "months": [(date(year, number, 1), count) for number, count in enumerate(counts, 1)],
        "count": sum(counts),
        "jsonld": listing(request, *_way(year)),
        **_neighbours(listed, archive.of_year(year)),
    }
    return TemplateResponse(request, "newsroom/archive_year.html", context)


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """A month as a calendar; its days that have news are links."""
    if not 1 <= month <= 12:
        raise Http404
    if moved := _elsewhere(request, "archive_month", year, month):
        return moved
    listed = _listed(request)
    begin, end = archive.of_month(year, month)
    _need_in_archive(request, listed, begin.date(), timezone.localtime(end).date())
    counts = archive.by_day(listed, year, month)
    context = {
        "calendar": calendars.month(year, month, counts, today=_today(request)),
        "count": counts.total(),
        "jsonld": listing(request, *_way(year, month)),
        **_neighbours(listed, (begin, end)),
    }
    return TemplateResponse(request, "newsroom/archive_month.html", context)


@require_safe
def day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    """The stories of a day in the order of the hour; one without news names the nearest that have some."""
    try:
        asked = date(year, month, day)
    except ValueError as error:
        raise Http404 from error
    if moved := _elsewhere(request, "archive_day", year, month, day):
        return moved
    listed = _listed(request)
    _need_in_archive(request, listed, asked, asked)
    span = archive.of_day(asked)
    counts = archive.by_day(listed, year, month)
    context = {
        "day": asked,
        "stories": hours(archive.within(listed, span).order_by("first_published_at", "pk")),
        "calendar": calendars.month(year, month, counts, today=_today(request), shown=asked),
        "jsonld": listing(request, *_way(year, month, day)),
        **_neighbours(listed, span),
    }
    return TemplateResponse(request, "newsroom/archive_day.html", context)


def _listed(request: HttpRequest) -> ArticleQuerySet:
    return Article.objects.listed(request.now).in_language(request.LANGUAGE_CODE)


def _today(request: HttpRequest) -> date:
    return timezone.localtime(request.now).date()


def _way(*numbers: int) -> list[Step]:
    """From the archive to the year, its month and its day, as far as they are named."""
    steps = [(gettext("Archive"), reverse("archive"))]
    if numbers:
        begin = date(*[*numbers, 1, 1][:3])
        names = {"archive_year": str(begin.year), "archive_month": month_of(begin), "archive_day": day_of(begin)}
        for count, (route, name) in enumerate([*names.items()][: len(numbers)], 1):
            steps.append((name, reverse(route, args=numbers[:count])))
    return steps


def _need_in_archive(request: HttpRequest, listed: ArticleQuerySet, begin: date, end: date) -> None:
    """404 for what lies before the first story or after today: crawlers would follow a calendar for ever."""
    first = archive.first_day(listed)
    if first is None or end < first or begin > _today(request):
        raise Http404


def _neighbours(listed: ArticleQuerySet, span: archive.Span) -> dict[str, date | None]:
    return {"before": archive.day_before(listed, span), "after": archive.day_after(listed, span)}


def _elsewhere(request: HttpRequest, name: str, *numbers: int) -> HttpResponse | None:
    """The way from ``/archive/2025/6/`` to the one address of that page."""
    address = reverse(name, args=numbers)
    return HttpResponsePermanentRedirect(address) if address != request.path else None
