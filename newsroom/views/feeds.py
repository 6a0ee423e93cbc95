"""Feeds of an edition, a section, a tag, an author and a person: ``…/feeds/rss.xml``, ``atom.xml``, ``feed.json``."""

from collections.abc import Callable
from typing import NamedTuple

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Article, Author, Section, Tag
from articles.models.article import ArticleQuerySet
from people.models import Person

from ..feeds import json_feed, xml
from ..feeds.channel import Channel, channel


class Shelf(NamedTuple):
    """What a feed is of: its stories, its name (none for a whole edition), its page.

    ``stands_empty``: the page is there before its first story; a tag's or an author's is not.
    """

    stories: ArticleQuerySet
    name: str
    home: str
    description: str = ""
    stands_empty: bool = True


def _edition(listed: ArticleQuerySet, request: HttpRequest, slug: str) -> Shelf:
    return Shelf(listed, "", reverse("front"))


def _section(listed: ArticleQuerySet, request: HttpRequest, slug: str) -> Shelf:
    section = get_object_or_404(Section, slug=slug)
    return Shelf(listed.filter(section=section), str(section), reverse("section", args=[slug]))


def _tag(listed: ArticleQuerySet, request: HttpRequest, slug: str) -> Shelf:
    asked = get_object_or_404(Tag.objects.select_related("merged_into"), slug=slug)
    tag = asked.merged_into or asked
    return Shelf(listed.filter(tags=tag), tag.name, tag.get_absolute_url(), tag.description, stands_empty=False)


def _author(listed: ArticleQuerySet, request: HttpRequest, slug: str) -> Shelf:
    author = get_object_or_404(Author, slug=slug)
    name, home = author.name_in(request.LANGUAGE_CODE), reverse("author", args=[slug])
    return Shelf(listed.filter(bylines__author=author).distinct(), name, home, stands_empty=False)


def _person(listed: ArticleQuerySet, request: HttpRequest, slug: str) -> Shelf:
    public = Person.objects.public(request.now)
    person = public.filter(slug=slug).first() or get_object_or_404(public, merged_from__slug=slug)
    return Shelf(listed.mentioning(person.pk), person.name, person.get_absolute_url(), person.summary)


_SHELVES: dict[str, Callable[[ArticleQuerySet, HttpRequest, str], Shelf]] = {
    "edition": _edition,
    "section": _section,
    "tag": _tag,
    "author": _author,
    "person": _person,
}
_FORMATS: dict[str, tuple[str, Callable[[Channel], str]]] = {
    "rss.xml": (xml.Rss.content_type, lambda told: xml.written(xml.Rss, told)),
    "atom.xml": (xml.Atom.content_type, lambda told: xml.written(xml.Atom, told)),
    "feed.json": (json_feed.CONTENT_TYPE, json_feed.written),
}


@require_safe
def feed(request: HttpRequest, format: str, shelf: str = "edition", slug: str = "") -> HttpResponse:
    """The newest stories of this edition on that shelf, with their whole text."""
    if format not in _FORMATS:
        raise Http404
    listed = Article.objects.listed(request.now).in_language(request.LANGUAGE_CODE)
    found = _SHELVES[shelf](listed, request, slug)
    address = f"{found.home}feeds/{format}"
    if address != request.path:  # whoever has subscribed to what was merged goes on reading
        return HttpResponsePermanentRedirect(address)
    told = channel(
        found.stories,
        request.now,
        title=f"{found.name} — {settings.SITE_NAME}" if found.name else settings.SITE_NAME,
        description=found.description,
        language=request.LANGUAGE_CODE,
        home=f"{settings.BASE_URL}{found.home}",
        url=f"{settings.BASE_URL}{request.path}",
    )
    if not told.items and not found.stands_empty:
        raise Http404
    content_type, written = _FORMATS[format]
    # No Last-Modified: a story taken back, or one that comes in with an older date, makes no item newer, and a reader
    # who asks by date alone would keep what was withdrawn. The ETag tells every change.
    return HttpResponse(written(told), content_type=content_type, headers={"Access-Control-Allow-Origin": "*"})
