"""The public record for search engines, in the vocabulary of schema.org and nothing outside it."""

from collections.abc import Iterable, Sequence

from django.utils import timezone

from media_assets.pictures import Picture
from people.models import Membership, Organization, Person
from people.vocabulary import type_of

from ..described import Json, Step, absolute, described, image, told
from .dates import last_day
from .facts import Facts
from .offices import Record


def profile_page(
    person: Person, name: str, facts: Facts, record: Record, portrait: Picture | None, crumbs: Sequence[Step]
) -> Json:
    """A person's page: the person with offices held and their dates, and the way to the page."""
    url = absolute(person.get_absolute_url())
    known = [each for each in record.memberships if not each.is_attested_only]
    held = [each for each in known if each in record.held]
    entity = {
        "@type": "Person",
        "@id": url,
        "url": url,
        "name": name,
        "givenName": person.given_name,
        "familyName": person.family_name,
        "additionalName": person.patronymic_name,
        "honorificPrefix": person.honorific_prefix,
        "alternateName": _other_names(facts),
        "description": person.summary,
        "birthDate": str(person.birth_date or ""),
        "deathDate": str(person.death_date or ""),
        "image": image(portrait) if portrait and not portrait.is_withheld else None,
        "jobTitle": list(dict.fromkeys(office.label for office in record.present)),
        "worksFor": [_works_for(each) for each in held],
        "hasOccupation": [_occupation(each) for each in known],
        "sameAs": [url for _called, url in facts.elsewhere],
    }
    checked = timezone.localtime(person.checked_at).isoformat(timespec="seconds") if person.checked_at else None
    return described("ProfilePage", person.get_absolute_url(), crumbs, entity) | (
        {"dateModified": checked} if checked else {}
    )


def organization_page(
    organization: Organization,
    name: str,
    facts: Facts,
    around: tuple[Organization | None, Iterable[Organization]],
    crumbs: Sequence[Step],
) -> Json:
    """An organization's page; ``around`` are its parent and its parts as far as they have pages."""
    url = absolute(organization.get_absolute_url())
    kind = type_of(organization)
    parent, parts = around
    entity: Json = {
        "@type": kind,
        "@id": url,
        "url": url,
        "name": name,
        "alternateName": [*filter(None, [organization.abbreviation]), *_other_names(facts)],
        "description": organization.summary,
        "sameAs": [address for _called, address in facts.elsewhere],
    }
    if kind != "Country":
        entity |= {
            "foundingDate": str(organization.founding_date or ""),
            "dissolutionDate": last_day(organization.dissolution_date),
            "parentOrganization": _named(parent) if parent else None,
            "subOrganization": [_named(each) for each in parts],
        }
    return described("WebPage", organization.get_absolute_url(), crumbs, entity)


def _works_for(held: Membership) -> Json:
    """In this vocabulary a Role stands between two things and says from when until when they belonged together."""
    return _role(held) | {"@type": "OrganizationRole", "worksFor": _named(held.organization)}


def _occupation(held: Membership) -> Json:
    name = held.post.label if held.post else held.role
    return _role(held) | {"@type": "Role", "hasOccupation": {"@type": "Occupation", "name": name}}


def _role(held: Membership) -> Json:
    role = {
        "roleName": held.label_on(held.covers_from),
        "startDate": str(held.start_date or ""),
        "endDate": last_day(held.end_date),
    }
    return told(role)


def _named(organization: Organization) -> Json:
    kind = type_of(organization)
    return {"@type": "Organization" if kind == "Country" else kind, "name": organization.name}


def _other_names(facts: Facts) -> list[str]:
    words = [*facts.spellings, *(name for _language, names in facts.in_languages for name in names)]
    return list(dict.fromkeys(map(str, [*words, *(name for name, _until in facts.former)])))
