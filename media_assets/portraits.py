"""The picture that stands for a person: which pictures may, which one does."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from people.models import Person

from . import tasks
from .models import Photo, Portrait
from .settling import settle

_MOST = 24


def portrait_of(person: Person) -> Photo | None:
    """The photo that stands for somebody."""
    return Photo.objects.filter(portraits__person=person).first()


def candidates(person: Person, now: datetime) -> QuerySet[Photo]:
    """Pictures that may stand for somebody: they show them, have a credit and may be shown; and the one that does.

    Not those for one use: a portrait stands beside every story. Those with fewest people come first, of equals the
    newest.
    """
    free = Photo.objects.usable(now).filter(is_single_use=False).exclude(credit_line="")
    showing = free.filter(persons_shown__person=person)
    counted = showing.annotate(people=Count("persons_shown__photo__persons_shown"))
    ids = list(counted.order_by("people", "-pk").values_list("pk", flat=True)[:_MOST])
    found = Photo.objects.filter(Q(pk__in=ids) | Q(portraits__person=person)).distinct()
    return found.annotate(people=Count("persons_shown", distinct=True)).order_by("people", "-pk")


def choose(person: Person, photo: Photo | None) -> None:
    """Let this photo stand for the person, or none; of a group they are cut out, where they are marked on it.

    Part of a change of the person, which moves the readers' clock.
    """
    before = portrait_of(person)
    if photo is None:
        Portrait.objects.filter(person=person).delete()
    else:
        Portrait.objects.update_or_create(person=person, defaults={"photo": photo})
    for each in filter(None, (before, photo)):
        if settle(each):
            transaction.on_commit(partial(tasks.make_renditions.enqueue, each.pk))
