"""The stories about somebody or something, by year, and in what way each of them is about it.

The ways are three, in the words of the page: named in the text, quoted, shown in a picture. An address asks for one
with ``?shown=quoted`` and for a year with ``?year=2025``; all ways and all years are the default.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import ExtractYear
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from articles.models import Article, ArticlePhoto, Mention, Quote
from articles.models.article import ArticleQuerySet

from .. import archive

PER_PAGE = 20
ALL = "all"
# By way: the filter, and what a line says of a story.
_WORDS: dict[str, tuple[str | Promise, str | Promise]] = {
    ALL: (_("All"), ""),
    "mentioned": (_("Named"), _("in the text")),
    "quoted": (_("Quoted"), _("quote")),
    "pictured": (_("Pictured"), _("in the picture")),
}
# By way: the ids of the stories.
Ways = Mapping[str, QuerySet]


@dataclass(frozen=True)
class Choice:
    """A filter or a year to choose: an address beside the present one."""

    label: str
    count: int
    query: str
    is_current: bool


@dataclass(frozen=True)
class Line:
    """A story as one line. ``published`` is in the site's zone; ``lang`` is empty where it is the page's own."""

    url: str
    headline: str
    lang: str
    published: datetime
    ways: list[str]


@dataclass(frozen=True)
class Appearances:
    """What the list shows: what one may choose, and a page of lines by year. ``query`` is the choice in effect."""

    filters: list[Choice]
    years: list[Choice]
    by_year: list[tuple[int, list[Line]]]
    page: Page
    query: str
    is_narrowed: bool

    @property
    def is_empty(self) -> bool:
        """There is no story at all, whatever one chooses."""
        return not self.years


def of_person(person_id: int) -> Ways:
    """The stories that name, quote or show somebody."""
    return {
        "mentioned": Mention.objects.filter(person=person_id).order_by().values("article"),
        "quoted": Quote.objects.filter(speaker=person_id).order_by().values("article"),
        "pictured": ArticlePhoto.objects.filter(photo__persons_shown__person=person_id).order_by().values("article"),
    }


def of_organization(organization_id: int) -> Ways:
    """The stories that name an organization or somebody by an office in it."""
    by_office = Mention.objects.filter(memberships__organization=organization_id).order_by().values("article")
    return {
        "mentioned": Mention.objects.filter(organization=organization_id).order_by().values("article").union(by_office)
    }


def of_post(post_id: int) -> Ways:
    """The stories that name somebody by this office."""
    return {"mentioned": Mention.objects.filter(memberships__post=post_id).order_by().values("article")}


def about(ways: Ways, now: datetime) -> ArticleQuerySet:
    """All these stories as far as they are on lists, newest first."""
    first, *more = ways.values()
    return Article.objects.listed(now).filter(pk__in=first.union(*more) if more else first)


def appearances(request: HttpRequest, ways: Ways) -> Appearances:
    """The page of the list that the address asks for; as many queries for one story as for a thousand."""
    told = _counts(ways, request.now)
    shown = request.GET.get("shown", ALL)
    shown = shown if shown in ways else ALL
    asked_year = request.GET.get("year", "")
    year = next((row["year"] for row in told if str(row["year"]) == asked_year), None)
    page = _page(request, _narrowed(ways, shown, year, request.now), _count(told, shown, year))
    query = _query(request, shown, year)
    return Appearances(
        filters=_filters(request, told, shown, year) if len(ways) > 1 else [],
        years=[
            Choice(str(row["year"]), row[shown], _query(request, shown, row["year"]), row["year"] == year)
            for row in told
            if row[shown]
        ],
        by_year=_by_year(_lines(page, ways, request.LANGUAGE_CODE)),
        page=page,
        query=query,
        is_narrowed=shown != ALL or year is not None,
    )


def _counts(ways: Ways, now: datetime) -> list[dict[str, int]]:
    """For each year, the newest first: how many stories in all, and in each way."""
    counts = {ALL: Count("pk")}
    if len(ways) > 1:
        counts |= {way: Count("pk", filter=Q(pk__in=ids)) for way, ids in ways.items()}
    years = about(ways, now).order_by().annotate(year=ExtractYear("first_published_at")).values("year")
    return list(years.annotate(**counts).order_by("-year"))


def _count(told: Iterable[Mapping[str, int]], shown: str, year: int | None) -> int:
    return sum(row[shown] for row in told if year in (None, row["year"]))


def _narrowed(ways: Ways, shown: str, year: int | None, now: datetime) -> ArticleQuerySet:
    found = about(ways, now) if shown == ALL else about({shown: ways[shown]}, now)
    return archive.within(found, archive.of_year(year)) if year else found


def _page(request: HttpRequest, found: QuerySet, count: int) -> Page:
    pages = Paginator(found.only("slug", "language", "headline", "first_published_at"), PER_PAGE)
    pages.count = count  # known by year already
    try:
        return pages.page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error


def _filters(request: HttpRequest, told: Iterable[Mapping[str, int]], shown: str, year: int | None) -> list[Choice]:
    counts = {way: _count(told, way, year) for way in _WORDS}
    return [
        Choice(str(label), counts[way], _query(request, way, year), way == shown)
        for way, (label, _said) in _WORDS.items()
        if counts[way] or way == shown
    ]


def _query(request: HttpRequest, shown: str, year: int | None) -> str:
    """The address of a choice after its «?», with an «&» at the end for more; the day asked for stays asked for."""
    said = {"on": request.GET.get("on", ""), "shown": shown if shown != ALL else "", "year": year or ""}
    told = {name: value for name, value in said.items() if value}
    return f"{urlencode(told)}&" if told else ""


def _lines(page: Page, ways: Ways, language: str) -> list[Line]:
    rows: list[Article] = list(page.object_list)
    ids = [row.pk for row in rows]
    told = {way: set(each.filter(article__in=ids).values_list("article", flat=True)) for way, each in _told(ways)}
    return [
        Line(
            url=row.get_absolute_url(),
            headline=row.headline,
            lang=row.language if row.language != language else "",
            published=timezone.localtime(row.first_published_at),
            ways=[str(_WORDS[way][1]) for way, stories in told.items() if row.pk in stories],
        )
        for row in rows
    ]


def _told(ways: Ways) -> list[tuple[str, QuerySet]]:
    """The ways worth saying: where there is but one, every line would say the same."""
    return list(ways.items()) if len(ways) > 1 else []


def _by_year(lines: Iterable[Line]) -> list[tuple[int, list[Line]]]:
    return [(year, list(group)) for year, group in groupby(lines, key=lambda line: line.published.year)]
