"""A conflict of two saves, told to the person who came second: who, when, which fields, both texts."""

from dataclasses import dataclass
from datetime import datetime

from .comparing import FieldDifference, compare
from .revisions import Conflict, content_of


@dataclass(frozen=True)
class Explained:
    """What the 409 page shows; of each field the old text is theirs, the new one mine."""

    who: str
    when: datetime
    number: int
    fields: list[FieldDifference]


def explain(conflict: Conflict) -> Explained:
    theirs = conflict.theirs
    both = frozenset(each.name for each in conflict.conflicts)
    fields = compare(content_of(theirs), conflict.mine, both)
    return Explained(str(theirs.created_by), theirs.created_at, theirs.number, fields)
