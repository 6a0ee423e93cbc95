"""From a text to who is named in it: the names engine over lede, captions and body as one document.

Nothing here writes; publishing turns ``Named`` into Mention rows, a preview throws it away.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html import escape

from django.utils.translation import override

from people.models import Membership, Person
from people.names.markup import Link, insert_links, text_of
from people.names.matcher import find_in_all
from people.names.records import NameSpan, PersonFacts, Resolution
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

    @property
    def places(self) -> Iterator[tuple[str, int, int, int, int | None, int | None]]:
        """Where which person or organization is named: part, its number, offsets, the one id or the other."""
        for named in self.named:
            yield named.where, named.number, named.start, named.end, named.person.pk, None


@dataclass(frozen=True)
class Story:
    """The parts of an article, the day it speaks of, its language, and what editors decided about its names."""

    texts: Sequence[Text]
    on: date
    language: str
    choices: Choices = field(default_factory=dict)

    @cached_property
    def plain(self) -> list[str]:
        """The text of each part, without markup."""
        return [text_of(text.html) for text in self.texts]

    @property
    def document(self) -> str:
        """All parts as one text: whoever is introduced in the lede is known in the captions."""
        return "\n".join(self.plain)


def link(story: Story) -> Linked:
    """Find everyone named in a story and put links to their pages around the names.

    Eight queries whatever the length of the text.
    """
    return link_all([story])[0]


def link_all(stories: Sequence[Story]) -> list[Linked]:
    """The same for many stories in hardly more queries."""
    documents = [story.document for story in stories]
    found = find_in_all(documents, RecordIndex())
    known = facts({candidate for spans in found for span in spans for candidate in span.candidates})
    told = [
        _told(story, document, spans, known) for story, document, spans in zip(stories, documents, found, strict=True)
    ]
    people = Person.objects.in_bulk({person for each in told for person in each.people})
    linked = [_sorted_in(story, each, people) for story, each in zip(stories, told, strict=True)]
    for story, each in zip(stories, linked, strict=True):
        _insert(each, story)
    return linked


@dataclass(frozen=True)
class _Told:
    """What the engine says about one document; ``decided`` are the places on which an editor's word was heard."""

    verdicts: Sequence[Resolution]
    decided: Collection[object]

    @property
    def people(self) -> set[int]:
        linked = {verdict.person_id for verdict in self.verdicts if verdict.person_id}
        return linked.union(*(verdict.suggestions for verdict in self.verdicts))


def _told(story: Story, document: str, spans: Sequence[NameSpan], known: Mapping[int, PersonFacts]) -> _Told:
    decisions = by_place(document, spans, story.choices)
    return _Told(resolve(document, spans, known, story.on, decisions), decisions.keys())


def _sorted_in(story: Story, told: _Told, people: Mapping[int, Person]) -> Linked:
    """The verdicts under the parts of the story in which they stand."""
    linked = Linked()
    offset = 0
    for text, words in zip(story.texts, story.plain, strict=True):
        linked.plain[text.where, text.number] = words
        for verdict in told.verdicts:
            span = verdict.span
            start, end = span.start - offset, span.end - offset
            if start < 0 or end > len(words):
                continue
            place = (text.where, text.number, start, end, span.surface)
            if verdict.person_id:
                linked.named.append(Named(*place, people[verdict.person_id]))
            else:
                suggestions = tuple(people[person] for person in verdict.suggestions)
                linked.open.append(Open(*place, suggestions, verdict.reason, (span.start, span.end) in told.decided))
        offset += len(words) + 1
    return linked


def _insert(linked: Linked, story: Story) -> None:
    for text in story.texts:
        mentions: dict[int, list[Link]] = {}
        for named in linked.named:
            is_here = (named.where, named.number) == (text.where, text.number)
            if is_here and text.where in LINKED and named.person.has_page:
                mentions.setdefault(named.person.pk, []).append(_link_to(named, story.language))
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
