"""Rows of the public record, all of them invented."""

from people.dates import PartialDate
from people.models import Membership, Organization, Person, Post


def person(given: str, family: str, gender: str = "male", **fields) -> Person:
    return Person.objects.create(given_name=given, family_name=family, gender=gender, **fields)


def post(
    label: str = "министр культуры Лаковии", organization: str = "Министерство культуры Лаковии", seats=1, **fields
):
    body = Organization.objects.get_or_create(name=organization)[0]
    return Post.objects.create(organization=body, label=label, seats=seats, **fields)


def held(who: Person, office: Post, since: str = "", until: str = "", *, checked_at=None, **fields) -> Membership:
    """An office held; checked unless ``attested_from`` is among the fields."""
    return Membership.objects.create(
        person=who,
        post=office,
        organization=office.organization,
        start_date=PartialDate.parse(since) if since else None,
        end_date=PartialDate.parse(until) if until else None,
        checked_at=checked_at,
        **fields,
    )
