"""A caption against the persons recorded on its picture: what an editor must look at before publication.

Naming fewer people than are recorded is no mistake while the caption promises no order: «На фото: президент …» under
seven delegates is how captions are written. Under «(слева направо)» it is one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from people.names.declension import guess_gender
from people.names.keys import name_key
from people.names.records import NameParts
from people.names.words.likeness import is_misprint, skeleton
from search.marking import gettext_noop

Kind = Literal["count", "not_recorded", "not_named", "order"]

_SENTENCES: dict[Kind, str] = {
    "count": gettext_noop(
        "Names in the caption: %(named)s, people marked on the picture: %(recorded)s. Only in the caption: %(extra)s. "
        "Only on the picture: %(missing)s. Correct one of them."
    ),
    "not_recorded": gettext_noop(
        "Names in the caption: %(named)s, people marked on the picture: %(recorded)s. Not marked: %(people)s. "
        "Mark them on the picture or correct the caption."
    ),
    "not_named": gettext_noop(
        "Names in the caption: %(named)s, people marked on the picture: %(recorded)s. Not named: %(people)s. "
        "The caption gives an order, so it has to name everybody: add them or remove the marks."
    ),
    "order": gettext_noop(
        "The order differs: the caption says %(caption)s, on the picture they stand %(picture)s. Correct one of them."
    ),
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A person on one side: as recorded with an id, or only a name; row 1 is the front, position 0 is not said."""

    name: NameParts
    row: int = 1
    position: int = 0
    person_id: int | None = None

    @property
    def place(self) -> tuple[int, int]:
        return self.row, self.position


@dataclass(frozen=True, slots=True)
class Mismatch:
    """What does not fit, as an English sentence to be translated, and the pieces that go into it."""

    kind: Kind
    pieces: dict[str, str]

    @property
    def sentence(self) -> str:
        """The msgid: ``_(mismatch.sentence) % mismatch.pieces``."""
        return _SENTENCES[self.kind]


def compare(caption: Sequence[Placed], recorded: Sequence[Placed]) -> list[Mismatch]:
    """What the editor has to know, the most useful single thing of each kind; empty when nothing contradicts.

    ``caption`` are its persons by rows and places, as parsed. Somebody missing is said by name and not counted again;
    when both sides have somebody the other lacks, one sentence says so. Two who have changed places are one mismatch.
    """
    pairs = _pairs(caption, recorded)
    extra = [one for place, one in enumerate(caption) if place not in pairs]
    missing = [one for place, one in enumerate(recorded) if place not in pairs.values()]
    is_ordered = len(caption) > 1 and all(one.position for one in caption)
    counts = {"named": str(len(caption)), "recorded": str(len(recorded))}
    found = []
    if extra and missing and is_ordered:
        found.append(Mismatch("count", {**counts, "extra": _listed(extra), "missing": _listed(missing)}))
    elif extra:
        found.append(Mismatch("not_recorded", {**counts, "people": _listed(extra)}))
    elif missing and is_ordered:
        found.append(Mismatch("not_named", {**counts, "people": _listed(missing)}))
    both = [(caption[one], recorded[other]) for one, other in sorted(pairs.items())]
    return found + _order(both)


def _order(both: Sequence[tuple[Placed, Placed]]) -> list[Mismatch]:
    """Those whose places among the people named on both sides differ; a place not said contradicts nothing.

    Ranks are compared, not numbers: where one person is missing, everybody after counts one less.
    """
    said = [(one, other) for one, other in both if one.position and other.position]
    printed = sorted(said, key=lambda pair: pair[0].place)
    standing = sorted(said, key=lambda pair: pair[1].place)
    differ = [place for place, pair in enumerate(printed) if pair is not standing[place]]
    if not differ:
        return []
    caption = ", ".join(printed[place][1].name.full for place in differ)
    picture = ", ".join(standing[place][1].name.full for place in differ)
    return [Mismatch("order", {"caption": caption, "picture": picture})]


def _pairs(caption: Sequence[Placed], recorded: Sequence[Placed]) -> dict[int, int]:
    """Caption place -> recorded place of the same person: the surest likeness first, one person on each side only.

    A surname that two on the picture bear contradicts neither: it goes to whoever has its place, else to the first.
    """
    likeness = {
        (one, other): _likeness(caption[one], recorded[other])
        for one in range(len(caption))
        for other in range(len(recorded))
    }
    pairs: dict[int, int] = {}
    for degree in (4, 3, 2, 1):
        fits = [pair for pair, how in likeness.items() if how == degree]
        fits = [pair for pair in fits if pair[0] not in pairs and pair[1] not in pairs.values()]
        fits.sort(key=lambda pair: caption[pair[0]].place != recorded[pair[1]].place)
        for one, other in fits:
            if one not in pairs and other not in pairs.values():
                pairs[one] = other
    return pairs


def _likeness(one: Placed, other: Placed) -> int:
    """4 the same record, 3 the same name, 2 another spelling, 1 a surname or initials that fit, 0 somebody else."""
    if one.person_id and other.person_id:
        return 4 if one.person_id == other.person_id else 0
    if _parts(one.name) == _parts(other.name):
        return 3
    if not _fits(one.name.family, other.name.family) or not _genders_fit(one.name, other.name):
        return 0
    if not _fits(one.name.patronymic, other.name.patronymic):
        return 0
    if not _fits(one.name.given, other.name.given):
        return 0
    is_full = all(len(name.given.rstrip(".")) > 1 for name in (one.name, other.name))
    return 2 if is_full and one.name.family and other.name.family else 1


def _parts(name: NameParts) -> list[str]:
    """«Сироджиддин Мухриддин» is «Мухриддин Сироджиддин»."""
    return sorted([name_key(name.given), name_key(name.family)])


def _fits(printed: str, known: str) -> bool:
    """Whether two spellings of one part may be the same; a part that is not printed contradicts nothing."""
    if not printed or not known:
        return True
    if printed.endswith(".") or known.endswith("."):
        return skeleton(printed)[:1] == skeleton(known)[:1]
    return skeleton(printed) == skeleton(known) or is_misprint(printed, [known])


def _genders_fit(one: NameParts, other: NameParts) -> bool:
    """«Токтосунов» and «Токтосунова» differ by a letter, and are two people."""
    genders = {name.gender or guess_gender(name) for name in (one, other)} - {""}
    return len(genders) < 2


def _listed(people: Sequence[Placed]) -> str:
    return ", ".join(one.name.full for one in people)
