"""The front page and the lists of sections."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.models import Article, Section
from articles.models.article import ArticleQuerySet
from articles.stories import Story, stories

from ..leaves import leaf

LEADS = 3  # one large, two beside it
RIVER = 12
PER_SECTION = 4


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
    context = {"leads": newest[:LEADS], "river": newest[LEADS:], "blocks": _blocks(listed, request.now)}
    return TemplateResponse(request, "newsroom/front.html", context)


def _blocks(listed: ArticleQuerySet, now: datetime) -> list[SectionBlock]:
    """Every section that has more stories than stand above, in the paper's order: three queries however many."""
    below = listed.exclude(section=None).exclude(pk__in=listed.values("pk")[: LEADS + RIVER])
    place = Window(RowNumber(), partition_by="section", order_by=["-first_published_at", "-pk"])
    by_section: dict[int | None, list[Story]] = {}
    for story in stories(below.annotate(place=place).filter(place__lte=PER_SECTION), now):
        by_section.setdefault(story.section_id, []).append(story)
    sections = Section.objects.filter(pk__in=by_section)
    return [SectionBlock(section, by_section[section.pk]) for section in sections]


@require_safe
def section(request: HttpRequest, slug: str) -> HttpResponse:
    """The stories of a section, newest first, in pages."""
    found = get_object_or_404(Section, slug=slug)
    listed = Article.objects.listed(request.now).in_language(request.LANGUAGE_CODE).filter(section=found)
    return TemplateResponse(request, "newsroom/section.html", {"section": found, "page": leaf(request, listed)})
