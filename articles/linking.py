"""From a text to who is named in it: the names engine over lede, captions and body as one document.

Nothing here writes; publishing turns ``Named`` into Mention rows, a preview throws it away.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from html import escape

from django.conf import settings
from django.utils.translation import gettext_noop, override

from people.models import Membership, Organization, Person
from people.names.markup import Link, insert_links, text_of
from people.names.matcher import find_in_all
from people.names.organizations import OrganizationSpan, find_organizations_in_all
from people.names.records import NameSpan, PersonFacts, Resolution
from people.names.resolver import resolve
from people.naming import RecordIndex, facts, organizations

from .decisions import Choices, said_at
from .models import Mention

_WHICH_ORGANIZATION = gettext_noop("Several organizations are so called. Choose which is meant.")
_MOST_SUGGESTIONS = 5
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
class NamedOrganization:
    """The same for an organization."""

    where: str
    number: int
    start: int
    end: int
    surface: str
    organization: Organization


@dataclass(frozen=True)
class Open:
    """A name that is linked to nobody: the editor may choose among ``suggestions``, or has decided (``is_decided``)."""

    where: str
    number: int
    start: int
    end: int
    surface: str
    suggestions: tuple[Person | Organization, ...]
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
    organizations: list[NamedOrganization] = field(default_factory=list)
    open: list[Open] = field(default_factory=list)
    dropped: list[Link] = field(default_factory=list)

    @property
    def places(self) -> Iterator[tuple[str, int, int, int, int | None, int | None]]:
        """Where which person or organization is named: part, its number, offsets, the one id or the other."""
        for named in self.named:
            yield named.where, named.number, named.start, named.end, named.person.pk, None
        for body in self.organizations:
            yield body.where, body.number, body.start, body.end, None, body.organization.pk


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
    """Find everyone named in a story, and every organization, and put links to their pages around the names.

    Eight queries whatever the length of the text.
    """
    return link_all([story])[0]


def link_all(stories: Sequence[Story]) -> list[Linked]:
    """The same for many stories: the record is asked as often as for one."""
    found = find_in_all([story.document for story in stories], RecordIndex())
    known = facts({candidate for spans in found for span in spans for candidate in span.candidates})
    people_at = [[(span.start, span.end) for span in spans] for spans in found]
    bodies_in = find_organizations_in_all(
        [(story.document, taken) for story, taken in zip(stories, people_at, strict=True)], organizations
    )
    told = [_told(story, spans, known, bodies) for story, spans, bodies in zip(stories, found, bodies_in, strict=True)]
    people = Person.objects.in_bulk({person for each in told for person in each.people})
    bodies = Organization.objects.in_bulk({body for each in told for body in each.bodies})
    linked = [_sorted_in(story, each, people, bodies) for story, each in zip(stories, told, strict=True)]
    for story, each in zip(stories, linked, strict=True):
        for text in story.texts:
            each.html[text.where, text.number] = _with_links(text, each, story.language)
    return linked


@dataclass(frozen=True)
class _Told:
    """What the engine and the editors say about one document. ``decided``: where an editor's word was heard."""

    verdicts: Sequence[Resolution]
    organizations: Sequence[OrganizationSpan]
    decided: Collection[object]

    @property
    def people(self) -> set[int]:
        linked = {verdict.person_id for verdict in self.verdicts if verdict.person_id}
        return linked.union(*(verdict.suggestions for verdict in self.verdicts))

    @property
    def bodies(self) -> set[int]:
        linked = {span.organization_id for span in self.organizations if span.organization_id}
        return linked.union(*(span.candidates for span in self.organizations))


def _told(
    story: Story,
    spans: Sequence[NameSpan],
    known: Mapping[int, PersonFacts],
    bodies: Sequence[OrganizationSpan],
) -> _Told:
    document = story.document
    said = {
        (span.start, span.end): heard
        for span in (*spans, *bodies)
        if (heard := said_at(document, span.start, span.end, story.choices)) is not None
    }
    # an editor may say that «Манас» is the airport, or that a firm's name is a person after all
    as_bodies = [span for span in spans if _place_of(span) in said and said[_place_of(span)].organization]
    as_people = [span for span in bodies if _place_of(span) in said and said[_place_of(span)].person]
    verdicts = resolve(document, spans, known, story.on, {place: heard.person for place, heard in said.items()})
    verdicts = [verdict for verdict in verdicts if verdict.span not in as_bodies]
    verdicts += [
        Resolution(NameSpan(span.start, span.end, span.surface, "full", ()), said[_place_of(span)].person, (), "")
        for span in as_people
    ]
    organizations = [
        replace(span, organization_id=said[_place_of(span)].organization, candidates=())
        if _place_of(span) in said
        else span
        for span in bodies
        if span not in as_people
    ]
    organizations += [
        OrganizationSpan(span.start, span.end, span.surface, (), said[_place_of(span)].organization)
        for span in as_bodies
    ]
    return _Told(verdicts, organizations, said.keys())


