"""The public page of an article."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe

from . import page as article_page
from . import since
from .breadcrumbs import breadcrumbs
from .jsonld import script
from .models import Article
from .related import related
from .stories import Story, latest


@require_safe
def detail(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The article in its own edition at its present address; a withdrawn one says why."""
    article = Article.objects.select_related("section", "replaced_by").filter(pk=pk).first()
    if article is None or not article.is_begun(request.now):
        raise Http404
    if article.is_over(request.now):
        return _gone(request, article)
    if slug != article.slug or get_language() != article.language:
        return HttpResponsePermanentRedirect(article.get_absolute_url())
    page = article_page.of_article(article, request.now)
    return render(request, page, related=related(article, request.now), editions=_editions(article, request.now))


def _editions(article: Article, now: datetime) -> dict[str, str]:
    """The addresses of the story by language, its own among them; none of a translation that was taken back."""
    translations = Article.objects.listed(now).filter(translation_group=article.translation_group)
    found = translations.exclude(pk=article.pk).only("language", "slug")
    return {each.language: each.get_absolute_url() for each in [*found, article]}


def render(
    request: HttpRequest,
    page: article_page.ArticlePage,
    back: str = "",
    embargo: datetime | None = None,
    related: Sequence[Story] = (),
    editions: Mapping[str, str] = MappingProxyType({}),
) -> HttpResponse:
    """The page value as HTML in its own language: a preview is the public page, whatever the editor's desk speaks.

    ``back`` is where the banner of a preview leads, ``embargo`` the instant before which nobody may print it.
    ``related`` stories stand below it; ``editions`` are its addresses by language.
    """
    is_held = embargo is not None and embargo > request.now
    page = since.as_read(page, request.now)
    context = {"page": page, "back": back, "embargo": embargo if is_held else None}
    context |= {"related": related, "editions": editions}
    context["breadcrumbs"] = script(breadcrumbs(page)) if page.url else ""
    response = TemplateResponse(request, "articles/detail.html", context)
    if page.notice or page.is_preview:
        response.headers["X-Robots-Tag"] = "noindex"
    with override(page.language):
        return response.render()


def _gone(request: HttpRequest, article: Article) -> HttpResponse:
    """410 with the reason, and the way to what replaces it when readers may see that."""
    replacement = None
    if article.withdrawal == Article.Withdrawal.REPLACED:
        replacement = Article.objects.public(request.now).filter(pk=article.replaced_by_id).first()
    context = {
        "reason": article.withdrawal_reason,
        "replacement": replacement,
        "withdrawn_at": article.withdrawn_at,
        "latest": latest(request.LANGUAGE_CODE, request.now),
    }
    return TemplateResponse(request, "articles/gone.html", context, status=410)
