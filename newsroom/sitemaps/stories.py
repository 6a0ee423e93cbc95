"""Stories for search engines: those of a month with their pictures and translations, and the news of two days."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.db.models import Max, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles.models import Article, ArticlePhoto
from articles.models.article import ArticleQuerySet
from media_assets.pictures import pictures

from .. import archive
from .writing import News, Page

MOST_NEWS = 1000  # what news services read of a file
_NEWS_FOR = timedelta(days=2)
_MOST = 50_000  # what the protocol allows in one file
_SHOWN = ("slug", "language", "headline", "first_published_at", "updated_at", "translation_group")


def months(language: str, now: datetime) -> dict[tuple[int, int], datetime]:
    """The months in which stories of an edition came out, with the last change of any: one question for each year.

    Edition by edition, since all that is asked of an edition stands in one index.
    """
    listed = Article.objects.listed(now).in_language(language)
    first = archive.first_day(listed)
    years = range(first.year, timezone.localdate(now).year + 1) if first else ()
    return {month: changed for year in years for month, changed in _of_year(listed, year).items()}


def _of_year(listed: ArticleQuerySet, year: int) -> dict[tuple[int, int], datetime]:
    changed = Coalesce("updated_at", "first_published_at")
    newest = {}
    for month in range(1, 13):
        begin, end = archive.of_month(year, month)
        came_out = Q(first_published_at__gte=begin, first_published_at__lt=end)
        newest[f"month_{month}"] = Max(changed, filter=came_out)
    found = archive.within(listed, archive.of_year(year)).order_by().aggregate(**newest)
    return {(year, month): instant for month, instant in enumerate(found.values(), 1) if instant}


def of_month(year: int, month: int, now: datetime) -> list[Page]:
    """The stories of a month in all editions, newest first, in four queries."""
    listed = Article.objects.listed(now)
    came_out = archive.within(listed, archive.of_month(year, month))
    rows = list(came_out.only(*_SHOWN)[:_MOST])
    editions = _editions(listed, came_out)
    shown = _pictures(came_out, now)
    return [
        Page(
            row.get_absolute_url(),
            row.updated_at or row.first_published_at,
            editions[row.translation_group],
            tuple(shown[row.pk]),
        )
        for row in rows
    ]


def news(now: datetime) -> list[Page]:
    """The stories of the last two days, newest first."""
    rows = Article.objects.listed(now).filter(first_published_at__gt=now - _NEWS_FOR).only(*_SHOWN)[:MOST_NEWS]
    return [Page(row.get_absolute_url(), news=News(row.language, row.first_published_at, row.headline)) for row in rows]


def _editions(listed: ArticleQuerySet, came_out: ArticleQuerySet) -> dict[object, dict[str, str]]:
    """By translation group, the address in each language in which readers have the story."""
    groups = came_out.order_by().values("translation_group")
    rows = listed.filter(translation_group__in=groups).order_by("pk").only("slug", "language", "translation_group")
    found: dict[object, dict[str, str]] = defaultdict(dict)
    for row in rows:
        found[row.translation_group].setdefault(row.language, row.get_absolute_url())
    return found


def _pictures(came_out: ArticleQuerySet, now: datetime) -> dict[int, list[str]]:
    """By article, the addresses of its pictures, the lead first; none whose rights do not allow it now."""
    placed = ArticlePhoto.objects.filter(article__in=came_out.order_by().values("pk"))
    pairs = list(placed.order_by("article", "-place", "position").values_list("article", "photo"))
    shown = pictures({photo for _article, photo in pairs}, now)
    found: dict[int, list[str]] = defaultdict(list)
    for article, photo in pairs:
        if photo in shown and shown[photo].src:
            found[article].append(shown[photo].src)
    return found
