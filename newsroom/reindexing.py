"""The whole index made anew from what is on record: after an upgrade, a restored backup, or names changed in bulk."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import QuerySet

from articles import searching
from articles.models import Article
from clock import ticking
from people.models import Organization, Person
from people.models.searched import documents, owner_of
from search import index

_AT_ONCE = 100
_STORIES = Article.objects.filter(public_from__isnull=False).prefetch_related("mentions", "photos", "quotes", "tags")
_PEOPLE = Person.objects.prefetch_related("other_names", "memberships__post__labels", "memberships__organization")
_ORGANIZATIONS = Organization.objects.prefetch_related("other_names")


class Progress(NamedTuple):
    """How many of how many records are done."""

    done: int
    total: int


def reindex() -> Iterator[Progress]:
    """Write every entry anew, a hundred records to a transaction; yields how far it is. Safe to run at any time.

    What nobody wrote anew goes at the end, so that readers find everything meanwhile.
    """
    work: list[tuple[QuerySet[Any], Callable[[Sequence[Any]], None]]] = [
        (_PEOPLE, partial(_put_records, _PEOPLE)),
        (_ORGANIZATIONS, partial(_put_records, _ORGANIZATIONS)),
        (_STORIES, _put_stories),
    ]
    done, total, newest = 0, sum(queryset.count() for queryset, _put in work), index.newest()
    for queryset, put in work:
        position = 0
        while batch := list(queryset.filter(pk__gt=position).order_by("pk")[:_AT_ONCE]):
            put(batch)
            position = batch[-1].pk
            done += len(batch)
            yield Progress(done, total)
    with transaction.atomic():
        index.remove_until(newest)
        ticking.bump()


def _put_records(table: QuerySet[Any], records: Sequence[Any]) -> None:
    """Records as they were read; one that somebody has renamed meanwhile has its entry from that."""
    read = {each.pk: documents(each) for each in records}
    found = {pk: index.prepared(told) for pk, told in read.items()}
    with transaction.atomic():
        locked = table.select_for_update().filter(pk__in=read)
        same = [each for each in locked if documents(each) == read[each.pk]]
        index.put_many([(owner_of(each), found[each.pk], index.Span()) for each in same])


def _put_stories(articles: Sequence[Article]) -> None:
    """Stories as they were read; one that a verb has written meanwhile has its entries from it."""
    read = {article.pk: article for article in articles}
    found = dict(zip(read, searching.prepared([searching.of_row(article) for article in articles]), strict=True))
    with transaction.atomic():
        locked = Article.objects.select_for_update().filter(pk__in=read)
        same = [article for article in locked if _standing(article) == _standing(read[article.pk])]
        spans = {article.pk: span for article in same if (span := searching.span_of(article))}
        index.put_many([(read[pk].owner, found[pk], span) for pk, span in spans.items()])


def _standing(article: Article) -> tuple[object, ...]:
    return article.live_revision_id, article.public_from, article.public_until, article.withdrawn_at, article.updated_at
