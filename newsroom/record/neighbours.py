"""Who held an office before somebody, and who after: told only of offices of one holder at a time, by known dates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from people.models import Membership, Person
from people.models.membership import acting_word

from .day import AsOf
from .wording import Wording, person_named


@dataclass(frozen=True)
class Neighbour:
    """Somebody who held the office before or after, and when; without a page there is no ``url``."""

    name: Wording
    url: str
    when: str


@dataclass(frozen=True)
class Neighbours:
    before: Neighbour | None = None
    after: Neighbour | None = None


def neighbours_of(held: Sequence[Membership], asked: AsOf, now: datetime, language: str) -> dict[int, Neighbours]:
    """By membership, who came before and after: four queries, however many offices."""
    posts = {each.post_id for each in held if each.post_id and each.post.seats == 1 and not each.is_attested_only}
    others = _others(posts, asked, now)
    pages = set(
        Person.objects.public(now).filter(pk__in={each.person_id for each in others}).values_list("pk", flat=True)
    )
    # Somebody without a page is named where an editor has checked that they held the office.
    told = [each for each in others if each.person_id in pages or each.checked_at]

    def tell(membership: Membership | None) -> Neighbour | None:
        return _neighbour(membership, pages, asked.day, language) if membership else None

    return {each.pk: Neighbours(tell(before(each, told)), tell(after(each, told))) for each in held if each.post_id}


def before(held: Membership, others: Iterable[Membership]) -> Membership | None:
    """The last other holder whose time may have ended by the day this one's began.

    Nobody where that was the same person: an acting prime minister who stays was told of the former one already.
    """
    if held.start_date is None:
        return None
    earlier = [
        each
        for each in _of_office(held, others)
        if each.end_date and each.end_date.earliest <= held.start_date.latest and _began(each) < _began(held)
    ]
    return _somebody_else(held, max(earlier, key=_began, default=None))


def after(held: Membership, others: Iterable[Membership]) -> Membership | None:
    """The first other holder whose time may have begun on the day this one's ended; nobody where they stayed."""
    if held.end_date is None:
        return None
    later = [
        each
        for each in _of_office(held, others)
        if each.start_date and each.start_date.latest >= held.end_date.earliest and _began(each) > _began(held)
    ]
    return _somebody_else(held, min(later, key=_began, default=None))


def _of_office(held: Membership, others: Iterable[Membership]) -> Iterable[Membership]:
    return (each for each in others if each.post_id == held.post_id and each.pk != held.pk)


def _somebody_else(held: Membership, beside: Membership | None) -> Membership | None:
    return beside if beside is not None and beside.person_id != held.person_id else None


def _began(membership: Membership) -> date:
    return membership.covers_from or date.min


def _others(posts: set[int], asked: AsOf, now: datetime) -> list[Membership]:
    """Everybody known to have held these offices by the day asked; what texts alone tell has no dates to go by."""
    found = Membership.objects.public(now).filter(post__in=posts).select_related("person")
    rows = found.prefetch_related("person__other_names").order_by("covers_from", "pk")
    return [each for each in rows if not each.is_attested_only and (not asked.is_asked or _began(each) <= asked.day)]


def _neighbour(membership: Membership, pages: set[int], day: date, language: str) -> Neighbour:
    person = membership.person
    url = person.get_absolute_url() if person.pk in pages else ""
    return Neighbour(person_named(person, day, language), url, when_held(membership, language))


def when_held(membership: Membership, language: str) -> str:
    """«и. о., 14 сентября 2021 — 2 ноября 2021»: the time, and that it was held for somebody else."""
    when = membership.when(language)
    return ", ".join(filter(None, [acting_word(language), when])) if membership.acting else when
