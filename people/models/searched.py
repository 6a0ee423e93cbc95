"""What of the public record readers search: people and organizations by all their names, people by their offices.

An entry is kept for whoever may have a page one day; whether a page answers now is asked of ``listed(now)`` and
``public(now)`` when something is found, since that hangs on what is public at that instant.
"""

from collections.abc import Iterator
from typing import Any

from search import index
from search.marks import Document
from search.models import Entry


def put(owner: Any) -> None:
    """Bring what a person or an organization is found by up to date. Inside the transaction that changed it."""
    index.put(owner_of(owner), index.prepared(documents(owner)), index.Span())


def owner_of(owner: Any) -> str:
    """How the index names the record, such as ``person:7``."""
    return f"{owner._meta.model_name}:{owner.pk}"


def documents(owner: Any) -> list[Document]:
    """The entry of a record; none of one merged into another, nor of somebody who must never have a page."""
    if not hasattr(owner, "family_name"):
        return [_organization(owner)]
    is_found = owner.merged_into_id is None and owner.page != owner.Page.NEVER
    return [_person(owner)] if is_found else []


def names_of(owner: Any) -> str:
    """Every name on record, a line each: the full one, former ones, other spellings, abbreviations."""
    full = owner.sort_name if hasattr(owner, "family_name") else f"{owner.name}\n{owner.abbreviation}"
    return "\n".join([full, *(_whole(other) for other in owner.other_names.all())])


def _whole(other: Any) -> str:
    return " ".join(filter(None, [other.name, other.given_name, other.patronymic_name, other.family_name]))


def _person(person: Any) -> Document:
    return Document(
        kind=Entry.Kind.PERSON,
        subject=person.pk,
        title=person.name,
        names=names_of(person),
        body="\n".join([person.summary, *dict.fromkeys(_offices(person))]),
    )


def _offices(person: Any) -> Iterator[str]:
    """The offices an editor has checked: what a text alone tells may still be under its embargo."""
    for held in person.memberships.all():
        if held.checked_at is not None:
            yield held.post.label if held.post else held.role
            yield held.organization.name
            for wording in held.post.labels.all() if held.post else ():
                yield f"{wording.label} {wording.short_form}"


def _organization(organization: Any) -> Document:
    return Document(
        kind=Entry.Kind.ORGANIZATION,
        subject=organization.pk,
        title=organization.name,
        names=names_of(organization),
        body=organization.summary,
    )
