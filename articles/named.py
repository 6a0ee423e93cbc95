"""Who is named in one version of an article, for the desk: linked, open, unknown or ruled out, with every place.

Computed from the text each time; only editors' decisions are stored (``articles.decisions``).
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from people.attesting import Told
from people.models import Organization, Person
from people.names.discover import Proposal, discover
from people.names.records import NameParts
from search.words import search_key

from . import findings
from .decisions import Choices, Said, choices_of, context_of
from .found import Linked, Named, NamedOrganization, Open
from .models import Article, Mention
from .publishing import Derived
from .suspecting import suspected

# From here on somebody unknown is taken for a person until an editor says otherwise.
SURE = 0.6
_SNIPPET = 45
Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True)
class Place:
    """One printed name with the words around it; ``context`` is how a decision knows the place again."""

    at: findings.Place
    before: str
    after: str
    context: str

    @property
    def surface(self) -> str:
        return self.at.surface

    @property
    def names(self) -> list[str]:
        return [self.surface]


@dataclass
class Entry:
    """Somebody the text names, at all places that stand or fall together.

    ``shares_name``: another entry is printed alike, so that an editor's word is said of one place at a time. «По словам
    Токтосунова» is a brother, «на улице Токтосунова» in the same story is neither.
    """

    places: list[Place]
    meant: Person | Organization | None = None
    office: str = ""
    suggestions: tuple[Person | Organization, ...] = ()
    reason: str = ""
    is_decided: bool = False
    proposal: Proposal | None = None
    spans: tuple[tuple[int, int], ...] = ()
    shares_name: bool = False
    number: int = 0  # what joins its marks in the text to its place in the list

    @property
    def surfaces(self) -> list[str]:
        """The name as printed, each form once."""
        return list(dict.fromkeys(place.surface for place in self.places))

    @property
    def offices(self) -> list[str]:
        """The offices the text gives to somebody unknown."""
        return [office.wording for office in self.proposal.offices] if self.proposal else []

    @property
    def told(self) -> list[Told]:
        """The same as the record would keep them; what somebody used to be is no office of that day."""
        return [Told.of(office) for office in self.proposal.offices if not office.former] if self.proposal else []

    @property
    def is_sure(self) -> bool:
        """Whether the text itself shows that somebody unknown is a person."""
        return bool(self.proposal) and self.proposal.confidence >= SURE

    @property
    def key(self) -> str:
        """What tells an unknown person of this text from another."""
        return search_key(self.proposal.name.full) if self.proposal else ""


@dataclass
class WhoIsNamed:
    """The list beside the text, in the order of first mention."""

    as_of: date
    open: list[Entry] = field(default_factory=list)
    unknown: list[Entry] = field(default_factory=list)
    linked: list[Entry] = field(default_factory=list)
    organizations: list[Entry] = field(default_factory=list)
    ruled_out: list[Entry] = field(default_factory=list)

    @property
    def entries(self) -> list[tuple[str, Entry]]:
        """Everybody with how things stand with them, as the marks in the text are called."""
        kinds = ("open", "unknown", "linked", "organizations", "ruled_out")
        return [(kind, entry) for kind in kinds for entry in getattr(self, kind)]


def who_is_named(article: Article, derived: Derived) -> WhoIsNamed:
    """Everybody the version names, as readers would get it if it were published."""
    linked, choices = _each_place_once(derived), choices_of(article)
    named = WhoIsNamed(derived.as_of)
    for person, places in _grouped((each.person.pk, each) for each in linked.named).items():
        who = places[0].person
        named.linked.append(_entry(linked, places, choices, who, derived.frozen[person].office))
    for found in _grouped((each.organization.pk, each) for each in linked.organizations).values():
        named.organizations.append(_entry(linked, found, choices, found[0].organization))
    unknown = list(unknown_people(article, derived, choices))
    for entry in unknown:
        (named.ruled_out if entry.is_decided else named.unknown).append(entry)
    for opened in _grouped((_question(each), each) for each in _left_open(linked, unknown)).values():
        suggestions, reason, decided = opened[0].suggestions, opened[0].reason, opened[0].is_decided
        entry = Entry([_place(linked, each) for each in opened], None, "", suggestions, reason, decided)
        (named.ruled_out if decided else named.open).append(entry)
    _tell_apart([*named.open, *named.unknown, *named.linked, *named.organizations])
    for number, (_kind, entry) in enumerate(named.entries):
        entry.number = number
    return named


def _each_place_once(derived: Derived) -> Linked:
    """What was found, without the captions of pictures in the text: the text has them too."""
    linked = derived.linked
    twice = {(Mention.Where.CAPTION, number) for number, photo in enumerate(derived.photos) if photo.place != "lead"}

    def once(found: Iterable[Value]) -> list[Value]:
        return [each for each in found if (each.where, each.number) not in twice]

    plain = {part: words for part, words in linked.plain.items() if part not in twice}
    return Linked(linked.html, plain, once(linked.named), once(linked.organizations), once(linked.open))


def _left_open(linked: Linked, unknown: Sequence[Entry]) -> list[Open]:
    """What is still to be asked: not of a surname within the full name of somebody unknown."""
    starts = _document(linked)[0]
    within = [span for entry in unknown for span in entry.spans]
    places = [(each, _at(starts, each)) for each in linked.open]
    return [each for each, (start, end) in places if not any(a <= start and end <= b for a, b in within)]


def _tell_apart(entries: Sequence[Entry]) -> None:
    bearers = Counter(key for entry in entries for key in {search_key(surface) for surface in entry.surfaces})
    for entry in entries:
        entry.shares_name = any(bearers[search_key(surface)] > 1 for surface in entry.surfaces)


def _question(opened: Open) -> tuple[Hashable, str, bool]:
    """Places that are one question: the same people may be meant; where nobody is suggested, the same words stand.

    «На улице Бекова, на площади Усовой» are two: what is said of Беков says nothing of Усова.
    """
    return opened.suggestions or search_key(opened.surface), opened.reason, opened.is_decided


def _entry(
    linked: Linked,
    found: Sequence[Named | NamedOrganization],
    choices: Choices,
    meant: Person | Organization,
    office: str = "",
) -> Entry:
    places = [_place(linked, each) for each in found]
    decided = any((search_key(each.surface), where) in choices for each in places for where in ("", each.context))
    return Entry(places, meant, office, is_decided=decided)


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def unknown_people(article: Article, derived: Derived, choices: Choices) -> Iterator[Entry]:
    """People no record knows; whoever is linked or asked about is not proposed anew.

    «Акылбек Ольхов» is, though his surname is asked about because another Ольхов is on record.
    """
    linked = _each_place_once(derived)
    starts, document = _document(linked)
    taken = [_at(starts, each) for each in linked.named]
    asked = [(_at(starts, each), bool(each.suggestions) or each.is_decided) for each in linked.open]
    told = suspected(article, document, is_saved=derived.revision.pk is not None)

    def free(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        return [
            (start, end)
            for start, end in places
            if not any(a < end and start < b for a, b in taken)
            and not any(a < end and start < b and (sure or b - a >= end - start) for (a, b), sure in asked)
        ]

    def is_known(_name: NameParts, places: Sequence[tuple[int, int]]) -> bool:
        return not any(" " in document[start:end] for start, end in free(places))

    for proposal in discover(document, told=told, leave_out=is_known):
        spans = free(proposal.mentions)
        places = [_place_in(linked, starts, start, end) for start, end in spans]
        ruled_out = all(choices.get((search_key(place.surface), "")) == Said() for place in places)
        yield Entry(places, reason=proposal.why, proposal=proposal, is_decided=ruled_out, spans=tuple(spans))


def _at(starts: Mapping[tuple[str, int], int], each: Named | Open) -> tuple[int, int]:
    """Where a name stands in the whole document."""
    start = starts[each.where, each.number]
    return start + each.start, start + each.end


def _document(linked: Linked) -> tuple[dict[tuple[str, int], int], str]:
    """The parts as one text, as the engine reads them, and where each begins in it."""
    starts, offset = {}, 0
    for part, words in linked.plain.items():
        starts[part] = offset
        offset += len(words) + 1
    return starts, "\n".join(linked.plain.values())


def _place(linked: Linked, named: Named | NamedOrganization | Open) -> Place:
    at = findings.Place(named.where, named.number, named.start, named.end, named.surface)
    return _cut(linked.plain[named.where, named.number], at)


def _place_in(linked: Linked, starts: Mapping[tuple[str, int], int], start: int, end: int) -> Place:
    """A place of the whole document as one of its part."""
    parts = list(starts)
    where, number = parts[bisect_right(list(starts.values()), start) - 1]
    text, offset = linked.plain[where, number], starts[where, number]
    start, end = start - offset, end - offset
    return _cut(text, findings.Place(where, number, start, end, text[start:end]))


def _cut(text: str, at: findings.Place) -> Place:
    """A place with whole words of its line on both sides."""
    before = text[max(0, at.start - _SNIPPET) : at.start].rpartition("\n")[2]
    after = text[at.end : at.end + _SNIPPET].partition("\n")[0]
    if at.start - len(before) > 0 and len(before) == _SNIPPET:
        before = "…" + before.partition(" ")[2]
    if len(after) == _SNIPPET:
        after = after.rpartition(" ")[0] + "…"
    return Place(at, before, after, context_of(text, at.start, at.end))
