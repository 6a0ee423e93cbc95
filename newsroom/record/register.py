"""The index of people: by letter, or by organization with the offices held now.

A paper with a few hundred people has them all on one page; one with thousands has a page for each letter.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber, Substr
from django.http import Http404

from people import beginning as beginning  # registers the lookup
from people.models import Membership, Organization, Person

from .wording import Wording, office_worded, organization_named, person_named

ON_ONE_PAGE = 200
PER_PAGE = 150
ORGANIZATIONS = 30
_MOST_OF_ONE = 8


@dataclass(frozen=True)
class Entry:
    """Somebody in the index with an office; ``when`` is its time, where it is not surely held today."""

    name: Wording
    url: str
    office: Wording | None = None
    when: str = ""


@dataclass(frozen=True)
class Letter:
    """A letter with how many people it has."""

    letter: str
    count: int
    is_current: bool = False


@dataclass(frozen=True)
class ByLetter:
    """The letters, and the people of those that stand on this page; without a ``page`` everybody does."""

    letters: list[Letter]
    groups: list[tuple[str, list[Entry]]]
    count: int
    page: Page | None
    letter: str


@dataclass(frozen=True)
class Body:
    """An organization with its people of today, the highest first; ``more`` are those it has no room for."""

    name: Wording
    url: str
    people: list[Entry]
    more: int


def by_letter(letter: str, number: str, now: datetime, today: date, language: str) -> ByLetter:
    """The page of the index for a letter; an empty one is everybody, or the first letter of many."""
    listed = Person.objects.listed(now)
    counts = _letters(listed)
    count = sum(counts.values())
    is_whole = count <= ON_ONE_PAGE and not letter
    letter = letter or next(iter(counts), "")
    if not is_whole and letter not in counts:
        raise Http404
    page = None if is_whole else _page(listed.filter(sort_key__begins=letter.casefold()), PER_PAGE, number)
    people = list((listed if page is None else page.object_list).prefetch_related("other_names"))
    offices = _offices(people, now, today, language)
    entries = [(_first(person.sort_key), _entry(person, offices.get(person.pk), language)) for person in people]
    return ByLetter(
        letters=[Letter(each, told, not is_whole and each == letter) for each, told in counts.items()],
        groups=[(each, [entry for _l, entry in group]) for each, group in groupby(entries, key=lambda pair: pair[0])],
        count=count,
        page=page,
        letter="" if is_whole else letter,
    )


def _letters(listed: QuerySet) -> dict[str, int]:
    """How many people stand under each letter, in the order of the alphabet."""
    counted = listed.annotate(first=Substr("sort_key", 1, 1)).order_by("first").values("first")
    return {_first(row["first"]): row["number"] for row in counted.annotate(number=Count("pk"))}


def _first(key: str) -> str:
    return key[:1].upper()


def _page(found: QuerySet, size: int, number: str) -> Page:
    try:
        return Paginator(found, size).page(number or 1)
    except InvalidPage as error:
        raise Http404 from error


def _entry(person: Person, office: tuple[Wording, str] | None, language: str) -> Entry:
    name = Wording(person.sort_name, "" if language == "ru" else "ru")
    if other := person.other_name_on(date.max, language):
        name = Wording(" ".join(filter(None, [other.family_name, other.given_name])) or str(other))
    return Entry(name, person.get_absolute_url(), *(office or ()))


def _offices(people: Sequence[Person], now: datetime, today: date, language: str) -> dict[int, tuple[Wording, str]]:
    """By person, the highest office held today, else one a text tells of, else the last, with their time.

    Three queries, however many people.
    """
    held = Membership.objects.public(now).filter(person__in=people).select_related("post", "organization")
    present: dict[int, tuple[Wording, str]] = {}
    told: dict[int, tuple[Wording, str]] = {}
    last: dict[int, Membership] = {}
    for each in held.prefetch_related("post__labels").order_by("post__rank", "rank", F("covers_from").desc(), "pk"):
        if each.is_current(today):
            present.setdefault(each.person_id, (office_worded(each, today, language), ""))
        elif each.is_attested_only:
            told.setdefault(each.person_id, _with_its_time(each, each.told_days[0], language))
        elif each.is_former(today) and each.covers_until > _ended(last.get(each.person_id)):
            last[each.person_id] = each
    former = {person: _with_its_time(each, each.covers_from, language) for person, each in last.items()}
    return former | told | present


def _ended(membership: Membership | None) -> date:
    return membership.covers_until if membership else date.min


def _with_its_time(held: Membership, day: date | None, language: str) -> tuple[Wording, str]:
    return office_worded(held, day, language), held.when(language)


def by_organization(number: str, now: datetime, today: date, language: str) -> tuple[list[Body], Page]:
    """Organizations that have listed people today, in the order of the alphabet, with these people."""
    held = _held_today(now, today)
    bodies = Organization.objects.public(now).filter(Exists(held.filter(organization=OuterRef("pk"))))
    page = _page(bodies.order_by("sort_key", "pk"), ORGANIZATIONS, number)
    shown = list(page.object_list.prefetch_related("other_names"))
    place = Window(RowNumber(), partition_by="organization", order_by=["post__rank", "rank", "pk"])
    count = Window(Count("pk"), partition_by="organization")
    rows = held.filter(organization__in=shown).annotate(place=place, of=count).filter(place__lte=_MOST_OF_ONE)
    rows = rows.select_related("person", "post", "organization").order_by("organization", "place")
    people = _by_body(rows.prefetch_related("post__labels", "person__other_names"))
    return [_body(each, people[each.pk], today, language) for each in shown if each.pk in people], page


def _held_today(now: datetime, today: date) -> QuerySet:
    """Offices of listed people that are held today; what texts alone tell of is never called held."""
    listed = Person.objects.listed(now).order_by().values("pk")
    checked = Membership.objects.filter(Q(checked_at__isnull=False) | Q(attested_from=None), person__in=listed)
    begun = Q(covers_from__isnull=True) | Q(covers_from__lte=today)
    public = Membership.objects.public(now).filter(pk__in=checked.values("pk"))
    return public.filter(begun).filter(Q(covers_until__isnull=True) | Q(covers_until__gt=today))


def _by_body(rows: Iterable[Membership]) -> dict[int, list[Membership]]:
    people: dict[int, list[Membership]] = {}
    for row in rows:
        people.setdefault(row.organization_id, []).append(row)
    return people


def _body(organization: Organization, held: Sequence[Membership], today: date, language: str) -> Body:
    entries = [
        Entry(
            person_named(each.person, today, language),
            each.person.get_absolute_url(),
            office_worded(each, today, language),
        )
        for each in held
    ]
    name = organization_named(organization, today, language)
    return Body(name, organization.get_absolute_url(), entries, held[0].of - len(held))
