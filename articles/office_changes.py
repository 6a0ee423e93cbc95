"""Offices that change hands in a story, as findings: what the record does not know yet, and the deeds that tell it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from people.attesting import Told, identify, post_of
from people.dates import PartialDate
from people.models import Membership, Post
from people.names.offices import Office
from people.office_changes import NotRecorded, Source, leave, left, take
from people.office_record import OfficeRecord, holder_among
from search.words import search_key

from .findings import Deed, Finding, Place
from .models import CheckAnswer
from .office_takings import Taking

BEGIN, HAND_OVER, END = "begin", "hand over", "end"
_LONGEST_KEY = CheckAnswer._meta.get_field("key").max_length


@dataclass(frozen=True)
class Unrecorded:
    """A change the record does not know: ``membership`` is what it knows of it, ``rival`` has the seat until then."""

    taking: Taking
    office: str
    post: Post | None
    membership: Membership | None = None
    rival: Membership | None = None

    @property
    def key(self) -> str:
        person = self.taking.person
        who = person.pk if person else search_key(self.taking.name.full)
        return f"{who}:{search_key(self.office)}:{'+' if self.taking.change.begins else '-'}"[:_LONGEST_KEY]


def unrecorded(found: Sequence[Taking], record: OfficeRecord) -> list[Unrecorded]:
    """The changes the record does not know of, each once."""
    known: dict[str, Unrecorded] = {}
    for taking in found:
        missing = _taken(taking, record) if taking.change.begins else _left(taking, record)
        if missing is not None:
            known.setdefault(missing.key, missing)
    return list(known.values())


def _taken(taking: Taking, record: OfficeRecord) -> Unrecorded | None:
    office, when = taking.change.office, taking.when
    same = _same(taking, office, record)
    if any(_began_then(each, when) for each in same):
        return None
    post = record.only_post(office, taking.part.day)
    if post is None and not office.is_of_named_body:
        return None
    told = next((each for each in same if each.is_attested_only and each.start_date is None), None)
    holder = holder_among(post, when.latest) if post and not office.acting else None
    is_another = holder is not None and holder.person_id != (taking.person.pk if taking.person else None)
    label = post.label if post else Told.of(office).label
    return Unrecorded(taking, label, post, told, holder if is_another else None)


def _left(taking: Taking, record: OfficeRecord) -> Unrecorded | None:
    office = taking.change.office
    if office is None:
        return _left_unsaid(taking, record)
    same = _same(taking, office, record)
    staying = [each for each in same if each.end_date is None]
    if staying:
        return Unrecorded(taking, _label(staying[0]), staying[0].post, staying[0])
    if same or not office.is_of_named_body:  # over on record already, or of nobody knows which body
        return None
    return Unrecorded(taking, Told.of(office).label, record.post(office, taking.part.day))


def _left_unsaid(taking: Taking, record: OfficeRecord) -> Unrecorded | None:
    """«Асан Токтосунов ушёл в отставку»: from the one office the record knows him to hold."""
    held = record.held.get(taking.person.pk, []) if taking.person else []
    held = [each for each in held if each.post and each.end_date is None and not each.is_attested_only]
    return Unrecorded(taking, _label(held[0]), held[0].post, held[0]) if len(held) == 1 else None


def _same(taking: Taking, office: Office, record: OfficeRecord) -> list[Membership]:
    same = record.same(taking.person.pk, office, taking.part.day) if taking.person else []
    return [each for each in same if each.acting == office.acting]


def _began_then(membership: Membership, when: PartialDate) -> bool:
    """Whether the record has this beginning, or has the office held by then anyway."""
    start = membership.start_date
    if start is not None and start.earliest <= when.latest and when.earliest <= start.latest:
        return True
    if membership.is_attested_only or membership.covers_from is None:
        return False
    until = membership.covers_until
    return membership.covers_from <= when.latest and (until is None or when.earliest < until)


def _label(membership: Membership) -> str:
    return membership.post.label if membership.post else membership.role


def finding_of(missing: Unrecorded) -> Finding:
    """A change as the desk shows it."""
    taking = missing.taking
    start, stop = taking.change.start, taking.change.end
    person = taking.person
    return Finding(
        kind=CheckAnswer.Kind.CHANGE,
        key=missing.key,
        place=Place(taking.part.where, taking.part.number, start, stop, taking.part.text[start:stop]),
        sentence=_sentence(missing),
        deeds=tuple(_deeds(missing)),
        record_url=reverse("admin:people_person_change", args=[person.pk]) if person else "",
    )


def _sentence(missing: Unrecorded) -> str:
    values = _values(missing)
    if not missing.taking.change.begins:
        return (
            _("The text says that an office is left: %(name)s — %(office)s, %(until)s. The record does not.") % values
        )
    if missing.rival:
        return (
            _(
                "The text says that an office is taken: %(name)s — %(office)s, %(since)s. "
                "On record it is held by %(rival)s."
            )
            % values
        )
    return _("The text says that an office is taken: %(name)s — %(office)s, %(since)s. The record does not.") % values


def _values(missing: Unrecorded) -> dict[str, object]:
    language, taking = get_language() or "ru", missing.taking
    acting = _("(acting)") if taking.change.office and taking.change.office.acting else ""
    return {
        "name": taking.person or taking.name.full,
        "office": f"{missing.office} {acting}".strip(),
        "since": taking.when.since(language),
        "until": taking.when.until(language),
        "rival": missing.rival.person if missing.rival else "",
    }


def _deeds(missing: Unrecorded) -> Iterator[Deed]:
    values = _values(missing)
    if not missing.taking.change.begins:
        yield Deed(_("Record: %(name)s — %(office)s, %(until)s") % values, END)
    elif missing.rival and missing.rival.end_date is None:
        label = _("Record: %(name)s — %(office)s, %(since)s; %(rival)s — %(until)s")
        yield Deed(label % values, HAND_OVER)
    else:
        yield Deed(_("Record: %(name)s — %(office)s, %(since)s") % values, BEGIN)


def record(deed: str, missing: Unrecorded, source: Source) -> list[Membership]:
    """Write the change down: the new membership, the end of the old one, or both. Inside a transaction.

    Raises:
        NotRecorded: the record does not take it; nothing may be kept of it.
    """
    taking = missing.taking
    person = taking.person or identify(taking.name)
    if person is None:
        raise NotRecorded(_("Several people on record bear that name: say first whom the text means."))
    when, acting = taking.when, bool(taking.change.office and taking.change.office.acting)
    if deed == END and missing.membership:
        return [leave(missing.membership, when, source)]
    post = missing.post or post_of(Told.of(taking.change.office))
    # A second editor, or a second press, may have read the text before the first was written down.
    same = Membership.objects.filter(person=person, post=post, acting=acting)
    if deed == END:
        return [same.filter(end_date=when).first() or left(person, post, when, source, acting=acting)]
    done = [leave(missing.rival, when, source)] if deed == HAND_OVER and missing.rival else []
    known = missing.membership or same.filter(start_date=when).first()
    return [*done, take(person, post, when, source, acting=acting, known=known)]
