"""People by the beginnings of their names, as somebody types them: in any case, in any script on record."""

from datetime import date

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from search.words import words

from . import beginning as beginning  # registers the lookup
from .models import Membership, NameForm, Person
from .names.keys import name_key

_MOST_WORDS = 3


def called(letters: str, day: date) -> QuerySet[Person]:
    """People of whose names some form begins with each word typed; who holds an office on that day stands first.

    «кулуб», «кулубаеву», «жээн кул» and “kulub” find Жээнбек Кулубаев; a record merged into another is never found.
    """
    typed = words(letters)[:_MOST_WORDS]
    found = Person.objects.filter(merged_into=None) if typed else Person.objects.none()
    for word in typed:
        forms = NameForm.objects.filter(person__isnull=False, key__begins=name_key(word))
        found = found.filter(pk__in=forms.values("person"))
    held = Membership.objects.filter(person=OuterRef("pk"), covers_from__lte=day)
    held = held.filter(Q(covers_until__isnull=True) | Q(covers_until__gte=day)).order_by("post__rank")
    found = found.annotate(office_rank=Subquery(held.values("post__rank")[:1]))
    return found.order_by(F("office_rank").asc(nulls_last=True), "sort_key", "pk")
