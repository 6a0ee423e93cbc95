"""What shows photos, by name. The apps above register how to tell; this one asks and learns no model of theirs."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple


class Owner(NamedTuple):
    """Something that shows a photo: what it is called, its page at the desk, and its state in the desk's words."""

    title: str
    url: str = ""
    state: str = ""


# Keys are what stands behind the colon of an owner such as ``article:12``.
Describe = Callable[[Collection[str]], Mapping[str, Owner]]
# Photo -> what would lose it, though nothing public shows it: a draft, an author's portrait.
Holding = Callable[[Collection[int]], Mapping[int, Sequence[Owner]]]

_describers: dict[str, Describe] = {}
_holders: dict[str, Holding] = {}


def register(kind: str, describe: Describe, holding: Holding) -> None:
    """Say how owners of this kind are told, and which photos they hold without showing them to readers."""
    _describers[kind] = describe
    _holders[kind] = holding


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
    found: dict[int, list[Owner]] = {}
    for holders in _holders.values():
        for photo, owners in holders(photos).items():
            found.setdefault(photo, []).extend(owners)
    return found
