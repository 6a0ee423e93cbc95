"""Who is named in a text that no record knows: every full name, in the nominative, with offices and mentions."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from people.names.full_names import FullName, full_names, is_named_after
from people.names.nominative import Guess
from people.names.offices import Office, office_after, office_before
from people.names.readings import readings
from people.names.records import NameParts
from search.words import search_key


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
    people = _grouped(found)
    people = _with_initials(people)
    taken = [(full.start, full.end) for full in found]
    bare = _bare_surnames(text, [name for name, _ in people], taken)
    proposals = []
    for place, (name, fulls) in enumerate(people):
        mentions = sorted([(full.start, full.end) for full in fulls] + bare[place])
        best = max(fulls, key=lambda full: full.confidence)
        others = [span for span in taken if span not in mentions]
        offices = _offices(text, mentions, others)
        proposals.append(Proposal(name, tuple(mentions), offices, best.confidence, best.why))
    return sorted(proposals, key=lambda proposal: proposal.mentions[0])


def _key(name: NameParts) -> tuple[str, ...]:
    """«Сироджиддин Мухриддин» and «Мухриддин Сироджиддин» are one person."""
    return tuple(sorted((search_key(name.given), search_key(name.family))))


def _grouped(found: Sequence[FullName]) -> list[tuple[NameParts, list[FullName]]]:
    """Mentions of one person together, under the nominative that fits most of them best.

    «Асана» may be Асан or Асана; «Асаном» elsewhere in the text decides.
    """
    support: dict[tuple[str, ...], float] = defaultdict(float)
    for full in found:
        for key in {_key(option.name) for option in full.options}:
            support[key] += 1
    groups: dict[tuple[str, ...], list[tuple[Guess, FullName]]] = {}
    for full in found:
        guess = max(full.options, key=lambda option: support[_key(option.name)])  # the first of equals is likeliest
        groups.setdefault(_key(guess.name), []).append((guess, full))
    people = []
    for members in groups.values():
        names = [guess.name for guess, _ in sorted(members, key=lambda member: -member[0].score)]
        longest = next((name for name in names if name.patronymic), names[0])
        people.append((longest, [full for _, full in members]))
    return people


def _with_initials(people: list[tuple[NameParts, list[FullName]]]) -> list[tuple[NameParts, list[FullName]]]:
    """«А. Токтосунов» joined to the one Асан Токтосунов of the text."""
    named = [(name, list(fulls)) for name, fulls in people if "." not in name.given]
    alone = []
    for name, fulls in people:
        if "." in name.given:
            families = {search_key(option.name.family) for full in fulls for option in full.options}
            owners = [
                place
                for place, (other, _) in enumerate(named)
                if search_key(other.family) in families and other.given[:1] == name.given[:1]
            ]
            if len(owners) == 1:
                named[owners[0]][1].extend(fulls)
            else:
                alone.append((name, fulls))
    return named + alone


def _bare_surnames(
    text: str, names: Sequence[NameParts], taken: Sequence[tuple[int, int]]
) -> list[list[tuple[int, int]]]:
    """For each person the places where the surname stands alone and can mean nobody else of the text."""
    owners: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        if name.family:
            owners[search_key(name.family)].append(place)
    found: list[list[tuple[int, int]]] = [[] for _ in names]
    for match in re.finditer(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", text):
        word, (start, end) = match[0], match.span()
        if not word[0].isupper() or len(word) < 3 or any(a < end and start < b for a, b in taken):
            continue
        holders = {
            place
            for reading in readings(word)
            if reading.role == "family" and reading.weight >= 0.1
            for place in owners.get(search_key(reading.nominative), ())
            if not reading.gender or not names[place].gender or reading.gender == names[place].gender
        }
        if len(holders) == 1 and not is_named_after(text, start):
            found[holders.pop()].append((start, end))
    return found


def _offices(text: str, mentions: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> tuple[Office, ...]:
    """The offices printed at these mentions, each once, the fullest wording of each."""
    fullest: dict[tuple[str, bool, bool], Office] = {}
    for start, end in mentions:
        after = office_after(text, end)
        # «Кулубаев, министр иностранных дел Белоруссии Максим Рыженков»: in a list it is the next person's
        if after and any(after.start < other[1] and other[0] <= after.end + 1 for other in others):
            after = None
        for office in filter(None, (office_before(text, start), after)):
            key = (office.post, office.acting, office.former)
            if key not in fullest or len(fullest[key].organization) < len(office.organization):
                fullest[key] = office
    return tuple(fullest.values())
