"""What an organization belongs to and what belongs to it, what came before it and after: as far as they have pages."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from people.models import Organization
from people.models.organization import OrganizationQuerySet

from .wording import Wording, organization_named

_DEEPEST = 4  # a department of a ministry of a government of a state
_MOST = 100  # a state with more bodies than that is read through its index


@dataclass(frozen=True)
class Relative:
    """An organization beside another, under its name in the reader's language."""

    organization: Organization
    name: Wording
    parts: list["Relative"] = field(default_factory=list)

    @property
    def url(self) -> str:
        return self.organization.get_absolute_url()

    @property
    def reason(self) -> str:
        """Why another took its place."""
        return self.organization.successor_reason


@dataclass(frozen=True)
class Family:
    """``above`` begins with the highest; ``children`` have their own ``parts``."""

    above: list[Relative] = field(default_factory=list)
    children: list[Relative] = field(default_factory=list)
    predecessors: list[Relative] = field(default_factory=list)
    successor: Relative | None = None

    @property
    def parent(self) -> Organization | None:
        return self.above[-1].organization if self.above else None


def family_of(organization: Organization, now: datetime, day: date, language: str) -> Family:
    """The organizations around one as of a day, in sixteen queries at most."""
    public = Organization.objects.public(now).prefetch_related("other_names")

    def relative(found: Organization, parts: Iterable[Organization] = ()) -> Relative:
        return Relative(found, organization_named(found, day, language), [relative(part) for part in parts])

    children = list(public.filter(parent=organization)[:_MOST])
    parts: dict[int, list[Organization]] = {}
    for part in public.filter(parent__in=children)[:_MOST]:
        parts.setdefault(part.parent_id, []).append(part)
    successor = public.filter(pk=organization.successor_id).first() if organization.successor_id else None
    return Family(
        above=[relative(each) for each in _above(organization, public)],
        children=[relative(child, parts.get(child.pk, ())) for child in children],
        predecessors=[relative(each) for each in public.filter(successor=organization)],
        successor=relative(successor) if successor else None,
    )


def _above(organization: Organization, public: OrganizationQuerySet) -> list[Organization]:
    """Up to the top, or to the first that has no page; two that name each other as parents end it too."""
    found: list[Organization] = []
    seen, parent_id = {organization.pk}, organization.parent_id
    while parent_id and parent_id not in seen and len(found) < _DEEPEST:
        parent = public.filter(pk=parent_id).first()
        if parent is None:
            break
        found.insert(0, parent)
        seen.add(parent.pk)
        parent_id = parent.parent_id
    return found
