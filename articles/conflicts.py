"""A conflict of two saves, told to the person who came second: who, when, which fields, both texts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from .comparing import LABELS, FieldDifference, compare
from .revisions import Conflict, content_of


@dataclass(frozen=True)
class Explained:
    """What the 409 page shows; of each field the old text is theirs, the new one mine."""

    who: str
    when: datetime
    number: int
    fields: list[FieldDifference]


def labels_of(names: Collection[str]) -> str:
    """«Headline, Text»: fields as the form calls them, in its order."""
    return ", ".join(str(LABELS[name]) for name in LABELS if name in names)


def explain(conflict: Conflict) -> Explained:
    theirs = conflict.theirs
    both = frozenset(each.name for each in conflict.conflicts)
    fields = compare(content_of(theirs), conflict.mine, both)
    return Explained(str(theirs.created_by), theirs.created_at, theirs.number, fields)
