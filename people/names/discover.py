"""Who is named in a text that no record knows: every full name, in the nominative, with offices and mentions."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from people.names.office.verbs import offices_told
from people.names.offices import Office, office_after, offices_before
from people.names.records import NameParts
from people.names.unknown.full_names import full_names
from people.names.unknown.grouping import Place, people_of


@dataclass(frozen=True, slots=True)
class Proposal:
    """A person a text names: the nominative, every place of it, the offices given there, and the grounds."""

    name: NameParts
    mentions: tuple[tuple[int, int], ...]
    offices: tuple[Office, ...]
    confidence: float
    why: str


LeaveOut = Callable[[NameParts, Sequence[Place]], bool]


def discover(
    text: str,
    *,
    is_list: bool = False,
    told: Sequence[Place] = (),
    leave_out: LeaveOut = lambda name, mentions: False,
) -> list[Proposal]:
    """Every person the text names with given and family name, in the order of first mention.

    Surnames alone and initials are added to the one person they fit. Offsets are half-open code points.
    ``is_list`` says that the text lists people, as a caption does: two unknown words are then a name. ``told`` are
    places that ``people.names.unknown.neural`` takes for people: it adds to what the rules find, nothing else.
    ``leave_out`` tells by name and places who is known already: the offices of those need not be read.
    """
    found = full_names(text, is_list=is_list, told=told)
    taken = [(full.start, full.end) for full in found]
    proposals = []
    for name, fulls, bare in people_of(text, found):
        own = {(full.start, full.end) for full in fulls}
        mentions = sorted([*own, *bare])
        if leave_out(name, mentions):
            continue
        best = max(fulls, key=lambda full: full.confidence)
        offices = _offices(text, [(place, _free_around(place, taken, own, len(text))) for place in mentions])
        proposals.append(Proposal(name, tuple(mentions), offices, best.confidence, best.why))
    return sorted(proposals, key=lambda proposal: proposal.mentions[0])


def _free_around(place: Place, taken: Sequence[Place], own: AbstractSet[Place], length: int) -> Place:
    """The stretch around a mention in which nobody else is named in full."""
    before = after = bisect_left(taken, place)
    while before and (taken[before - 1] in own or taken[before - 1][1] > place[0]):
        before -= 1
    while after < len(taken) and (taken[after] in own or taken[after][0] < place[1]):
        after += 1
    return taken[before - 1][1] if before else 0, taken[after][0] if after < len(taken) else length


def _offices(text: str, mentions: Sequence[tuple[Place, Place]]) -> tuple[Office, ...]:
    """The offices printed at these mentions, each once, the fullest wording of each."""
    fullest: dict[tuple[str, bool, bool], Office] = {}
    for (start, end), free in mentions:
        after = office_after(text, end)
        # «Кулубаев, министр иностранных дел Белоруссии Максим Рыженков»: in a list it is the next person's
        if after and free[1] <= after.end + 1 < len(text):
            after = None
        told = offices_told(text, start, end, free)
        for office in filter(None, (*offices_before(text, start), after, *told)):
            key = (office.post, office.acting, office.former)
            if key not in fullest or len(fullest[key].organization) < len(office.organization):
                fullest[key] = office
    return tuple(fullest.values())
