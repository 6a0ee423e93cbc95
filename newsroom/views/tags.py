"""A subject: what it is, and the stories about it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.models import Article, Tag

from ..described import listing
from ..leaves import leaf

# A page with a single story tells search engines nothing that the story does not.
_ENOUGH = 2


@require_safe
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """The stories of this edition under a tag, newest first; a tag under which it has none is no page of it."""
    asked = get_object_or_404(Tag.objects.select_related("merged_into"), slug=slug)
    found = asked.merged_into or asked
    page = leaf(request, Article.objects.listed(request.now).in_language(request.LANGUAGE_CODE).filter(tags=found))
    if not page.stories:
        raise Http404
    if asked != found:
        return HttpResponsePermanentRedirect(found.get_absolute_url())
    is_thin = page.number == 1 and len(page.stories) < _ENOUGH
    context = {
        "tag": found,
        "page": page,
        "is_thin": is_thin,
        "jsonld": listing(request, (found.name, request.path), number=page.number),
    }
    return TemplateResponse(request, "newsroom/tag.html", context)
