"""How much a change of somebody's name or office concerns: asked of the apps above, which say it in their own words.

This app knows no articles; whoever names people in what it publishes registers here.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from .models import Membership, Person


@dataclass(frozen=True)
class Concern:
    """«Затронет 412 материалов», and the list of them."""

    sentence: str
    url: str


# Ids of people -> what a change of their names or offices concerns; None when nothing.
Teller = Callable[[Collection[int]], Concern | None]
_tellers: list[Teller] = []


def register(teller: Teller) -> None:
    """Say what a change of people's names or offices concerns in an app above."""
    _tellers.append(teller)


def concerns_of(people: Collection[int]) -> list[Concern]:
    """What a change of the names or offices of these people concerns; empty when nothing names them."""
    return [told for teller in _tellers if people and (told := teller(people))]


def checked_among(people: Collection[int]) -> set[int]:
    """Those of these people whose record an editor has checked."""
    return set(Person.objects.filter(pk__in=people, checked_at__isnull=False).values_list("pk", flat=True))


def checked_holders(post_id: int) -> set[int]:
    """Everybody checked who holds or held this office: its wording stands beside their names."""
    return checked_among(set(Membership.objects.filter(post=post_id).values_list("person_id", flat=True)))
