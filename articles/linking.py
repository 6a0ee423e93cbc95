"""From a text to who is named in it: the names engine over lede, captions and body as one document.

Nothing here writes; publishing turns ``Named`` into Mention rows, a preview throws it away.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from html import escape

from django.utils.translation import override

from people.models import Membership, Person
from people.names.markup import Link, insert_links, text_of
from people.names.matcher import find_names
from people.names.resolver import resolve
from people.naming import RecordIndex, facts

from .decisions import Choices, by_place
from .models import Mention

# In the body the first mention that can be is a link, in captions every one.
LINK_ALL: dict[str, bool] = {Mention.Where.LEDE: False, Mention.Where.CAPTION: True, Mention.Where.BODY: False}
LINKED = {Mention.Where.CAPTION, Mention.Where.BODY}
_LONGEST_OFFICE = Mention._meta.get_field("office").max_length


@dataclass(frozen=True)
class Text:
    """One part of an article: where it stands, its number among its like, and its HTML."""

    where: str
    html: str
    number: int = 0

    @classmethod
    def of_plain(cls, where: str, words: str, number: int = 0) -> "Text":
        return cls(where, escape(words, quote=False), number)


@dataclass(frozen=True)
class Named:
    """A name in one part of the text: half-open code points in that part's plain text, and who is meant."""

    where: str
    number: int
    start: int
    end: int
    surface: str
    person: Person


@dataclass(frozen=True)
class Open:
    """A name that is linked to nobody: the editor may choose among ``suggestions``, or has decided (``is_decided``)."""

    where: str
    number: int
    start: int
    end: int
    surface: str
    suggestions: tuple[Person, ...]
    reason: str
    is_decided: bool


@dataclass
class Linked:
    """The parts with links around names, who is named, who may be, and links that found no place.

    ``plain`` is the text of each part, as all offsets count in it.
    """

    html: dict[tuple[str, int], str] = field(default_factory=dict)
    plain: dict[tuple[str, int], str] = field(default_factory=dict)
    named: list[Named] = field(default_factory=list)
    open: list[Open] = field(default_factory=list)
    dropped: list[Link] = field(default_factory=list)


def link(texts: list[Text], on: date, language: str, choices: Choices | None = None) -> Linked:
    """Find everyone named in these parts and put links to their pages around the names.

    ``on`` is the day the article speaks of. Six queries whatever the length of the text.
    """
    plain = [text_of(text.html) for text in texts]
    document = "\n".join(plain)
    spans = find_names(document, RecordIndex())
    known = facts({candidate for span in spans for candidate in span.candidates})
    decisions = by_place(document, spans, choices or {})
    verdicts = resolve(document, spans, known, on, decisions)
    wanted = {verdict.person_id for verdict in verdicts if verdict.person_id}
    wanted |= {person for verdict in verdicts for person in verdict.suggestions}
    people = Person.objects.in_bulk(wanted)

    linked = Linked()
    offset = 0
    for text, words in zip(texts, plain, strict=True):
        linked.plain[text.where, text.number] = words
        for verdict in verdicts:
            span = verdict.span
            start, end = span.start - offset, span.end - offset
            if start < 0 or end > len(words):
                continue
            place = (text.where, text.number, start, end, span.surface)
            if verdict.person_id:
                linked.named.append(Named(*place, people[verdict.person_id]))
            else:
                suggestions = tuple(people[person] for person in verdict.suggestions)
                linked.open.append(Open(*place, suggestions, verdict.reason, (span.start, span.end) in decisions))
        offset += len(words) + 1
    _insert(linked, texts, language)
    return linked


def _insert(linked: Linked, texts: list[Text], language: str) -> None:
    for text in texts:
        mentions: dict[int, list[Link]] = {}
        for named in linked.named:
            is_here = (named.where, named.number) == (text.where, text.number)
            if is_here and text.where in LINKED and named.person.has_page:
                mentions.setdefault(named.person.pk, []).append(_link_to(named, language))
        if LINK_ALL[text.where]:
            html, dropped = insert_links(text.html, [each for places in mentions.values() for each in places])
        else:
            html, dropped = _insert_firsts(text.html, list(mentions.values()))
        linked.html[text.where, text.number] = html
        linked.dropped += dropped


def _insert_firsts(html: str, mentions: list[list[Link]]) -> tuple[str, list[Link]]:
    """The HTML with one link a person, around the first mention that can hold it, and the mentions passed over.

    A name inside an editor's own link cannot; without the next one its bearer would have no link at all.
    """
    passed: list[Link] = []
    while True:
        linked, dropped = insert_links(html, [places[0] for places in mentions if places])
        stuck = [places for places in mentions if places and places[0] in dropped]
        if not stuck:
            return linked, passed
        passed += [places.pop(0) for places in stuck]


def _link_to(named: Named, language: str) -> Link:
    with override(language):
        address = named.person.get_absolute_url()
    return Link(named.start, named.end, named.surface, {"href": address, "data-person": str(named.person.pk)})


def offices(person_ids, on: date, language: str) -> Mapping[int, tuple[str, list[Membership]]]:
    """The wording of each person's offices of that day, and the memberships it tells of.

    Two offices at once print as one wording. On a hand-over day the office that ends is left out when there is
    another.
    """
    held: dict[int, list[Membership]] = {}
    for membership in Membership.objects.filter(person__in=person_ids).on(on):
        held.setdefault(membership.person_id, []).append(membership)
    wordings = {}
    for person_id, memberships in held.items():
        staying = [each for each in memberships if not each.ends_on(on)] or memberships
        labels = list(dict.fromkeys(each.label_on(on, language) for each in staying[:2]))
        wordings[person_id] = (", ".join(labels)[:_LONGEST_OFFICE], staying)
    return wordings
