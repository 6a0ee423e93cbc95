"""A wire text becomes a draft, with the people and offices it names on record.

``examine`` looks and writes nothing: every guess can be seen and changed. ``bring_in`` writes what was agreed, and
makes nothing twice: the same body paragraphs are the same text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from clock import ticking
from media_assets import who
from media_assets.captions import parse_caption
from media_assets.ingest import ingest
from media_assets.models import Caption, Photo
from media_assets.settling import settle
from people.attesting import Told, attest, candidates, is_shorter, new_person
from people.models import Person
from people.names.discover import discover
from people.names.markup import text_of
from people.names.matcher import find_names
from people.names.offices import offices_before
from people.names.records import NameParts
from people.names.resolver import resolve
from people.names.speakers import speaker_of
from people.naming import RecordIndex, facts
from search.words import search_key

from . import revisions
from .body import quotations
from .comparing import LABELS
from .content import Content
from .models import Article, Revision, Tag
from .named import SURE
from .wire import Wire, WireError, text_key
from .wire.messages import ERRORS

# From here on a proposed person is ticked; the engine's guesses are made for Russian.
_SURE_ELSEWHERE = 0.9
_UNSAID = ("section", "bylines", "label", "payer", "event_date", "lead_photo")
_MEASURED = {"headline", "payer", "dateline", "source"}
_QUOTE = re.compile(r'<blockquote( data-speaker="\d+")?>')


@dataclass
class NamedPerson:
    """A person the text names: who that is on record, and the offices it gives. An editor may change all of it.

    ``known`` are those on record who may bear the name; ``choice`` is one of them, None for a new person. ``others``
    are namesakes of whom an editor has said that nobody of them is meant.
    """

    name: NameParts
    offices: list[Told] = field(default_factory=list)
    known: list[Person] = field(default_factory=list)
    choice: Person | None = None
    others: list[Person] = field(default_factory=list)
    is_wanted: bool = True
    place: int = 0  # from the left in the picture; 0 when not shown in it
    row: int = 1  # 1 is the front row
    office_worded: str = ""
    why: str = ""

    @property
    def is_ambiguous(self) -> bool:
        """Several on record bear the name, and nobody has chosen."""
        return len(self.known) > 1 and self.choice is None


@dataclass
class Intake:
    """A text as it would be brought in."""

    content: Content
    language: str
    people: list[NamedPerson]
    key: str
    speakers: list[str] = field(default_factory=list)  # by quote, the search key of the speaker's full name, or ""


@dataclass
class BroughtIn:
    """What came of it: ``outcome`` is created, updated, appended (to a published text) or unchanged."""

    article: Article
    outcome: str
    people: list[Person] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


class DoesNotFit(ValueError):
    """Something in the text is longer than an article can keep; the message says what."""


def refusal(error: WireError) -> str:
    """Why a text cannot be read, in the desk's language."""
    return _(ERRORS[error.code]).format(line=error.line)


def examine(wire: Wire) -> Intake:
    """Everything that can be guessed of a wire text before anything is written."""
    caption = wire.captions[0] if wire.captions else None
    dated = timezone.make_aware(wire.published) if wire.published else None
    content = Content(
        headline=wire.headline,
        lede=wire.lede,
        body=_with_captions(wire),
        lead_caption=caption.text if caption else "",
        lead_credit=caption.credit if caption else "",
        dateline=wire.dateline,
        source=wire.source,
        tags=wire.tags,
        dated=dated,
    )
    text = f"{wire.lede}\n{text_of(wire.body_html)}"
    on = timezone.localdate(dated or timezone.now())
    people = _people(text, caption.text if caption else "", wire.language, on)
    return Intake(content, wire.language, people, text_key(wire.body_html), speakers_of(content.body))


def _with_captions(wire: Wire) -> str:
    """The body; captions beyond the first stay in it as paragraphs until their pictures come."""
    more = [f"<p>{' '.join(part for part in (each.html, each.credit) if part)}</p>" for each in wire.captions[1:]]
    return "\n".join([wire.body_html, *more])


def _people(text: str, caption: str, language: str, on: date) -> list[NamedPerson]:
    """Everyone the caption shows, in order, then everyone else the text names."""
    found: dict[str, NamedPerson] = {}
    # One document: whoever the text introduces is known in the caption.
    on_record = _on_record(f"{caption}\n{text}", on)
    for shown in parse_caption(caption).people if caption else ():
        if person := on_record.over(shown.start, shown.end):
            named = found.setdefault(key_of(person.name_parts), NamedPerson(person.name_parts, choice=person))
        else:
            named = found.setdefault(key_of(shown.name), NamedPerson(shown.name))
        if not named.place:
            named.place, named.row = shown.position, shown.row
        named.office_worded = shown.post or named.office_worded
        for office in shown.offices:
            _add_office(named, office)
    on_record = on_record.behind(len(caption) + 1)
    for person, start in on_record.people.values():
        named = found.setdefault(key_of(person.name_parts), NamedPerson(person.name_parts, choice=person))
        for office in offices_before(text, start):
            _add_office(named, office)
    for proposal in discover(text):
        if person := next(filter(None, (on_record.over(*place) for place in proposal.mentions)), None):
            named = found[key_of(person.name_parts)]
        else:
            sure = proposal.confidence >= (SURE if language == "ru" else _SURE_ELSEWHERE)
            named = found.setdefault(
                key_of(proposal.name), NamedPerson(proposal.name, is_wanted=sure, why=proposal.why)
            )
        for office in proposal.offices:
            _add_office(named, office)
    for named in found.values():
        named.known = [named.choice] if named.choice else candidates(named.name)
        named.choice = named.known[0] if len(named.known) == 1 else None
    return list(found.values())


