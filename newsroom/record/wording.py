"""Names and offices in the reader's language where the record has them, else as they are, with their own language."""

from dataclasses import dataclass
from datetime import date

from people.models import Membership, Organization, OtherName, Person

_OURS = "ru"  # what the record is kept in


@dataclass(frozen=True)
class Wording:
    """Words, and the language they are in where that is not the page's own: a screen reader changes its voice."""

    text: str
    lang: str = ""

    def __str__(self) -> str:
        return self.text


def person_named(person: Person, day: date, language: str) -> Wording:
    """The name the person bore on that day. Asks for ``other_names`` to be prefetched."""
    other = person.other_name_on(day, language)
    return Wording(str(other)) if other else Wording(person.name, foreign(_OURS, language))


def organization_named(organization: Organization, day: date, language: str) -> Wording:
    """The name of the organization in that language; of other names, one that is no mere spelling or short form."""
    named = (other for other in organization.other_names.all() if _is_its_name(other, day, language))
    other = next(named, None)
    return Wording(str(other)) if other else Wording(organization.name, foreign(_OURS, language))


def _is_its_name(other: OtherName, day: date, language: str) -> bool:
    translated = other.kind == OtherName.Kind.VARIANT and other.language == language != _OURS
    return translated or other.is_borne_on(day, language)


def office_worded(membership: Membership, day: date | None, language: str) -> Wording:
    """The office as it was worded on that day, with «и. о.» when acting."""
    worded = membership.post.wording_on(day, language) if membership.post and day else None
    spoken = worded.language if worded else _OURS
    return Wording(membership.label_on(day, language), foreign(spoken, language))


def foreign(spoken: str, language: str) -> str:
    """The language of words on a page in ``language``; empty where it is the page's own."""
    return "" if spoken == language else spoken
