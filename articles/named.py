"""Who is named in one version of an article, for the desk: linked, open, unknown or ruled out, with every place.

Computed from the text each time; only editors' decisions are stored (``articles.decisions``).
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from people.attesting import Told, attest, identify
from people.models import Organization, Person
from people.names.discover import Proposal, discover
from search.words import search_key

from .decisions import Choices, Said, choices_of, context_of, decide
from .found import Linked, Named, NamedOrganization, Open
from .models import Article
from .publishing import Derived
from .suspecting import suspected

_SNIPPET = 45
Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True)
class Place:
    """One printed name with the words around it; ``context`` is how a decision knows the place again."""

    surface: str
    before: str
    after: str
    context: str

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

    @property
    def surfaces(self) -> list[str]:
        """The name as printed, each form once."""
        return list(dict.fromkeys(place.surface for place in self.places))

    @property
    def offices(self) -> list[str]:
        """The offices the text gives to somebody unknown."""
        return [office.wording for office in self.proposal.offices] if self.proposal else []

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


def who_is_named(article: Article, derived: Derived) -> WhoIsNamed:
    """Everybody the version names, as readers would get it if it were published."""
    linked, choices = derived.linked, choices_of(article)
    named = WhoIsNamed(derived.as_of)
    for person, places in _grouped((each.person.pk, each) for each in linked.named).items():
        who = places[0].person
        named.linked.append(_entry(linked, places, choices, who, derived.frozen[person].office))
    for found in _grouped((each.organization.pk, each) for each in linked.organizations).values():
        named.organizations.append(_entry(linked, found, choices, found[0].organization))
    unknown = list(_unknown(article, linked, choices))
    for entry in unknown:
        (named.ruled_out if entry.is_decided else named.unknown).append(entry)
    for opened in _grouped((_question(each), each) for each in _left_open(linked, unknown)).values():
        suggestions, reason, decided = opened[0].suggestions, opened[0].reason, opened[0].is_decided
        entry = Entry([_place(linked, each) for each in opened], None, "", suggestions, reason, decided)
        (named.ruled_out if decided else named.open).append(entry)
    _tell_apart([*named.open, *named.unknown, *named.linked, *named.organizations])
    return named


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


def create(article: Article, derived: Derived, key: str, *, by) -> tuple[Person | None, list[str]]:
    """Put an unknown person of this version on record, with the offices the text gives, and what to tell the editor.

    The record is a stub attested by this article on its day. Whoever is on record under that name already, in another
    spelling or order, is no new person. The names in the text mean this person from then on.
    """
    if not by.has_perm("people.add_person"):
        raise PermissionDenied(_("Your role does not allow this: ask an editor."))
    entry = next((each for each in _unknown(article, derived.linked, {}) if each.key == key), None)
    if entry is None or entry.proposal is None:
        return None, [_("The text does not name this person any more: nothing was created.")]
    with transaction.atomic():
        # pressed twice, the second waits here and then finds the person on record
        Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        person = identify(entry.proposal.name)
        if person is None:
            sentence = _("Several people on record bear that name: choose whom the text means with “somebody else”.")
            return None, [sentence]
        told = [Told.of(office) for office in entry.proposal.offices if not office.former]
        remarks = [
            attest(person, each, on=derived.as_of, owner=article.owner, title=derived.content.headline).remark
            for each in told
            if each.organization
        ]
        decide(article, entry.surfaces, person, by=by)
    return person, [remark for remark in remarks if remark]


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _unknown(article: Article, linked: Linked, choices: Choices) -> Iterator[Entry]:
    """People no record knows; whoever is linked or asked about is not proposed anew.

    «Акылбек Ольхов» is, though his surname is asked about because another Ольхов is on record.
    """
    starts, document = _document(linked)
    taken = [_at(starts, each) for each in linked.named]
    asked = [(_at(starts, each), bool(each.suggestions) or each.is_decided) for each in linked.open]
    for proposal in discover(document, told=suspected(article, document)):
        free = [
            (start, end)
            for start, end in proposal.mentions
            if not any(a < end and start < b for a, b in taken)
            and not any(a < end and start < b and (sure or b - a >= end - start) for (a, b), sure in asked)
        ]
        if any(" " in document[start:end] for start, end in free):
            places = [_cut(document, start, end) for start, end in free]
            ruled_out = all(choices.get((search_key(place.surface), "")) == Said() for place in places)
            yield Entry(places, reason=proposal.why, proposal=proposal, is_decided=ruled_out, spans=tuple(free))


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
    return _cut(linked.plain[named.where, named.number], named.start, named.end)


def _cut(text: str, start: int, end: int) -> Place:
    """A place with whole words of its line on both sides."""
    before = text[max(0, start - _SNIPPET) : start].rpartition("\n")[2]
    after = text[end : end + _SNIPPET].partition("\n")[0]
    if start - len(before) > 0 and len(before) == _SNIPPET:
        before = "…" + before.partition(" ")[2]
    if len(after) == _SNIPPET:
        after = after.rpartition(" ")[0] + "…"
    return Place(text[start:end], before, after, context_of(text, start, end))