@dataclass
class _OnRecord:
    """Where a text names people on record for sure: what is known goes before any guess."""

    spans: list[tuple[int, int, Person]]

    @property
    def people(self) -> dict[int, tuple[Person, int]]:
        """Each of them with the start of their first mention."""
        return {person.pk: (person, start) for start, _end, person in reversed(self.spans)}

    def over(self, start: int, end: int) -> Person | None:
        """The person on record whose name stands somewhere between the offsets."""
        return next((person for begins, ends, person in self.spans if begins < end and start < ends), None)

    def behind(self, offset: int) -> "_OnRecord":
        """The rest of the text from an offset on, which becomes its beginning."""
        return _OnRecord(
            [(start - offset, end - offset, person) for start, end, person in self.spans if start >= offset]
        )


def _on_record(text: str, on: date) -> _OnRecord:
    spans = find_names(text, RecordIndex())
    known = facts({candidate for span in spans for candidate in span.candidates})
    sure = [verdict for verdict in resolve(text, spans, known, on) if verdict.person_id is not None]
    people = Person.objects.in_bulk({verdict.person_id for verdict in sure})
    return _OnRecord([(each.span.start, each.span.end, people[each.person_id]) for each in sure])


def key_of(name: NameParts) -> str:
    """What the same name shares in either order of its parts."""
    return " ".join(sorted(search_key(f"{name.given} {name.family}").split()))


def _add_office(named: NamedPerson, office) -> None:
    """Add an office once, in its most exact wording; one without an organization is none the record could keep."""
    told = Told.of(office)
    if office.former or not told.organization:
        return
    for number, each in enumerate(named.offices):
        if search_key(each.label) == search_key(told.label) or is_shorter(told.label, each.label):
            return
        if is_shorter(each.label, told.label):
            named.offices[number] = told
            return
    named.offices.append(told)


def speakers_of(body: str) -> list[str]:
    """For each quote of the body the key of the person the text gives it to, or nothing."""
    text = text_of(body)
    people = discover(text)
    speakers = []
    for quotation in quotations(body):
        start = text.find(quotation.words)
        speaker = speaker_of(text, start - 1, start + len(quotation.words) + 1, people) if start > 0 else None
        speakers.append(key_of(speaker.name) if speaker else "")
    return speakers


def picture_of(wire: Wire, intake: Intake, by, extra: tuple[str, bytes] | None = None) -> Photo | None:
    """The first picture that came with the text as a Photo, with the caption's words as its description.

    Raises:
        media_assets.ingest.NotAPhoto: the file is no picture we can take.
    """
    name, data = extra or next(((each.filename, each.data) for each in wire.pictures), ("", b""))
    if not data:
        return None
    return ingest(BytesIO(data), name, by, **words_of(intake.content.lead_caption, intake.content.lead_credit))[0]


def words_of(caption: str, credit: str) -> dict[str, Any]:
    """What a text says of its picture, as fields of the photo; words it does not have leave the file its own."""
    words = {"description": caption, "credit_line": credit[: Photo._meta.get_field("credit_line").max_length]}
    return {name: value for name, value in words.items() if value}


def bring_in(intake: Intake, *, by, now: datetime, photo: Photo | None = None) -> BroughtIn:
    """Write the draft with its people and offices, or find that all of it is here already.

    On a draft, fields the text changed since its last import are updated and fields an editor changed are kept; a
    published text gets a draft version that readers do not see until it is published.

    Raises:
        DoesNotFit: a field is too long. Nothing was written.
    """
    _measure(intake.content)
    try:
        return _bring_in(intake, by=by, now=now, photo=photo)
    except IntegrityError:  # somebody brought the same text in at the same moment: now it is here already
        return _bring_in(intake, by=by, now=now, photo=photo)


def _measure(content: Content) -> None:
    """Refuse what only SQLite would take: a file whose first lines are no headline but a whole paragraph."""
    kept = [field for field in Article._meta.concrete_fields if field.name in _MEASURED]
    words = [(field.name, getattr(content, field.name), field.max_length) for field in kept]
    words += [("tags", tag, Tag._meta.get_field("name").max_length) for tag in content.tags]
    for name, value, limit in words:
        if limit and len(value) > limit:
            told = {"field": LABELS[name], "start": value[:40], "limit": limit}
            raise DoesNotFit(_("%(field)s: “%(start)s…” is longer than %(limit)s characters. Shorten it.") % told)


