"""What shows photos and offers documents, by name.

The apps above register how to tell; this one asks and learns no model of theirs.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple


class Owner(NamedTuple):
    """Something that shows a photo or offers a document: its name, its page at the desk, its state in words."""

    title: str
    url: str = ""
    state: str = ""


# Keys are what stands behind the colon of an owner such as ``article:12``.
Describe = Callable[[Collection[str]], Mapping[str, Owner]]
# Photo, or document, -> what would lose it, though nothing public shows it: a draft, an author's portrait.
Holding = Callable[[Collection[int]], Mapping[int, Sequence[Owner]]]

_describers: dict[str, Describe] = {}
_holders: dict[str, Holding] = {}
_document_holders: dict[str, Holding] = {}


def register(
    kind: str, describe: Describe, holding: Holding | None = None, holding_documents: Holding | None = None
) -> None:
    """Say how owners of this kind are told, and which photos and documents they hold unseen by readers."""
    _describers[kind] = describe
    if holding:
        _holders[kind] = holding
    if holding_documents:
        _document_holders[kind] = holding_documents


def describe(owners: Collection[str]) -> dict[str, Owner]:
    """Owners such as ``article:12`` by name, one question an app; one nobody can tell keeps its word."""
    keys: dict[str, list[str]] = {}
    for owner in owners:
        kind, _colon, key = owner.partition(":")
        keys.setdefault(kind, []).append(key)
    found = {owner: Owner(owner) for owner in owners}
    for kind, of_kind in keys.items():
        if kind in _describers:
            found |= {f"{kind}:{key}": owner for key, owner in _describers[kind](of_kind).items()}
    return found


def holding(photos: Collection[int]) -> dict[int, list[Owner]]:
    """Photo -> what holds it though nothing public shows it."""
    return _held(_holders, photos)


def holding_documents(documents: Collection[int]) -> dict[int, list[Owner]]:
    """Document -> what holds it though nothing public offers it."""
    return _held(_document_holders, documents)


def _held(holders: Mapping[str, Holding], records: Collection[int]) -> dict[int, list[Owner]]:
    found: dict[int, list[Owner]] = {}
    for holding in holders.values():
        for record, owners in holding(records).items():
            found.setdefault(record, []).extend(owners)
    return found
