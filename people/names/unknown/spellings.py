"""Full names on record by their sound: whether «Девис Стоукли» is the «Дэвис Стоукли» we know.

A hundred thousand names are on record and a text proposes five unknown people; so names wait by their first letters.
"""

from collections import defaultdict
from collections.abc import Iterable

from people.names.words.likeness import skeleton

Spelling = tuple[str, ...]


class Spellings:
    """The full names, in any order of their parts and any spelling that sounds alike."""

    def __init__(self, names: Iterable[str]) -> None:
        self._waiting: dict[Spelling, list[str]] = defaultdict(list)
        self._known: set[Spelling] = set()
        for name in names:
            self._waiting[_openings(name)].append(name)

    def __contains__(self, name: str) -> bool:
        self._known.update(map(_spelling, self._waiting.pop(_openings(name), ())))
        return _spelling(name) in self._known


def _spelling(name: str) -> Spelling:
    return tuple(sorted(map(skeleton, name.split())))


def _openings(name: str) -> Spelling:
    """What is heard first of each word: «’Абд» and «Абд» begin alike."""
    return tuple(sorted([skeleton(word[0]) or skeleton(word)[:1] for word in name.split()]))
