"""What an organization belongs to and what belongs to it, what came before it and after: as far as they have pages."""

from dataclasses import dataclass, field
from datetime import datetime

from people.models import Organization

_DEEPEST = 4  # a department of a ministry of a government of a state


@dataclass(frozen=True)
class Family:
    """``above`` begins with the highest; ``children`` have their own ``parts``."""

    above: list[Organization] = field(default_factory=list)
    children: list[Organization] = field(default_factory=list)
    predecessors: list[Organization] = field(default_factory=list)
    successor: Organization | None = None

    @property
    def parent(self) -> Organization | None:
        return self.above[-1] if self.above else None


def family_of(organization: Organization, now: datetime) -> Family:
    """The organizations around one, in eight queries at most."""
    public = Organization.objects.public(now)
    below = list(public.filter(parent=organization))
    parts = list(public.filter(parent__in=below))
    for child in below:
        child.parts = [part for part in parts if part.parent_id == child.pk]
    return Family(
        above=_above(organization, now),
        children=below,
        predecessors=list(public.filter(successor=organization)),
        successor=public.filter(pk=organization.successor_id).first() if organization.successor_id else None,
    )


def _above(organization: Organization, now: datetime) -> list[Organization]:
    """Up to the top, or to the first that has no page; two that name each other as parents end it too."""
    found: list[Organization] = []
    seen, parent_id = {organization.pk}, organization.parent_id
    while parent_id and parent_id not in seen and len(found) < _DEEPEST:
        parent = Organization.objects.public(now).filter(pk=parent_id).first()
        if parent is None:
            break
        found.insert(0, parent)
        seen.add(parent.pk)
        parent_id = parent.parent_id
    return found