def _place_of(span: NameSpan | OrganizationSpan) -> tuple[int, int]:
    return span.start, span.end


def _sorted_in(story: Story, told: _Told, people: Mapping[int, Person], bodies: Mapping[int, Organization]) -> Linked:
    """All that was found, under the parts of the story in which it stands."""
    linked = Linked()
    offset = 0
    for text, words in zip(story.texts, story.plain, strict=True):
        linked.plain[text.where, text.number] = words
        here = _Part(text, offset, len(words))
        for verdict in told.verdicts:
            if place := here.place(verdict.span):
                is_decided = (verdict.span.start, verdict.span.end) in told.decided
                if verdict.person_id:
                    linked.named.append(Named(*place, people[verdict.person_id]))
                else:
                    suggestions = tuple(people[person] for person in verdict.suggestions)
                    linked.open.append(Open(*place, suggestions, verdict.reason, is_decided))
        for span in told.organizations:
            if place := here.place(span):
                is_decided = (span.start, span.end) in told.decided
                if span.organization_id:
                    linked.organizations.append(NamedOrganization(*place, bodies[span.organization_id]))
                else:
                    suggested = tuple(bodies[body] for body in span.candidates[:_MOST_SUGGESTIONS])
                    linked.open.append(Open(*place, suggested, _WHICH_ORGANIZATION, is_decided))
        offset += len(words) + 1
    return linked


@dataclass(frozen=True)
class _Part:
    """One part of a story within its document."""

    text: Text
    offset: int
    length: int

    def place(self, span: NameSpan | OrganizationSpan) -> tuple[str, int, int, int, str] | None:
        """Where in this part the span stands: part, its number, offsets, surface; None if it is elsewhere."""
        start, end = span.start - self.offset, span.end - self.offset
        if start < 0 or end > self.length:
            return None
        return self.text.where, self.text.number, start, end, span.surface


def _with_links(text: Text, linked: Linked, language: str) -> str:
    """The HTML of a part with links around names, as ``NAME_LINKS`` says; what found no place is noted as dropped."""
    of_people: dict[int, list[Link]] = {}
    of_bodies: dict[int, list[Link]] = {}
    with override(language):
        for named in linked.named:
            if (named.where, named.number) == (text.where, text.number) and named.person.has_page:
                of_people.setdefault(named.person.pk, []).append(_link_to(named, named.person, "data-person"))
        for body in linked.organizations:
            if (body.where, body.number) == (text.where, text.number):
                link = _link_to(body, body.organization, "data-organization")
                of_bodies.setdefault(body.organization.pk, []).append(link)
    every: list[Link] = []
    firsts: list[list[Link]] = []
    for kind, mentions in (("person", of_people), ("organization", of_bodies)):
        policy = settings.NAME_LINKS[kind][text.where]
        every += [each for places in mentions.values() for each in places] if policy == "all" else []
        firsts += mentions.values() if policy == "first" else []
    html, dropped = _insert_firsts(text.html, every, firsts)
    linked.dropped += dropped
    return html


def _insert_firsts(html: str, every: list[Link], firsts: list[list[Link]]) -> tuple[str, list[Link]]:
    """The HTML with ``every`` link and one of each of ``firsts``, the first that can be, and the links passed over.

    A name inside an editor's own link cannot; without the next one its bearer would have no link at all.
    """
    passed: list[Link] = []
    while True:
        linked, dropped = insert_links(html, [*every, *(places[0] for places in firsts if places)])
        stuck = [places for places in firsts if places and places[0] in dropped]
        if not stuck:
            return linked, passed + dropped
        passed += [places.pop(0) for places in stuck]


def _link_to(named: Named | NamedOrganization, meant: Person | Organization, attribute: str) -> Link:
    return Link(named.start, named.end, named.surface, {"href": meant.get_absolute_url(), attribute: str(meant.pk)})


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
