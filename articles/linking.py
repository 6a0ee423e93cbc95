"""From a text to who is named in it: the names engine over lede, captions and body as one document.

Nothing here writes; publishing turns ``Named`` into Mention rows, a preview throws it away.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext_noop

from people.models import Membership, Organization, Person
from people.models.membership import staying, worded_together
from people.names.matcher import find_in_all
from people.names.organizations import OrganizationSpan, find_organizations_in_all
from people.names.records import NameSpan, PersonFacts, Resolution
from people.names.resolver import resolve
from people.naming import RecordIndex, facts, organizations

from .by_hand import Places, linked_by_hand, spans_beside
from .decisions import heeding_merges, only_decided, said_at
from .found import Linked, Named, NamedOrganization, Open, Story, Text
from .models import Mention
from .name_links import with_links

_WHICH_ORGANIZATION = gettext_noop("Several organizations are so called. Choose which is meant.")
_MOST_SUGGESTIONS = 5
_LONGEST_OFFICE = Mention._meta.get_field("office").max_length


def link(story: Story) -> Linked:
    """Find everyone named in a story, and every organization, and put links to their pages around the names.

    Nine queries whatever the length of the text, and two more where an editor linked people by hand.
    """
    return link_all([story])[0]


def link_all(stories: Sequence[Story]) -> list[Linked]:
    """The same for many stories: the record is asked as often as for one."""
    heeded = heeding_merges([story.choices for story in stories])
    stories = [replace(story, choices=choices) for story, choices in zip(stories, heeded, strict=True)]
    by_hand = linked_by_hand(stories)
    found = find_in_all([story.document for story in stories], RecordIndex())
    found = [_spans(story, spans, places) for story, spans, places in zip(stories, found, by_hand, strict=True)]
    known = facts({candidate for spans in found for span in spans for candidate in span.candidates})
    people_at = [[(span.start, span.end) for span in spans] for spans in found]
    bodies_in = find_organizations_in_all(
        [(story.document, taken) for story, taken in zip(stories, people_at, strict=True)], organizations
    )
    told = [
        _told(story, spans, known, bodies, places)
        for story, spans, bodies, places in zip(stories, found, bodies_in, by_hand, strict=True)
    ]
    wanted = {person for each in told for person in each.people}
    people = Person.objects.prefetch_related("other_names").in_bulk(wanted)
    bodies = Organization.objects.in_bulk({body for each in told for body in each.bodies})
    linked = [_sorted_in(story, each, people, bodies) for story, each in zip(stories, told, strict=True)]
    for story, each in zip(stories, linked, strict=True):
        for text in story.texts:
            each.html[text.where, text.number] = with_links(text, each, story.language)
    return linked


def _spans(story: Story, found: Sequence[NameSpan], by_hand: Places) -> list[NameSpan]:
    """What the engine has found in a story, and what only editors say is a name, in the order of the text."""
    spans = spans_beside(found, by_hand, story.document)
    return sorted([*spans, *only_decided(story.document, spans, story.choices)], key=lambda span: span.start)


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
    by_hand: Places,
) -> _Told:
    document = story.document
    said = {
        (span.start, span.end): heard
        for span in (*spans, *bodies)
        if (heard := said_at(document, span.start, span.end, story.choices)) is not None
    }
    said |= by_hand
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
        held_on = staying(memberships, on)
        wordings[person_id] = (worded_together(held_on, on, language)[:_LONGEST_OFFICE], held_on)
    return wordings
