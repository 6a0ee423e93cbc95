"""The public record: people on lists, the organizations they are in and the offices they hold, in every edition."""

from collections.abc import Callable, Iterator
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from people.models import Membership, Organization, Person, Post

from .pages import in_editions
from .writing import Page

PER_FILE = 1000  # records; each has a page in three editions, and a file is read whole
_MOST_FILES = 10_000  # beyond it databases cannot count the rows to step over


def _people(now: datetime) -> QuerySet[Person]:
    return Person.objects.listed(now)


def _organizations(now: datetime) -> QuerySet[Organization]:
    return Organization.objects.public(now).filter(Exists(_held(now).filter(organization=OuterRef("pk"))))


def _posts(now: datetime) -> QuerySet[Post]:
    return Post.objects.public(now).filter(Exists(_held(now).filter(post=OuterRef("pk"))))


def _held(now: datetime) -> QuerySet[Membership]:
    return Membership.objects.public(now).filter(person__in=_people(now).order_by().values("pk"))


# By the word in a file's name: the name of its pages in newsroom/urls.py, and the records.
_KINDS: dict[str, tuple[str, Callable[[datetime], QuerySet]]] = {
    "people": ("person", _people),
    "organizations": ("organization", _organizations),
    "posts": ("post", _posts),
}


def files(now: datetime) -> Iterator[tuple[str, int]]:
    """The files there are: a kind and a number, counted from one."""
    for kind, (_name, records) in _KINDS.items():
        for number in range((records(now).count() + PER_FILE - 1) // PER_FILE):
            yield kind, number + 1


def of_file(kind: str, number: int, now: datetime) -> list[Page]:
    """The pages of one file; none when there is no such file."""
    if kind not in _KINDS or not 1 <= number <= _MOST_FILES:
        return []
    name, records = _KINDS[kind]
    begin = (number - 1) * PER_FILE
    slugs = records(now).order_by("pk").values_list("slug", flat=True)[begin : begin + PER_FILE]
    return [page for slug in slugs for page in in_editions(name, (slug,))]
