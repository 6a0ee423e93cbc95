"""What somebody with a secret link gets: the page of the newest version, its pictures and its documents.

A key that is unknown, expired or taken back answers like any address there is nothing at.
"""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from media_assets import gates
from media_assets.models import Document, Photo, Portrait, Rendition
from media_assets.views import send_document, send_rendition

from . import page as article_page
from . import previews, revisions
from .models import PreviewLink
from .views import render


def _for_strangers(view: Callable[..., HttpResponse]):
    """The view of an open link; nobody keeps what it answers, and no other site learns the key."""

    @wraps(view)
    def answer(request: HttpRequest, key: str, **args: str) -> HttpResponse:
        link = previews.opened(key, request.now)
        if link is None or any("\0" in each for each in args.values()):
            raise Http404
        with gates.through(reverse("previews:page", args=[key]).rstrip("/")):
            response = view(request, link, **args)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return require_safe(answer)


@_for_strangers
def page(request: HttpRequest, link: PreviewLink) -> HttpResponse:
    """The public page as it would be now, with a banner that says so."""
    article = link.article
    shown = article_page.of_revision(article, revisions.newest(article), request.now)
    response = render(request, shown, embargo=article.embargo_until)
    response.headers["Content-Language"] = article.language
    return response


@_for_strangers
def picture(request: HttpRequest, link: PreviewLink, name: str) -> HttpResponse:
    """A copy of a picture the page shows; the original has no address."""
    found = get_object_or_404(Rendition.objects.select_related("photo"), file=name)
    photo, content = found.photo_id, previews.shown_in(link.article)
    is_seen = (
        previews.shows_photo(content, photo)
        or Portrait.objects.filter(photo=photo).exists()
        or Photo.objects.public(request.now).filter(pk=photo).exists()
    )
    if not is_seen:
        raise Http404
    return send_rendition(found)


@_for_strangers
def offered_document(request: HttpRequest, link: PreviewLink, document: str, filename: str) -> HttpResponse:
    """A document the page offers."""
    found = get_object_or_404(Document, key=document, filename=filename)
    if not previews.offers_document(previews.shown_in(link.article), found.pk):
        raise Http404
    return send_document(found)
