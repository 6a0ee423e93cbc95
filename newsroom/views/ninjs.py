"""A story as data, beside its page: ``/news/<slug>-<id>.ninjs.json``."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles import page as article_page
from articles.models import Article

from ..feeds.ninjs import Told, ninjs, taken_back

_CONTENT_TYPE = "application/json; charset=utf-8"


@require_safe
def story(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The story at its present address; one that was withdrawn, with a notice too, says that it is not to be used."""
    article = Article.objects.select_related("section").filter(pk=pk).first()
    if article is None or not article.is_begun(request.now):
        raise Http404
    if article.is_over(request.now) or article.withdrawn_at:
        return _json(taken_back(article), 410)
    if slug != article.slug or get_language() != article.language:
        return HttpResponsePermanentRedirect(f"{article.get_absolute_url().removesuffix('/')}.ninjs.json")
    return _json(ninjs(article, article_page.of_article(article, request.now)))


def _json(told: Told, status: int = 200) -> HttpResponse:
    headers = {"Access-Control-Allow-Origin": "*", "X-Robots-Tag": "noindex"}
    options = {"ensure_ascii": False, "indent": 1}
    return JsonResponse(told, status=status, headers=headers, content_type=_CONTENT_TYPE, json_dumps_params=options)
