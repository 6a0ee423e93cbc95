"""The public record for search engines, in the vocabulary of schema.org and nothing outside it."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from media_assets.pictures import Picture
from people.models import Membership, Organization, Person

from .dates import last_day
from .facts import Facts
from .offices import Record

_CONTEXT = "https://schema.org"
_Kind = Organization.Classification
# A country or a town is a place in this vocabulary, and has neither members nor a parent body.
_TYPES = {
    _Kind.STATE: "Country",
    _Kind.PARTY: "PoliticalParty",
    _Kind.COMPANY: "Corporation",
    **dict.fromkeys(
        [_Kind.HEAD_OF_STATE, _Kind.GOVERNMENT, _Kind.MINISTRY, _Kind.PARLIAMENT, _Kind.STATE_BODY, _Kind.COURT],
        "GovernmentOrganization",
    ),
}
Json = dict[str, Any]


def profile_page(
    person: Person, name: str, facts: Facts, record: Record, portrait: Picture | None, crumbs: Sequence[tuple[str, str]]
) -> Json:
    """A person's page: the person with offices held and their dates, and the way to the page."""
    url = _absolute(person.get_absolute_url())
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
        "image": _image(portrait) if portrait and not portrait.is_withheld else None,
        "jobTitle": list(dict.fromkeys(office.label for office in record.present)),
        "worksFor": [_works_for(each) for each in held],
        "hasOccupation": [_occupation(each) for each in known],
        "sameAs": [url for _called, url in facts.elsewhere],
    }
    checked = timezone.localtime(person.checked_at).isoformat(timespec="seconds") if person.checked_at else None
    return _page("ProfilePage", url, entity, crumbs) | ({"dateModified": checked} if checked else {})


def organization_page(
    organization: Organization,
    name: str,
    facts: Facts,
    around: tuple[Organization | None, Iterable[Organization]],
    crumbs: Sequence[tuple[str, str]],
) -> Json:
    """An organization's page; ``around`` are its parent and its parts as far as they have pages."""
    url = _absolute(organization.get_absolute_url())
    kind = _TYPES.get(_Kind(organization.classification), "Organization")
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
    return _page("WebPage", url, entity, crumbs)


def page_of(path: str, name: str, crumbs: Sequence[tuple[str, str]]) -> Json:
    """A page about what the vocabulary has no word for, such as an office: its name and the way to it."""
    return _page("WebPage", _absolute(path), None, crumbs) | {"name": name}


def _page(kind: str, url: str, entity: Json | None, crumbs: Sequence[tuple[str, str]]) -> Json:
    return {
        "@context": _CONTEXT,
        "@type": kind,
        "url": url,
        **({"mainEntity": _told(entity)} if entity else {}),
        "breadcrumb": breadcrumbs([(_("Front page"), "/"), *crumbs]),
    }


def breadcrumbs(crumbs: Sequence[tuple[str, str]]) -> Json:
    """The way to a page, from the front page; names and paths."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": _absolute(path)}
            for position, (name, path) in enumerate(crumbs, 1)
        ],
    }


def _works_for(held: Membership) -> Json:
    """In this vocabulary a Role stands between two things and says from when until when they belonged together."""
    return _role(held) | {"@type": "OrganizationRole", "worksFor": _named(held.organization)}


def _occupation(held: Membership) -> Json:
    name = held.post.label if held.post else held.role
    return _role(held) | {"@type": "Role", "hasOccupation": {"@type": "Occupation", "name": name}}


def _role(held: Membership) -> Json:
    told = {
        "roleName": held.label_on(held.covers_from),
        "startDate": str(held.start_date or ""),
        "endDate": last_day(held.end_date),
    }
    return _told(told)


def _named(organization: Organization) -> Json:
    kind = _TYPES.get(_Kind(organization.classification), "Organization")
    return {"@type": "Organization" if kind == "Country" else kind, "name": organization.name}


def _image(picture: Picture) -> Json:
    crop = picture.crops["portrait"]
    told = {
        "@type": "ImageObject",
        "url": _absolute(crop.src),
        "contentUrl": _absolute(crop.src),
        "width": crop.width,
        "height": crop.height,
        "creditText": picture.credit,
        "copyrightNotice": picture.copyright_notice,
    }
    return _told(told)


def _other_names(facts: Facts) -> list[str]:
    words = [*facts.spellings, *(name for _language, names in facts.in_languages for name in names)]
    return list(dict.fromkeys(map(str, [*words, *(name for name, _until in facts.former)])))


def _told(data: Json) -> Json:
    return {key: value for key, value in data.items() if value not in (None, "", [])}


def _absolute(path: str) -> str:
    return f"{settings.BASE_URL}{path}"
