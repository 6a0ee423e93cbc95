"""Who holds and who held offices: of an organization office by office, of one office in order with its gaps.

A parliament has had a thousand members: they stand on as many pages as they need, who sits there now first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import Case, F, QuerySet, Value, When
from django.http import Http404

from people.models import Membership, Person, Post

from .day import AsOf
from .labels import post_worded
from .neighbours import when_held
from .wording import Wording, foreign, person_named

PER_PAGE = 100
_LOWEST = 1000  # the rank of a mere role


@dataclass(frozen=True)
class Holder:
    """Somebody in an office, and when. A ``gap`` before them is a time in which nobody on record held it."""

    name: Wording
    url: str
    when: str
    gap: tuple[str, str] | None = None


@dataclass
class OfficeHolders:
    """An office with its holders as of a day: those in it, those only told of, those before, those announced."""

    label: Wording
    url: str = ""
    present: list[Holder] = field(default_factory=list)
    attested: list[Holder] = field(default_factory=list)
    former: list[Holder] = field(default_factory=list)
    future: list[Holder] = field(default_factory=list)

    @property
    def is_held(self) -> bool:
        return bool(self.present or self.attested or self.future)

    @property
    def is_empty(self) -> bool:
        return not (self.is_held or self.former)


def page_of_holders(memberships: QuerySet, asked: AsOf, number: str) -> Page:
    """The page of these memberships that is asked for: those of the day first, the highest offices first."""
    is_over = Case(When(covers_until__lte=asked.day, then=Value(1)), default=Value(0))
    newest_first = F("covers_from").desc(nulls_last=True)
    begun = memberships.exclude(covers_from__gt=asked.day) if asked.is_asked else memberships
    ordered = begun.order_by(is_over, F("post__rank").asc(nulls_last=True), "post_id", newest_first, "rank", "pk")
    found = ordered.select_related("person", "post", "organization")
    try:
        return Paginator(found.prefetch_related("post__labels", "person__other_names"), PER_PAGE).page(number or 1)
    except InvalidPage as error:
        raise Http404 from error


def holders(memberships: Page, asked: AsOf, now: datetime, language: str) -> list[OfficeHolders]:
    """These memberships by office, the highest first, as of the day asked; six queries, however many."""
    rows = sorted(memberships, key=lambda row: row.covers_from or date.min, reverse=True)
    posts = _ids(Post.objects.public(now).filter(pk__in={row.post_id for row in rows}))
    people = _ids(Person.objects.public(now).filter(pk__in={row.person_id for row in rows}))
    # Somebody without a page is named where an editor has checked that they held the office.
    told = [row for row in rows if row.person_id in people or row.checked_at]
    gaps = _gaps(told)
    by_office: dict[object, OfficeHolders] = {}
    for row in sorted(told, key=lambda row: row.post.rank if row.post else _LOWEST):
        if standing := asked.standing(row):
            office = by_office.setdefault(row.post_id or row.role, _office(row, row.post_id in posts, asked, language))
            getattr(office, standing).append(_holder(row, row.person_id in people, gaps.get(row.pk), asked, language))
    return list(by_office.values())


def _office(row: Membership, has_page: bool, asked: AsOf, language: str) -> OfficeHolders:
    """The office itself, without the «и. о.» of whoever happens to come first."""
    if row.post is None:
        return OfficeHolders(Wording(row.role, foreign("ru", language)))
    return OfficeHolders(post_worded(row.post, asked.day, language), row.post.get_absolute_url() if has_page else "")


def _holder(row: Membership, has_page: bool, gap: tuple | None, asked: AsOf, language: str) -> Holder:
    url = row.person.get_absolute_url() if has_page else ""
    name = person_named(row.person, asked.day, language)
    printed = (gap[0].printed(language), gap[1].printed(language)) if gap else None
    return Holder(name, url, when_held(row, language), printed)


def _gaps(rows: Iterable[Membership]) -> dict[int, tuple]:
    """By membership, the certain gap before it: known ends on both sides, one seat, and nobody in between at all."""
    by_post: dict[int, list[Membership]] = {}
    for row in rows:
        if row.post_id and row.post.seats == 1 and row.covers_from:
            by_post.setdefault(row.post_id, []).append(row)
    found = {}
    for held in by_post.values():
        held.sort(key=lambda row: row.covers_from)
        for number, row in enumerate(held[1:], 1):
            if gap := _gap(held[:number], row):
                found[row.pk] = gap
    return found


def _gap(earlier: Sequence[Membership], row: Membership) -> tuple | None:
    latest = max(earlier, key=lambda each: each.covers_until or date.max)
    if row.start_date is None or latest.end_date is None or row.is_attested_only:
        return None
    return (latest.end_date, row.start_date) if latest.end_date.latest < row.start_date.earliest else None


def _ids(records: QuerySet) -> set[int]:
    return set(records.values_list("pk", flat=True))
