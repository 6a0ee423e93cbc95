"""What a text tells: somebody held an office on its day. Finds what is on record, makes stubs of the rest.

Nothing is made twice; a stub is attested on the day of the text and no more, until an editor has checked it.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from search.words import search_key

from .models import Membership, MembershipSource, NameForm, Organization, Person, Post
from .names.keys import name_key
from .names.office.synonyms import OfficeKey, office_key
from .names.offices import Office
from .names.records import NameParts
from .names.words.phrases import in_case, is_acronym

# The kinds of the names engine in the words of ``Organization.Classification``.
_KINDS = {
    "ministry": Organization.Classification.MINISTRY,
    "international organization": Organization.Classification.INTERNATIONAL,
    "head of state": Organization.Classification.HEAD_OF_STATE,
    "government": Organization.Classification.GOVERNMENT,
    "parliament": Organization.Classification.PARLIAMENT,
    "state committee": Organization.Classification.STATE_BODY,
    "company": Organization.Classification.COMPANY,
}
# Their heads are worded with the country alone: «министр иностранных дел Киргизии», however the text calls it.
_OF_A_COUNTRY = {Organization.Classification.MINISTRY, Organization.Classification.HEAD_OF_STATE}
_OF_A_GOVERNMENT = ("премьер-министр", "вице-премьер", "первый вице-премьер")
_LONGEST_TITLE = MembershipSource._meta.get_field("title").max_length
_ACTING = re.compile(r"^(?:и\.\s*о\.|врио|исполняющ\w+\s+обязанности)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """An office as a text gives it to somebody: ``label`` in the nominative, worded with its organization.

    Without an organization («премьер-министр» alone) it is no office the record could keep.
    """

    label: str
    organization: str
    organization_short: str = ""
    classification: str = Organization.Classification.OTHER
    country: str = ""
    acting: bool = False

    @classmethod
    def of(cls, office: Office) -> "Told":
        """«глава МИД Киргизии» and «министр иностранных дел Киргизии» are told alike.

        «министр культуры» of nobody knows which country is told without an organization.
        """
        kind = _KINDS.get(office.classification, Organization.Classification.OTHER)
        short = office.organization_short if office.organization_short != office.organization else ""
        return cls(
            label=_label(office, kind),
            organization=office.organization if office.is_of_named_body else "",
            organization_short=short if office.is_of_named_body else "",
            classification=kind,
            country=office.country,
            acting=office.acting,
        )


def _label(office: Office, kind: str) -> str:
    with_country = kind in _OF_A_COUNTRY or office.post in _OF_A_GOVERNMENT
    if office.country and with_country:
        return f"{office.post} {in_case(office.country, 'gent')}"
    worded = _ACTING.sub("", office.wording)
    # «и. о. мэра Нижнего Кедра» tells of the office «мэр Нижнего Кедра».
    for post in (office.post, in_case(office.post, "gent")):
        if f"{search_key(worded)} ".startswith(f"{search_key(post)} ") and not office.former:
            return office.post + worded[len(post) :]
    if is_acronym(office.organization_short):
        return f"{office.post} {office.organization_short}"
    return f"{office.post} {in_case(office.organization, 'gent')}" if office.organization else office.post


@dataclass(frozen=True)
class Attested:
    """The membership a text tells of; without one ``remark`` says why the record would not take it."""

    membership: Membership | None
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
    families = nominative.filter(part="family", key=name_key(family)).values("person")
    givens = nominative.filter(part="given", key=name_key(given)).values("person")
    return list(Person.objects.filter(merged_into=None, pk__in=families).filter(pk__in=givens))


def _bears(person: Person, name: NameParts) -> bool:
    own = {search_key(person.family_name), search_key(person.given_name)}
    return own == {search_key(name.family), search_key(name.given)} and _agrees(person.patronymic_name, name.patronymic)


def _agrees(one: str, other: str) -> bool:
    return not one or not other or search_key(one) == search_key(other)


def identify(name: NameParts) -> Person | None:
    """The person on record this name means, or a new stub without a page.

    None when several bear it: then an editor must say who is meant.
    """
    found = candidates(name)
    if len(found) > 1:
        return None
    return found[0] if found else new_person(name)


def new_person(name: NameParts) -> Person:
    """A stub: a name and nothing else, without a page until an office is told or an editor makes one."""
    return Person.objects.create(
        given_name=name.given, family_name=name.family, patronymic_name=name.patronymic, gender=name.gender
    )


def attest(person: Person, told: Told, *, on: date, owner: str, title: str = "") -> Attested:
    """Record that a text of that day gives this office to this person; ``owner`` names the text, ``title`` for people.

    A membership already on record is attested on that day too. One that contradicts the record (another certain
    holder of a one-seat office) is not made.
    """
    membership = _held_more_exactly(person, told, on)
    post = membership.post if membership else post_of(told)
    membership = membership or _held(person, post, told.acting, on)
    if membership is None:
        membership, rival = _new_membership(person, post, told.acting, on)
        if rival:
            remark = _(
                "The text calls %(name)s “%(office)s”; on record that day it is %(holder)s. Check which is right."
            )
            return Attested(None, remark % {"name": person, "office": post, "holder": rival.person})
    vouch(membership, on=on, owner=owner, title=title)
    return Attested(membership)


def vouch(membership: Membership, *, on: date, owner: str, title: str) -> None:
    """Name the text as a source of the membership; a stub with an office has a page."""
    told = {"told_on": on, "title": title[:_LONGEST_TITLE]}  # of a text that is still being written, any length
    MembershipSource.objects.get_or_create(membership=membership, owner=owner, defaults=told)
    person = membership.person
    if person.page == Person.Page.NONE and person.checked_at is None:
        person.page = Person.Page.UNLISTED
        person.save(update_fields=["page"])


def post_of(told: Told) -> Post:
    """The office on record that is told so, or a new one."""
    organization = _organization(told)
    key = search_key(told.label)
    found = Post.objects.filter(organization=organization, search_key=key).first()
    seats = 1 if told.classification in _ONE_HEAD and not _is_shared(key) else None
    return found or Post.objects.create(organization=organization, label=told.label, seats=seats, rank=_rank(key))


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
    forms = NameForm.objects.filter(
        organization__isnull=False, part__in=["whole", "short"], key__in=[name_key(name) for name in names]
    )
    if found := Organization.objects.filter(pk__in=forms.values("organization")).order_by("pk").first():
        return found
    organization = Organization(
        name=told.organization,
        abbreviation=told.organization_short,
        classification=told.classification,
        area=told.country,
    )
    organization.save()
    return organization


def _held_more_exactly(person: Person, told: Told, on: date) -> Membership | None:
    """«министр культуры» of somebody who was «министр культуры Лаковии» that day tells of that office.

    So does «глава ГКНБ» of its chairman.
    """
    held = person.memberships.filter(acting=told.acting, post__isnull=False).on(on)
    key = office_key(told.label, told.organization, told.country, on)
    return next((each for each in held if is_shorter(told.label, each.post.label) or _is_office(each, key, on)), None)


def _is_office(held: Membership, key: OfficeKey, on: date) -> bool:
    body = held.post.organization
    return office_key(held.post.label, body.name, body.area, on).may_be(key)


def is_shorter(label: str, other: str) -> bool:
    """True when ``other`` words the same office more exactly: «министр культуры», «министр культуры Лаковии»."""
    return search_key(other).startswith(f"{search_key(label)} ")


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


def _new_membership(
    person: Person, post: Post, acting: bool, on: date
) -> tuple[Membership, None] | tuple[None, Membership]:
    """The attested membership, or whoever certainly holds the seat that day."""
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
        return None, rival
    membership.save()
    return membership, None