def _bring_in(intake: Intake, *, by, now: datetime, photo: Photo | None) -> BroughtIn:
    with transaction.atomic():
        article = Article.objects.filter(import_key=intake.key, language=intake.language).first()
        persons = _persons(intake)
        content = _final(intake, persons, photo)
        if article is None:
            article = revisions.create(
                content,
                by,
                now=now,
                language=intake.language,
                reason=Revision.Reason.IMPORT,
                import_key=intake.key,
            )
            result = BroughtIn(article, "created")
        else:
            result = _again(article, content, by, now)
        result.people = [person for person in persons if person]
        result.remarks += _attest(intake, persons, article, now)
        if photo:
            _show(photo, intake, persons)
        if result.article.live_revision_id:  # of a draft readers have nothing yet
            ticking.bump()
    return result


def _persons(intake: Intake) -> list[Person | None]:
    persons: list[Person | None] = []
    for named in intake.people:
        if named.is_wanted and not named.known and not named.choice:
            _look_again(named)
        if not named.is_wanted or named.is_ambiguous:
            persons.append(named.choice)
        else:
            persons.append(named.choice or new_person(named.name))
    return persons


def _look_again(named: NamedPerson) -> None:
    """Somebody who was new when the text was looked at may be on record now.

    A second click, another text of the same paste or a colleague with the same text would otherwise make a twin.
    """
    named.known = [person for person in candidates(named.name) if person not in named.others]
    named.choice = named.known[0] if len(named.known) == 1 else None


def _final(intake: Intake, persons: Sequence[Person | None], photo: Photo | None) -> Content:
    """The content with its photo and with the speakers of its quotes."""
    by_key = {key_of(named.name): person for named, person in zip(intake.people, persons, strict=True) if person}
    speakers = iter([by_key.get(speaker) for speaker in intake.speakers])

    def mark(match: re.Match[str]) -> str:
        speaker = next(speakers, None)
        is_open = speaker and not match[1]  # whom an editor has chosen stays
        return f'<blockquote data-speaker="{speaker.pk}">' if is_open else match[0]

    body = _QUOTE.sub(mark, intake.content.body)
    return replace(intake.content, body=body, lead_photo=photo.pk if photo else intake.content.lead_photo)


def _again(article: Article, content: Content, by, now: datetime) -> BroughtIn:
    """The text is here: add what changed in it since it was last imported, beside what editors did."""
    last = article.revisions.filter(reason=Revision.Reason.IMPORT).order_by("-number").first()
    known = revisions.content_of(last)
    # What a text does not say, and nobody has chosen in the review, is as it was.
    unsaid = [name for name in _UNSAID if getattr(content, name) == getattr(Content(), name)]
    content = content.with_fields(set(unsaid), known)
    remarks = []
    reason = Revision.Reason.IMPORT
    try:
        saved = revisions.save(article, content, last.number, by, now=now, reason=reason)
    except revisions.Conflict as conflict:
        # An editor has worked on the same fields: theirs stand, the rest of the new text comes in.
        names = {each.name for each in conflict.conflicts}
        ours = conflict.merged.with_fields(names, revisions.content_of(conflict.theirs))
        saved = revisions.save(article, ours, conflict.theirs.number, by, now=now, reason=reason)
        remarks.append(
            _("Both the text and %(name)s have changed the same fields; what %(name)s wrote was kept.")
            % {"name": conflict.theirs.created_by}
        )
    if not saved.is_new:
        return BroughtIn(article, "unchanged", remarks=remarks)
    if article.live_revision_id is None:
        return BroughtIn(article, "updated", remarks=remarks)
    remarks.append(_("The text is published: the changes are a draft version until somebody publishes them."))
    return BroughtIn(article, "appended", remarks=remarks)


def _attest(intake: Intake, persons: Sequence[Person | None], article: Article, now: datetime) -> list[str]:
    day = day_of(intake, now)
    remarks = []
    for named, person in zip(intake.people, persons, strict=True):
        if named.is_wanted and named.is_ambiguous:
            remarks.append(_("Several people are called %(name)s: choose in the article.") % {"name": named.name.full})
        if person is None or not named.is_wanted:
            continue
        for told in named.offices:
            attested = attest(person, told, on=day, owner=article.owner, title=intake.content.headline)
            remarks += [attested.remark] if attested.remark else []
    return remarks


def day_of(intake: Intake, now: datetime) -> date:
    """The day the text tells of."""
    return intake.content.event_date or timezone.localtime(intake.content.dated or now).date()


def _show(photo: Photo, intake: Intake, persons: Sequence[Person | None]) -> None:
    """Who stands where in the picture, and the caption's words for it; nothing the desk has set is changed."""
    if not photo.persons_shown.filter(person__isnull=False).exists():
        who.show(
            photo,
            [
                who.Found(person, named.name.full, named.office_worded, named.row, named.place)
                for named, person in zip(intake.people, persons, strict=True)
                if named.place
            ],
        )
    words = intake.content.lead_caption
    if words and not photo.captions.filter(text=words).exists():
        Caption.objects.create(photo=photo, language=intake.language, text=words)
    settle(photo)
