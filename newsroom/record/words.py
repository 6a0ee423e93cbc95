"""What somebody said: quotes with the day, the story, and the office of that day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from articles.models import Article, Quote
from people.models import Person


@dataclass(frozen=True)
class Words:
    """A quote. ``published`` is in the site's zone, ``office`` the speaker's in that story; ``lang`` as in lists."""

    text: str
    lang: str
    office: str
    published: datetime
    headline: str
    url: str


def quotes_of(person: Person, now: datetime) -> QuerySet:
    """The person's quotes in stories on lists, the newest first."""
    listed = Article.objects.listed(now).order_by().values("pk")
    said = Quote.objects.filter(speaker=person, article__in=listed).select_related("article")
    return said.order_by("-article__first_published_at", "-article", "position")


def words_of(quotes: Iterable[Quote], language: str) -> list[Words]:
    return [_words(quote, quote.article, language) for quote in quotes]


def _words(quote: Quote, story: Article, language: str) -> Words:
    return Words(
        text=quote.words,
        lang=story.language if story.language != language else "",
        office=quote.speaker_office,
        published=timezone.localtime(story.first_published_at),
        headline=story.headline,
        url=story.get_absolute_url(),
    )
