"""A question to the index as both databases understand it: marks that an entry must have, and must not have."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class Asked:
    """Each group of ``all_of`` must have one of its marks in the entry; none of ``none_of`` may be there.

    A mark ending in ``*`` stands for every one that begins so.
    """

    all_of: tuple[frozenset[str], ...]
    none_of: frozenset[str] = frozenset()

    def but_not(self, marks: Collection[str]) -> "Asked":
        """The same, without the entries that have one of these marks."""
        return Asked(self.all_of, self.none_of | frozenset(marks))

    def also(self, marks: Collection[str]) -> "Asked":
        """The same, and one of these marks besides."""
        return Asked((*self.all_of, frozenset(marks)), self.none_of)
