"""What somebody said: quotes with the day, the story, and the office of that day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
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
    listed = Article.objects.listed(now).order_by().filter(pk=OuterRef("article"))
    said = Quote.objects.filter(Exists(listed), speaker=person).select_related("article")
    # Of thousands a few are shown, and all are sorted: their stories' texts are not carried along.
    said = said.defer("article__body_html", "article__rendered_html")
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
