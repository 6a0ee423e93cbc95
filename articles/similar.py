"""What has just come out and tells the same: the newsroom's own stories of the last two hours, by people and words."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from search.lemmas import lemmas
from search.words import words

from .models import Article, Mention

WITHIN = timedelta(hours=2)
_MOST = 3
_MOST_READ = 200
_SHORTEST = 4  # shorter words are mostly prepositions
# Alike are two headlines with most of their words in common; with fewer, if somebody is named in both stories.
_WORDS, _WORDS_WITH_PEOPLE, _SHARE = 3, 2, 0.5


@dataclass(frozen=True)
class Alike:
    """A story readers already have."""

    article: int
    headline: str
    published: datetime
    url: str


def similar(article: Article, headline: str, people: Collection[int], now: datetime) -> list[Alike]:
    """The stories of the last two hours that tell what this one tells, newest first."""
    asked = _lemmas(headline)
    if not asked:
        return []
    fresh = _fresh(article, now).only("headline", "slug", "language", "public_from")[:_MOST_READ]
    rows = [row for row in fresh if row.language == article.language]
    named = _people_of(rows) if people else {}
    found = [row for row in rows if _tells_the_same(asked, row.headline, named.get(row.pk, set()) & set(people))]
    return [Alike(row.pk, row.headline, row.public_from, row.get_absolute_url()) for row in found[:_MOST]]


def _fresh(article: Article, now: datetime) -> QuerySet[Article]:
    """What came out lately, in every language: asked for one, or in another order, SQLite would read the archive."""
    lately = Article.objects.listed(now).filter(public_from__gt=now - WITHIN)
    return lately.exclude(pk=article.pk).order_by("-public_from", "-pk")


def _people_of(articles: Sequence[Article]) -> dict[int, set[int]]:
    named: dict[int, set[int]] = {}
    mentions = Mention.objects.filter(article__in=[each.pk for each in articles], person__isnull=False)
    for article, person in mentions.values_list("article", "person"):
        named.setdefault(article, set()).add(person)
    return named


def _tells_the_same(asked: Sequence[frozenset[str]], headline: str, shared_people: set[int]) -> bool:
    other = _lemmas(headline)
    shared = sum(any(mine & theirs for theirs in other) for mine in asked)
    if shared_people:
        return shared >= _WORDS_WITH_PEOPLE
    return shared >= _WORDS and shared >= _SHARE * min(len(asked), len(other))


def _lemmas(headline: str) -> list[frozenset[str]]:
    return [lemmas(word) for word in dict.fromkeys(words(headline)) if len(word) >= _SHORTEST]
