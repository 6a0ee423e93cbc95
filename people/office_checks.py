"""Whether an office that a text gives somebody contradicts the record on that day.

Unknown is no contradiction: where the record is silent, knows the office only from other days, or has it in other
words, nothing is said. A false alarm at three in the morning costs more than a miss.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from .models import Membership
from .models.membership import staying
from .names.offices import Office, office_at
from .office_record import OfficeRecord, holder_among, is_certain, is_told_only_by


class Contradiction(Enum):
    """How the text and the record differ."""

    HELD_BY_ANOTHER = "another"  # the seat is somebody else's that day
    ENDED = "ended"  # this person's own, and over by then
    NOT_BEGUN = "not begun"
    ANOTHER_OFFICE = "office"  # this person surely held another one that day
    ACTING = "acting"  # the record says «и. о.», the text does not
    NOT_ACTING = "not acting"
    STILL_HELD = "still"  # «бывший министр» of who is minister


@dataclass(frozen=True)
class Difference:
    """One office of a text that the record contradicts.

    ``membership`` is the one that contradicts it, ``own`` are the offices the person held that day, ``holder`` has the
    seat that the text gives away, ``was_held`` says that it was this person's before, and ``may_be_recorded`` that the
    record would take what the text tells.
    """

    kind: Contradiction
    membership: Membership
    own: tuple[Membership, ...] = ()
    holder: Membership | None = None
    was_held: bool = False
    may_be_recorded: bool = False


def difference(record: OfficeRecord, person_id: int, office: Office, day: date, owner: str = "") -> Difference | None:
    """How the record contradicts that the person held, or had held, this office on that day; None if it does not.

    ``owner`` names the text: what the record knows from it alone proves nothing against it.
    """
    held = record.held.get(person_id, [])
    covering = [each for each in held if _covers(each, day)]
    same = record.same(person_id, office, day)
    own = tuple(staying([each for each in covering if not is_told_only_by(each, owner)], day))
    if office.former:
        return _former(same, day, own)
    if here := [each for each in same if each in covering]:
        return _acting(here, office.acting, own)
    holder = _seat_of(record, person_id, office, same, day)
    if office.acting:  # somebody may act for whoever holds the seat
        return None
    if holder and not is_told_only_by(holder, owner):
        was_held = any(_is_over(each, day) for each in same)
        return Difference(Contradiction.HELD_BY_ANOTHER, holder, own, holder, was_held)
    if kind := _over(same, day):
        last = max(same, key=lambda each: each.covers_until or date.max)
        is_over = kind is Contradiction.ENDED
        return Difference(kind, last, own, was_held=is_over, may_be_recorded=is_over)
    if not same and (other := _excluding(office, own, day)):
        return Difference(Contradiction.ANOTHER_OFFICE, other, own, may_be_recorded=office.is_of_named_body)
    return None


def _former(same: Sequence[Membership], day: date, own: tuple[Membership, ...]) -> Difference | None:
    """«Бывший министр» of the minister, unless he was minister before, or his last day is this."""
    present = [
        each for each in same if is_certain(each, day) and not each.is_attested_only and not _says(each, "former")
    ]
    if present and len(present) == len(same) and not any(each.ends_on(day) for each in present):
        return Difference(Contradiction.STILL_HELD, present[0], own)
    return None


def _acting(here: Sequence[Membership], is_acting: bool, own: tuple[Membership, ...]) -> Difference | None:
    """«Министр» of who only acts for one, and the other way round, where the record is sure of it."""
    if any((each.acting or _says(each, "acting")) == is_acting or each.is_attested_only for each in here):
        return None
    kind = Contradiction.NOT_ACTING if is_acting else Contradiction.ACTING
    return Difference(kind, here[0], own)


def _says(membership: Membership, what: str) -> bool:
    """Whether the record has it in words: «и. о. директора» as a role, «экс-министр» as an office."""
    label = membership.post.label if membership.post else membership.role
    office = office_at(label, 0, len(label))
    return office is not None and bool(getattr(office, what))


def _seat_of(
    record: OfficeRecord, person_id: int, office: Office, same: Sequence[Membership], day: date
) -> Membership | None:
    """Who else certainly holds the one seat these words mean, or that this person once held."""
    posts = {post.pk: post for post in record.posts}
    meant = record.post(office, day)
    once = [posts[each.post_id] for each in same if each.post_id in posts]
    for post in [meant] if meant else once[:1]:
        holder = holder_among(post, day)
        if holder is not None and holder.person_id != person_id:
            return holder
    return None


def _over(same: Sequence[Membership], day: date) -> Contradiction | None:
    """Whether all that is on record of this office was over by that day, or had not begun."""
    ended = [_is_over(each, day) for each in same]
    later = [each.start_date is not None and each.start_date.earliest > day for each in same]
    is_known = all(one or other for one, other in zip(ended, later, strict=True))
    if not same or not is_known or any(each.is_attested_only for each in same):
        return None
    return Contradiction.ENDED if any(ended) else Contradiction.NOT_BEGUN


def _is_over(membership: Membership, day: date) -> bool:
    return membership.covers_until is not None and membership.covers_until < day


# Whoever is one of these is nothing else of the kind at the same time. Members of a government may be.
_FULL_TIME = frozenset({"министр", "президент", "премьер-министр", "губернатор", "аким", "мэр", "король", "королева"})


def _excluding(office: Office, own: Sequence[Membership], day: date) -> Membership | None:
    """The office surely held that day beside which nobody holds the one the text gives."""
    sure = [each for each in own if is_certain(each, day) and not each.is_attested_only and not each.acting]
    if not _is_full_time(office) or len(sure) != len(own):
        return None
    worded = {each: office_at(each.post.label, 0, len(each.post.label)) for each in sure if each.post}
    if len(worded) != 1:
        return None
    membership, other = next(iter(worded.items()))
    return membership if other is not None and _is_full_time(other) else None


def _is_full_time(office: Office) -> bool:
    noun = office.post.split(" ")[0]
    return noun in _FULL_TIME and (noun != "президент" or office.classification == "head of state")


def _covers(membership: Membership, day: date) -> bool:
    """As ``MembershipQuerySet.on``: on its last day, too, unless it is known from texts alone."""
    if membership.covers_from is None or membership.covers_from > day:
        return False
    until = membership.covers_until
    return until is None or day < until or (day == until and not membership.is_attested_only)
