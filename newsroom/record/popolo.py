"""The public record as open data, in the words of Popolo (https://www.popoloproject.com/specs/)."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from people.models import Identifier, Membership, Organization, OtherName, Person

from .dates import last_day
from .offices import Office, Record

Json = dict[str, Any]


def person_popolo(person: Person, record: Record) -> Json:
    """A person with everything the page tells; ids are addresses of pages."""
    told = {
        "id": _absolute(person.get_absolute_url()),
        "name": person.name,
        "sort_name": person.sort_name,
        "family_name": person.family_name,
        "given_name": person.given_name,
        "patronymic_name": person.patronymic_name,
        "honorific_prefix": person.honorific_prefix,
        "gender": person.gender,
        "birth_date": str(person.birth_date or ""),
        "death_date": str(person.death_date or ""),
        "summary": person.summary,
        "biography": person.biography,
        "other_names": [_other_name(other) for other in person.other_names.all()],
        "memberships": [_membership(each, office, person) for each, office in record.lines],
        **_elsewhere(person.identifiers.all()),
        "sources": [{"url": _absolute(person.get_absolute_url())}],
        "updated_at": person.checked_at.isoformat(timespec="seconds") if person.checked_at else "",
    }
    return _told(told)


def organization_popolo(organization: Organization, parent: Organization | None) -> Json:
    """An organization with what it is and what it belongs to."""
    told = {
        "id": _absolute(organization.get_absolute_url()),
        "name": organization.name,
        "classification": organization.classification,
        "parent_id": _absolute(parent.get_absolute_url()) if parent else "",
        "founding_date": str(organization.founding_date or ""),
        "dissolution_date": last_day(organization.dissolution_date),
        "summary": organization.summary,
        "other_names": [
            *([{"name": organization.abbreviation, "note": "abbreviation"}] if organization.abbreviation else []),
            *(_other_name(other) for other in organization.other_names.all()),
        ],
        **_elsewhere(organization.identifiers.all()),
        "sources": [{"url": _absolute(organization.get_absolute_url())}],
    }
    return _told(told)


def _membership(held: Membership, office: Office, person: Person) -> Json:
    """An office held. One that texts alone tell of has no dates: its source says on which days they told of it."""
    told: Json = {
        "label": held.label_on(held.covers_from, "ru"),
        "role": "" if held.post else held.role,
        "organization": _told({"id": _address(office.organization_url), "name": held.organization.name}),
        "post": _told({"id": _address(office.post_url), "label": held.post.label}) if held.post else None,
        "on_behalf_of": {"name": held.on_behalf_of.name} if held.on_behalf_of else None,
        "area": {"name": held.area} if held.area else None,
        "sources": [{"url": _address(each.url), "note": each.title} for each in office.sources if each.url],
    }
    if held.is_attested_only:
        first, last = (day.isoformat() for day in held.told_days)
        days = first if first == last else f"{first}/{last}"
        note = f"as told by stories of {days}; not checked"
        told["sources"].append({"url": _absolute(person.get_absolute_url()), "note": note})
        return _told(told)
    return _told(told | {"start_date": str(held.start_date or ""), "end_date": last_day(held.end_date)})


def _other_name(other: OtherName) -> Json:
    told = {
        "name": str(other),
        "family_name": other.family_name,
        "given_name": other.given_name,
        "patronymic_name": other.patronymic_name,
        "start_date": str(other.valid_from or ""),
        "end_date": last_day(other.valid_until),
        "note": f"{other.kind}, {other.language}",
    }
    return _told(told)


def _elsewhere(identifiers: Iterable[Identifier]) -> Json:
    known = list(identifiers)
    return {
        "identifiers": [{"scheme": each.scheme, "identifier": each.identifier} for each in known],
        "links": [{"url": each.url, "note": each.called} for each in known if each.url],
    }


def _told(data: Json) -> Json:
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}


def _absolute(path: str) -> str:
    return f"{settings.BASE_URL}{path}"


def _address(path: str) -> str:
    """What stands elsewhere has its own address already."""
    return _absolute(path) if path.startswith("/") else path
