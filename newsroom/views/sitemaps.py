"""Sitemaps; what they hold is said in newsroom/sitemaps."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from ..sitemaps import pages as site_pages
from ..sitemaps import record, stories
from ..sitemaps.writing import Page, index, urlset


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The index: where search engines begin."""
    files = [Page(reverse("sitemap_pages"))]
    files += [Page(reverse("sitemap_record", args=told)) for told in record.files(request.now)]
    changed = [each for language in site_pages.EDITIONS for each in stories.months(language, request.now).items()]
    months = dict(sorted(changed))  # of the editions' last changes the latest
    files += [Page(reverse("sitemap_month", args=month), months[month]) for month in sorted(months, reverse=True)]
    return _xml(index(files))


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    if not 1 <= month <= 12:
        raise Http404
    return _file(stories.of_month(year, month, request.now))


@require_safe
def pages(request: HttpRequest) -> HttpResponse:
    return _file(list(site_pages.pages(request.now)))


@require_safe
def of_record(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    return _file(record.of_file(kind, number, request.now))


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """On a day without news the front page stands here: a file without any page is refused as broken."""
    return _xml(urlset(stories.news(request.now) or [Page(reverse("front"))]))


def _file(found: list[Page]) -> HttpResponse:
    if not found:
        raise Http404
    return _xml(urlset(found))


def _xml(content: bytes) -> HttpResponse:
    return HttpResponse(content, content_type="application/xml; charset=utf-8")
