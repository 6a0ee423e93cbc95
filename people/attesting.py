"""What a text tells: somebody held an office on its day. Finds what is on record, makes stubs of the rest.

Nothing is made twice; a stub is attested on the day of the text and no more, until an editor has checked it.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from search.words import search_key

from .models import Membership, MembershipSource, NameForm, Organization, Person, Post
from .names.records import NameParts


@dataclass(frozen=True)
class Told:
    """A person as a text tells of them. Names are in the nominative; ``post`` is worded with its organization."""

    name: NameParts
    post: str = ""
    organization: str = ""
    organization_short: str = ""
    classification: str = Organization.Classification.OTHER
    country: str = ""
    acting: bool = False
    former: bool = False


@dataclass
class Attested:
    """Who was found or made, and a sentence for each thing the record would not take."""

    person: Person
    membership: Membership | None = None
    is_new: bool = False
    remark: str = ""


def candidates(name: NameParts) -> list[Person]:
    """People on record who may bear this name, in either order of its parts; the likeliest first."""
    orders = {(name.family, name.given), (name.given, name.family)}
    keys = {search_key(" ".join(part for part in order if part)) for order in orders}
    found = {
        person.pk: person
        for key in keys
        for person in Person.objects.filter(merged_into=None, search_key__startswith=key)
        if _bears(person, name)
    }
    for order in orders:
        for person in _by_forms(*order):
            if _agrees(person.patronymic_name, name.patronymic):
                found.setdefault(person.pk, person)
    return list(found.values())


def _by_forms(family: str, given: str) -> list[Person]:
    if not (family and given):
        return []
    nominative = NameForm.objects.filter(cases__in=[mask for mask in range(1, 64) if mask & 1])
    families = nominative.filter(part="family", key=search_key(family)).values("person")
    givens = nominative.filter(part="given", key=search_key(given)).values("person")
    return list(Person.objects.filter(merged_into=None, pk__in=families).filter(pk__in=givens))


def _bears(person: Person, name: NameParts) -> bool:
    own = {search_key(person.family_name), search_key(person.given_name)}
    return own == {search_key(name.family), search_key(name.given)} and _agrees(person.patronymic_name, name.patronymic)


def _agrees(one: str, other: str) -> bool:
    return not one or not other or search_key(one) == search_key(other)


def attest(told: Told, *, on: date, owner: str, person: Person | None = None) -> Attested:
    """Record what a text of that day tells; ``person`` is the editor's choice among ``candidates``.

    A membership already on record is attested on that day too. One that contradicts the record (another certain
    holder of a one-seat office) is not made; ``remark`` says so.
    """
    found = [person] if person else candidates(told.name)
    is_new = not found
    result = Attested(found[0] if found else _new_person(told), is_new=is_new)
    if not told.post or told.former:
        return result
    post = _post(told)
    held = _held(result.person, post, told.acting, on)
    try:
        result.membership = held or _new_membership(result.person, post, told.acting, on)
    except _Contradiction as contradiction:
        result.remark = str(contradiction)
        return result
    MembershipSource.objects.get_or_create(membership=result.membership, owner=owner, defaults={"told_on": on})
    if result.person.page == Person.Page.NONE:
        result.person.page = Person.Page.UNLISTED
        result.person.save(update_fields=["page"])
    return result


def _new_person(told: Told) -> Person:
    person = Person(
        given_name=told.name.given,
        family_name=told.name.family,
        patronymic_name=told.name.patronymic,
        gender=told.name.gender,
    )
    person.save()
    return person


def _post(told: Told) -> Post:
    organization = _organization(told)
    key = search_key(told.post)
    found = Post.objects.filter(organization=organization, search_key=key).first()
    seats = 1 if told.classification in _ONE_HEAD and not _is_shared(key) else None
    return found or Post.objects.create(organization=organization, label=told.post, seats=seats, rank=_rank(key))


# The head of such a body is one at a time; deputies and deputy ministers are many.
_ONE_HEAD = {
    Organization.Classification.HEAD_OF_STATE,
    Organization.Classification.MINISTRY,
    Organization.Classification.INTERNATIONAL,
}
_RANKS = (
    ("президент", 10),
    ("король", 10),
    ("премьер", 20),
    ("председатель кабинета", 20),
    ("генеральный секретарь", 20),
    ("спикер", 20),
    ("министр", 30),
)


def _is_shared(label_key: str) -> bool:
    heads = ("президент", "министр", "премьер", "глава", "генеральный секретарь", "председатель")
    return not label_key.startswith(heads)


def _rank(label_key: str) -> int:
    return next((rank for opening, rank in _RANKS if label_key.startswith(opening)), 100)


def _organization(told: Told) -> Organization:
    names = {search_key(name) for name in (told.organization, told.organization_short) if name}
    forms = NameForm.objects.filter(organization__isnull=False, part="whole", key__in=names)
    if found := Organization.objects.filter(pk__in=forms.values("organization")).order_by("pk").first():
        return found
    organization = Organization(
        name=told.organization or told.organization_short or told.post,
        abbreviation=told.organization_short if told.organization_short != told.organization else "",
        classification=told.classification,
        area=told.country,
    )
    organization.save()
    return organization


def _held(person: Person, post: Post, acting: bool, on: date) -> Membership | None:
    """The membership on record that this text tells of too; an attested one is stretched to that day."""
    mine = Membership.objects.filter(person=person, post=post, acting=acting)
    if covering := mine.on(on).first():
        return covering
    for held in mine.filter(checked_at=None, attested_from__isnull=False):
        first, last = held.attested_from, held.attested_until
        held.attested_from = min(first, on)
        held.attested_until = max(last, on + timedelta(days=1))
        held.derive()
        # Between two texts somebody else may have held the office; then this is another membership.
        if held.rival() is None:
            held.save()
            return held
    return None


class _Contradiction(Exception):
    pass


def _new_membership(person: Person, post: Post, acting: bool, on: date) -> Membership:
    membership = Membership(
        person=person,
        organization=post.organization,
        post=post,
        acting=acting,
        attested_from=on,
        attested_until=on + timedelta(days=1),
    )
    membership.derive()
    if rival := membership.rival():
        raise _Contradiction(
            _("The text calls %(name)s “%(office)s”, on record that day it is %(holder)s: check which is right.")
            % {"name": person, "office": post, "holder": rival.person}
        )
    membership.save()
    return membership
