"""The front page and the lists of sections."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.models import Article, Section

from ..described import listing
from ..front import front_of
from ..leaves import leaf


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What the desk has put on top, then the newest, then section by section."""
    return TemplateResponse(request, "newsroom/front.html", {"front": front_of(request.LANGUAGE_CODE, request.now)})


@require_safe
def section(request: HttpRequest, slug: str) -> HttpResponse:
    """The stories of a section, newest first, in pages."""
    found = get_object_or_404(Section, slug=slug)
    listed = Article.objects.listed(request.now).in_language(request.LANGUAGE_CODE).filter(section=found)
    page = leaf(request, listed)
    context = {
        "section": found,
        "page": page,
        "jsonld": listing(request, (str(found), request.path), number=page.number),
    }
    return TemplateResponse(request, "newsroom/section.html", context)
