"""Whoever signs: who that is, and what they have written, photographed or translated."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.jsonld import script
from articles.models import Article, Author, Byline
from articles.models.article import ArticleQuerySet
from media_assets.pictures import pictures

from ..described import author_page
from ..leaves import leaf


@dataclass(frozen=True)
class Part:
    """What the author does in stories: its word in the address, and how the page calls it."""

    role: str
    label: str


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """The author, once readers have anything of theirs, with the stories of this edition by what was done in them."""
    found = get_object_or_404(Author, slug=slug)
    if not Article.objects.public(request.now).filter(bylines__author=found).exists():
        raise Http404
    listed = Article.objects.listed(request.now).in_language(request.LANGUAGE_CODE)
    parts = _parts(found, listed)
    asked = request.GET.get("role", "")
    if asked and asked not in [part.role for part in parts]:
        raise Http404
    role = asked or (parts[0].role if parts else Byline.Role.TEXT)
    name = found.name_in(request.LANGUAGE_CODE)
    biography, spoken = found.biography_in(request.LANGUAGE_CODE)
    portrait = pictures([found.portrait_id], request.now).get(found.portrait_id) if found.portrait_id else None
    page = leaf(request, listed.filter(_did(found, role)))
    context = {
        "author": found,
        "name": name,
        "biography": biography,
        "biography_language": spoken,
        "portrait": portrait,
        "parts": parts,
        "role": role,
        "is_asked": bool(asked),
        "page": page,
    }
    if page.number == 1 and not asked:
        context["jsonld"] = script(author_page(found, name, biography, portrait))
    return TemplateResponse(request, "newsroom/author.html", context)


def _parts(author: Author, listed: ArticleQuerySet) -> list[Part]:
    """What the author has done in stories of these, writing first: a question for each, which the first story ends."""
    signed = Byline.objects.filter(Exists(listed.order_by().filter(pk=OuterRef("article"))), author=author)
    return [Part(role.value, str(role.label)) for role in Byline.Role if signed.filter(role=role).exists()]


def _did(author: Author, role: str) -> Exists:
    return Exists(Byline.objects.filter(article=OuterRef("pk"), author=author, role=role))
