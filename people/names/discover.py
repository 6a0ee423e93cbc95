"""Who is named in a text that no record knows: every full name, in the nominative, with offices and mentions."""

from collections.abc import Sequence
from dataclasses import dataclass

from people.names.full_names import full_names
from people.names.grouping import people_of
from people.names.office_verbs import offices_told
from people.names.offices import Office, office_after, offices_before
from people.names.records import NameParts


@dataclass(frozen=True, slots=True)
class Proposal:
    """A person a text names: the nominative, every place of it, the offices given there, and the grounds."""

    name: NameParts
    mentions: tuple[tuple[int, int], ...]
    offices: tuple[Office, ...]
    confidence: float
    why: str


def discover(text: str, *, is_list: bool = False) -> list[Proposal]:
    """Every person the text names with given and family name, in the order of first mention.

    Surnames alone and initials are added to the one person they fit. Offsets are half-open code points.
    ``is_list`` says that the text lists people, as a caption does: two unknown words are then a name.
    """
    found = full_names(text, is_list=is_list)
    taken = [(full.start, full.end) for full in found]
    proposals = []
    for name, fulls, bare in people_of(text, found):
        mentions = sorted([(full.start, full.end) for full in fulls] + bare)
        best = max(fulls, key=lambda full: full.confidence)
        others = [span for span in taken if span not in mentions]
        offices = _offices(text, mentions, others)
        proposals.append(Proposal(name, tuple(mentions), offices, best.confidence, best.why))
    return sorted(proposals, key=lambda proposal: proposal.mentions[0])


def _offices(text: str, mentions: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> tuple[Office, ...]:
    """The offices printed at these mentions, each once, the fullest wording of each."""
    fullest: dict[tuple[str, bool, bool], Office] = {}
    for start, end in mentions:
        after = office_after(text, end)
        # «Кулубаев, министр иностранных дел Белоруссии Максим Рыженков»: in a list it is the next person's
        if after and any(after.start < other[1] and other[0] <= after.end + 1 for other in others):
            after = None
        told = offices_told(text, start, end, others)
        for office in filter(None, (*offices_before(text, start), after, *told)):
            key = (office.post, office.acting, office.former)
            if key not in fullest or len(fullest[key].organization) < len(office.organization):
                fullest[key] = office
    return tuple(fullest.values())
