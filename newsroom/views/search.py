"""The search page, and what it suggests while somebody types."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.models import Section
from newsroom.searching.answer import answer
from newsroom.searching.filters import filters_of
from newsroom.searching.suggestions import suggestions
from search.query import LONGEST

_LAST_PAGE = 50  # a thousand results


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What readers ask for, in any case form: ``?q=``, narrowed by kind, section, person and dates."""
    filters = filters_of(request.GET, request.now)
    context = {
        "filters": filters,
        "answer": answer(filters, _page(request.GET.get("page", "")), request.LANGUAGE_CODE, request.now),
        "sections": Section.objects.all(),
        "longest": LONGEST,
    }
    return TemplateResponse(request, "newsroom/search.html", context)


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """At most eight people, organizations, sections and stories that begin as ``?q=`` does."""
    found = suggestions(request.GET.get("q", "")[:LONGEST], request.LANGUAGE_CODE, request.now)
    headers = {"X-Robots-Tag": "noindex"}
    return JsonResponse({"suggestions": found}, headers=headers, json_dumps_params={"ensure_ascii": False})


def _page(written: str) -> int:
    return min(max(int(written), 1), _LAST_PAGE) if written.isascii() and written.isdigit() and len(written) < 5 else 1
