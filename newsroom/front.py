"""The front page: what the desk has put on top, in its order, then the newest; nobody stands on it twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import OuterRef, Q, Subquery

from articles.models import Article, Section
from articles.models.article import ArticleQuerySet
from articles.stories import Story, stories

from .models import FrontSlot

LEADS = 3  # one large, two beside it
RIVER = 12
PER_SECTION = 4
# A line is breaking news so long, if nobody has said for how long more is to come.
BREAKING = timedelta(hours=3)
# Nobody says that more is to come of an older story (articles.workflow.develop: a day at most).
_DEVELOPING = timedelta(days=2)


@dataclass(frozen=True)
class SectionBlock:
    """A section on the front page with its newest stories that do not stand above it already."""

    section: Section
    stories: list[Story]


@dataclass(frozen=True)
class Front:
    """All that the front page shows: one lead and two seconds, a river, section by section; and the breaking line."""

    breaking: Story | None
    leads: list[Story]
    river: list[Story]
    blocks: list[SectionBlock]


def front_of(language: str, now: datetime, chosen: Sequence[int] | None = None) -> Front:
    """The front page of an edition now; ``chosen`` are articles to try on top in place of those the desk put there."""
    listed = Article.objects.listed(now).in_language(language)
    ids = slots_of(language, now) if chosen is None else chosen
    placed = {story.id: story for story in stories(listed.filter(pk__in=ids), now)} if ids else {}
    top = [placed[article] for article in ids if article in placed][: LEADS + RIVER]
    newest = listed.exclude(pk__in=[story.id for story in top])[: LEADS + RIVER - len(top)]
    top += stories(newest, now) if len(top) < LEADS + RIVER else []
    return Front(breaking(listed, now), top[:LEADS], top[LEADS:], _blocks(listed, {story.id for story in top}, now))


def slots_of(language: str, now: datetime) -> list[int]:
    """The articles the desk has put on top, in their order, as long as each is to stand there."""
    slots = FrontSlot.objects.filter(front__language=language).lasting(now)
    return list(slots.values_list("article", flat=True))


def breaking(listed: ArticleQuerySet, now: datetime) -> Story | None:
    """The newest breaking story: one line of the last hours, or one of which more is to come."""
    hot = Q(is_breaking=True, first_published_at__gt=now - BREAKING) | Q(developing_until__gt=now)
    found = stories(listed.filter(hot, first_published_at__gt=now - _DEVELOPING)[:1], now)
    return found[0] if found else None


def next_instant(now: datetime) -> datetime | None:
    """When a story next loses its place."""
    ends = FrontSlot.objects.filter(until__gt=now).order_by("until")
    return ends.values_list("until", flat=True).first()


def _blocks(listed: ArticleQuerySet, above: Iterable[int], now: datetime) -> list[SectionBlock]:
    """Every section that has more stories than stand above, in the paper's order.

    The first four of each are four steps along an index; numbering the rows of sections would read the archive.
    """
    left = listed.exclude(pk__in=above).filter(section=OuterRef("pk")).values("pk")
    places = {f"place_{number}": Subquery(left[number : number + 1]) for number in range(PER_SECTION)}
    sections = list(Section.objects.annotate(**places))
    ids = {section.pk: [getattr(section, place) for place in places] for section in sections}
    wanted = [article for each in ids.values() for article in each if article]
    found = {story.id: story for story in stories(listed.filter(pk__in=wanted), now)} if wanted else {}
    blocks = [SectionBlock(section, [found[each] for each in ids[section.pk] if each in found]) for section in sections]
    return [block for block in blocks if block.stories]
