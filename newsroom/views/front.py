"""The front page and the lists of sections."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.models import Article, Section
from articles.stories import Story, stories

LEADS = 3  # one large, two beside it
RIVER = 12
PER_SECTION = 4
PER_PAGE = 30


@dataclass(frozen=True)
class SectionBlock:
    """A section on the front page with its newest stories that do not stand above it already."""

    section: Section
    stories: list[Story]


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The newest stories of this edition: a lead, two seconds, a river, then section by section."""
    listed = Article.objects.listed(request.now).in_language(request.LANGUAGE_CODE)
    newest = stories(listed[: LEADS + RIVER], request.now)
    above = {story.url for story in newest}
    blocks = []
    for section in Section.objects.filter(articles__in=listed.values("pk")).distinct():
        own = stories(listed.filter(section=section)[: PER_SECTION + LEADS + RIVER], request.now)
        if rest := [story for story in own if story.url not in above][:PER_SECTION]:
            blocks.append(SectionBlock(section, rest))
    context = {"leads": newest[:LEADS], "river": newest[LEADS:], "blocks": blocks}
    return TemplateResponse(request, "newsroom/front.html", context)


@require_safe
def section(request: HttpRequest, slug: str) -> HttpResponse:
    """The stories of a section, newest first, in pages."""
    found = get_object_or_404(Section, slug=slug)
    listed = Article.objects.listed(request.now).in_language(request.LANGUAGE_CODE).filter(section=found)
    page = Paginator(listed, PER_PAGE).get_page(request.GET.get("page"))
    context = {"section": found, "stories": stories(page.object_list, request.now), "page": page}
    return TemplateResponse(request, "newsroom/section.html", context)
