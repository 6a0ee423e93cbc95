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

    url: str
    headline: str
    lede: str
    section_id: int | None
    section: str
    label: str
    published: datetime
    picture: Picture | None


def stories(articles, now: datetime) -> list[Story]:
    """The entries of an article queryset in its order, in two queries."""
    leads = ArticlePhoto.objects.filter(article=OuterRef("pk"), place="lead").values("photo")[:1]
    rows: list[Article] = list(articles.select_related("section").annotate(lead_photo=Subquery(leads)))
    shown = pictures({row.lead_photo for row in rows if row.lead_photo}, now)
    return [
        Story(
            url=row.get_absolute_url(),
            headline=row.headline,
            lede=row.lede,
            section_id=row.section_id,
            section=str(row.section or ""),
            label=str(row.get_label_display()) if row.label != Article.Label.NEWS else "",
            published=timezone.localtime(row.first_published_at),
            picture=shown.get(row.lead_photo),
        )
        for row in rows
    ]
