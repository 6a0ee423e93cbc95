"""Articles in lists: a headline, a time, a small picture."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from media_assets.pictures import Picture, pictures

from .models import Article, ArticlePhoto


@dataclass(frozen=True)
class Story:
    """An article as one entry of a list. ``published`` is in the site's zone."""

    id: int
    url: str
    headline: str
    lede: str
    section_id: int | None
    section: str
    label: str
    published: datetime
    picture: Picture | None


@dataclass(frozen=True)
class Hour:
    """An article as one line of its day. ``published`` is in the site's zone."""

    url: str
    headline: str
    section: str
    label: str
    published: datetime


def hours(articles) -> list[Hour]:
    """The lines of an article queryset in its order, in one query: a day may have two hundred."""
    shown = articles.select_related("section").only(
        "slug", "language", "headline", "label", "first_published_at", "section__name", "section__name_ky",
        "section__name_en",
    )  # fmt: skip
    return [
        Hour(row.get_absolute_url(), row.headline, str(row.section or ""), _label(row), _local(row)) for row in shown
    ]


def _label(row: Article) -> str:
    return str(row.get_label_display()) if row.label != Article.Label.NEWS else ""


def _local(row: Article) -> datetime:
    return timezone.localtime(row.first_published_at)


def stories(articles, now: datetime) -> list[Story]:
    """The entries of an article queryset in its order, in two queries."""
    leads = ArticlePhoto.objects.filter(article=OuterRef("pk"), place="lead").values("photo")[:1]
    rows: list[Article] = list(articles.select_related("section").annotate(lead_photo=Subquery(leads)))
    shown = pictures({row.lead_photo for row in rows if row.lead_photo}, now)
    return [
        Story(
            id=row.pk,
            url=row.get_absolute_url(),
            headline=row.headline,
            lede=row.lede,
            section_id=row.section_id,
            section=str(row.section or ""),
            label=_label(row),
            published=_local(row),
            picture=shown.get(row.lead_photo),
        )
        for row in rows
    ]


def latest(language: str, now: datetime, most: int = 5) -> list[Story]:
    """The newest stories of an edition, for whoever has come to a page that is not there."""
    return stories(Article.objects.listed(now).in_language(language)[:most], now)
