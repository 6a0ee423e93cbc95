"""With whom somebody appears: the people whom the same stories name, most often first."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count

from articles.models import Mention
from people.models import Person

from .appearances import Ways, about
from .wording import Wording, person_named

MOST = 12


@dataclass(frozen=True)
class Companion:
    """Somebody, and how many stories name both."""

    name: Wording
    url: str
    stories: int


def company(person: Person, ways: Ways, now: datetime, language: str, day: date) -> list[Companion]:
    """The twelve most frequent companions who are on lists: one question to the mentions, one to the people."""
    together = Mention.objects.filter(article__in=about(ways, now).order_by().values("pk"))
    others = together.filter(person__in=Person.objects.listed(now).order_by().values("pk")).exclude(person=person)
    counted = others.order_by().values("person").annotate(stories=Count("article", distinct=True))
    often = [(row["person"], row["stories"]) for row in counted.order_by("-stories", "person__sort_key")[:MOST]]
    known = Person.objects.prefetch_related("other_names").in_bulk([pk for pk, _stories in often])
    return [
        Companion(person_named(known[pk], day, language), known[pk].get_absolute_url(), stories)
        for pk, stories in often
    ]
