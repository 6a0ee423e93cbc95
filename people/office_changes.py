"""Taking and leaving an office as a text tells it: the dates it gives, the text as source, and nothing checked.

Until an editor has checked it, pages say no more of such an office than «на 30 июня 2025» (ADR 6).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from .attesting import vouch
from .dates import PartialDate
from .models import Membership, Person, Post


@dataclass(frozen=True)
class Source:
    """The text that tells it, its day, and who of the desk says so."""

    owner: str
    title: str
    day: date
    by: Any


class NotRecorded(Exception):
    """The record does not take it; the message says why and what to do."""


def take(
    person: Person, post: Post, when: PartialDate, source: Source, *, acting: bool, known: Membership | None = None
) -> Membership:
    """Record that the office is held from that date on; ``known`` is what texts alone have told of it so far."""
    membership = known or Membership(person=person, organization=post.organization, post=post, acting=acting)
    day = _vouched(when, source.day)
    membership.start_date = when  # type: ignore[assignment]  # the stubs take the field for text
    membership.attested_from = min(membership.attested_from or day, day)
    membership.attested_until = max(membership.attested_until or day, day + timedelta(days=1))
    return _saved(membership, source, day)


def leave(membership: Membership, when: PartialDate, source: Source) -> Membership:
    """Record that the office is no longer held from that date on."""
    membership.end_date = when  # type: ignore[assignment]
    if membership.is_attested_only:
        last = max(when.earliest, membership.attested_from + timedelta(days=1))
        membership.attested_until = min(membership.attested_until, last)
    return _saved(membership, source, source.day)


def left(person: Person, post: Post, when: PartialDate, source: Source, *, acting: bool) -> Membership:
    """Record the leaving of an office that no record knows: held the day before, and no more is known."""
    last = when.earliest - timedelta(days=1)
    membership = Membership(person=person, organization=post.organization, post=post, acting=acting, end_date=when)
    membership.attested_from, membership.attested_until = last, when.earliest
    return _saved(membership, source, last)


def _vouched(when: PartialDate, day: date) -> date:
    """The day on which the text vouches for the holder: an office announced for July is not held in June."""
    return when.earliest if when.earliest == when.latest else max(when.earliest, min(day, when.latest))


def _saved(membership: Membership, source: Source, day: date) -> Membership:
    verb = "change" if membership.pk else "add"
    if not source.by.has_perm(f"people.{verb}_membership"):
        raise PermissionDenied(_("Your role does not allow this: ask an editor."))
    try:
        membership.clean()
    except ValidationError as error:
        raise NotRecorded(" ".join(error.messages)) from error
    membership._history_user = source.by
    membership.save()
    vouch(membership, on=day, owner=source.owner, title=source.title)
    return membership
