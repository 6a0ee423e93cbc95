"""Offices held as spans to draw: what of each membership is certain, and what only may be."""

from collections.abc import Iterable

from people.models import Membership

from .day import AsOf
from .timeline import Drawing, Span, drawn


def timeline_of(memberships: Iterable[Membership], asked: AsOf, language: str) -> Drawing | None:
    """The offices drawn over the years, as they stood on the day asked."""
    return drawn([_span(each, language) for each in memberships], asked.day)


def _span(held: Membership, language: str) -> Span:
    row = ("post", held.post_id) if held.post_id else ("role", held.organization_id, held.role)
    day = held.told_days[0] if held.is_attested_only else held.covers_from
    # The row is of the office, whoever holds it for somebody else: «и. о.» is told by its colour and in the list.
    label = held.post.label_on(day, language) if held.post and day else held.role or str(held.post)
    if held.is_attested_only:
        return Span(row, label, told=held.told_days)
    return Span(
        row,
        label,
        held.covers_from,
        held.covers_until,
        held.certain_from,
        # The last possible day is covered, the certain ones end at the first possible end.
        held.certain_until if held.covers_until else None,
        is_acting=held.acting,
        is_start_known=held.start_date is not None,
    )
