"""With whom somebody appears: the people whom the same stories name, most often first."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count

from articles.models import Mention
from people.models import Person

from .appearances import Ways, about
from .wording import Wording, person_named

MOST = 12
_ASKED = 100  # the most frequent, of whom some may be on no list


@dataclass(frozen=True)
class Companion:
    """Somebody, and how many stories name both."""

    name: Wording
    url: str
    stories: int


def company(person: Person, ways: Ways, now: datetime, language: str, day: date) -> list[Companion]:
    """The twelve most frequent companions who are on lists: one question to the mentions, one to the people.

    The mentions are counted without asking who is on a list: SQLite took that for the way into five thousand stories,
    person by person, and needed thirteen seconds.
    """
    together = Mention.objects.filter(article__in=about(ways, now).order_by().values("pk")).order_by()
    counted = together.values("person").annotate(stories=Count("article", distinct=True))
    stories = dict(counted.order_by("-stories", "person").values_list("person", "stories")[:_ASKED])
    known = Person.objects.listed(now).filter(pk__in=filter(None, stories)).exclude(pk=person.pk)
    found = sorted(known.prefetch_related("other_names"), key=lambda each: (-stories[each.pk], each.sort_key))
    return [
        Companion(person_named(each, day, language), each.get_absolute_url(), stories[each.pk]) for each in found[:MOST]
    ]
