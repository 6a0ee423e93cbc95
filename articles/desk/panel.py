"""The panel beside the text: who is named and what the checks have found, in what the browser has, saved or not."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cached_property

from django.contrib.messages import INFO
from django.http import QueryDict

from people.models import Organization, Person, Post
from people.names.records import Gender, NameParts
from search.words import clean

from .. import office_checks, typography
from ..accepting import Wanted
from ..checklist import Item, Names, checklist
from ..content import Content
from ..findings import Finding, Place, leave, open_findings
from ..linking import link, offices
from ..models import Article, Mention, Revision
from ..name_buttons import Message, Pressed, act, create_all
from ..named import WhoIsNamed, who_is_named
from ..page import published_at
from ..publishing import Derived, Draft, derive_linked, draft_of
from ..revisions import content_of, newest

_LONGEST_NAME = Person._meta.get_field("family_name").max_length
_LONGEST_OFFICE = Post._meta.get_field("label").max_length
_LONGEST_ORGANIZATION = Organization._meta.get_field("name").max_length
_GENDERS: dict[str, Gender] = {"male": "male", "female": "female"}


@dataclass(frozen=True)
class Words:
    """A part of an article in plain text."""

    where: str
    number: int
    plain: str


@dataclass
class Panel:
    """One reading of a text. ``article`` may be new: then it has no key, and nothing can be decided yet."""

    article: Article
    draft: Draft
    derived: Derived

    @cached_property
    def named(self) -> WhoIsNamed:
        return who_is_named(self.article, self.derived)

    @cached_property
    def offices_of_namesakes(self) -> dict[int, str]:
        """By person, the office on the day of each who may be meant: how an editor tells namesakes apart."""
        people = {each.pk for entry in self.named.open for each in entry.suggestions if isinstance(each, Person)}
        told = offices(people, self.derived.as_of, self.article.language)
        return {person: office for person, (office, _held) in told.items()}

    @cached_property
    def against_the_record(self) -> list[Finding]:
        """Offices of the text that the record contradicts, and changes of office the text tells of."""
        return open_findings(self.article, office_checks.findings(self.draft, self.derived.linked))

    @cached_property
    def suggestions(self) -> list[Finding]:
        """Marks and spaces that print would set otherwise."""
        suggested = typography.findings(self._parts(), self.article.language)
        return open_findings(self.article, suggested)

    def _parts(self) -> Iterator[Words]:
        """Headline, lede, the lead photo's caption and the body; every other caption stands in the body."""
        yield Words("headline", 0, self.draft.content.headline)
        led = bool(self.derived.photos) and self.derived.photos[0].place == "lead"
        for text, plain in zip(self.draft.story.texts, self.draft.story.plain, strict=True):
            if text.where != Mention.Where.CAPTION or (led and text.number == 0):
                yield Words(text.where, text.number, plain)

    def checklist(self, now: datetime) -> list[Item]:
        """What is to be looked at before publication."""
        named = self.named
        unresolved = len(named.open) + len(named.unknown)
        names = Names(frozenset(self.derived.people), unresolved, len(self.against_the_record))
        return checklist(self.article, self.draft.content, names, now)

    def marks(self) -> list[dict[str, object]]:
        """Every place the page underlines, with the number of the entry that speaks of it."""
        named = [
            _mark(place.at, kind, str(entry.number)) for kind, entry in self.named.entries for place in entry.places
        ]
        return named + [_mark(finding.place, finding.kind, finding.key) for finding in self.against_the_record]


def _mark(at: Place, kind: str, entry: str) -> dict[str, object]:
    return {**asdict(at), "kind": kind, "entry": entry}


def read(article: Article, content: Content, now: datetime) -> Panel:
    """Read a text as it would be published now."""
    saved = newest(article) if article.pk else None
    revision = saved if saved and content_of(saved) == content else Revision(article=article, data=content.as_json())
    draft = draft_of(article, revision, published_at(article, revision, now))
    is_out = article.pk is not None and article.is_begun(now)
    return Panel(article, draft, derive_linked(draft, link(draft.story), is_out=is_out))


def press(panel: Panel, said: Pressed, fields: QueryDict, *, by, now: datetime) -> Iterator[Message]:
    """Do what a button of the panel says and tell the editor; PermissionDenied when they may not.

    ``fields`` are the form's: how the editor would have unknown people on record.
    """
    if said.say == "accept":
        ticked = fields.getlist("accept")
        yield from create_all([wanted(fields, key) for key in ticked], panel.article, panel.derived, by=by)
    elif said.say == "create":
        yield from create_all([wanted(fields, said.key)], panel.article, panel.derived, by=by)
    elif said.say == "leave":
        _leave(panel, said, by)
    elif said.say == "deed":
        yield from _put_the_record_right(panel, said, by)
    else:
        yield from act(said, panel.article, panel.derived, by=by)


def _leave(panel: Panel, said: Pressed, by) -> None:
    for finding in (*panel.against_the_record, *panel.suggestions):
        if (finding.kind, finding.key) == (said.kind, said.key):
            leave(panel.article, said.kind, said.key, by=by)


def _put_the_record_right(panel: Panel, said: Pressed, by) -> Iterator[Message]:
    for finding in panel.against_the_record:
        if (finding.kind, finding.key) == (said.kind, said.key):
            for sentence in office_checks.act(said.deed, finding, panel.article, panel.derived, by=by):
                yield INFO, sentence


def wanted(fields: QueryDict, key: str) -> Wanted:
    """An unknown person as the fields beside the proposal would have them."""
    if f"family:{key}" not in fields:
        return Wanted(key)
    given, patronymic, family = (
        _typed(fields.get(f"{part}:{key}", ""), _LONGEST_NAME) for part in ("given", "patronymic", "family")
    )
    offices = zip(fields.getlist(f"office:{key}"), fields.getlist(f"organization:{key}"), strict=False)
    return Wanted(
        key,
        NameParts(given, patronymic, family, _GENDERS.get(fields.get(f"gender:{key}", ""), "")),
        [(_typed(label, _LONGEST_OFFICE), _typed(body, _LONGEST_ORGANIZATION)) for label, body in offices],
    )


def _typed(words: str, most: int) -> str:
    """What the record takes of words that were typed; the page's own field takes no more."""
    return clean(words.replace("\0", ""))[:most]
