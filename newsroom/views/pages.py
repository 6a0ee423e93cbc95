"""A page that is no story: about the paper, contacts, rules."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from ..models import FlatPage


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(FlatPage, language=request.LANGUAGE_CODE, slug=slug)
    return TemplateResponse(request, "newsroom/flat_page.html", {"flat_page": found})


def _knows(slug: str) -> bool:
    """There is such a page in some edition: the desk warns of a link that leads to none."""
    return FlatPage.objects.filter(slug=slug).exists()


page.knows = _knows
