"""Offices that a text gives against the record, as findings: the sentence, the corrections, what may be recorded."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from clock.days import print_on
from people.attesting import Told
from people.models import Membership
from people.models.membership import worded_together
from people.names.office.declining import decline_office
from people.names.office.given import Given, cases_given, offices_given
from people.names.wordings import name_in
from people.office_checks import Contradiction, Difference, difference
from people.office_record import OfficeRecord
from search.words import search_key

from .findings import Correction, Deed, Finding, Place
from .found import Named
from .models import CheckAnswer
from .office_reading import Part, Reading

ATTEST = "attest"
_LONGEST_KEY = CheckAnswer._meta.get_field("key").max_length


@dataclass(frozen=True)
class GivenTo:
    """An office a text gives to somebody on record, and where."""

    part: Part
    named: Named
    given: Given


@dataclass(frozen=True)
class Against:
    """The same with how the record contradicts it."""

    told: GivenTo
    difference: Difference

    @property
    def key(self) -> str:
        """The person and the words of the office: an answer holds for all places and outlives edits."""
        return f"{self.told.named.person.pk}:{search_key(self.told.given.office.wording)}"[:_LONGEST_KEY]

    def as_told(self) -> Told:
        """The office as the record would take it: under the name it has there, where this person held it before."""
        office, held = self.told.given.office, self.difference.membership
        if office.is_of_named_body or held.post is None:
            return Told.of(office)
        body = held.organization
        return Told(held.post.label, body.name, body.abbreviation, body.classification, body.country, office.acting)


def offices_told(reading: Reading) -> Iterator[GivenTo]:
    """Every office the version gives to somebody on record, in the order of the text."""
    for part in reading.parts():
        places = [(each.start, each.end) for each in part.named]
        found = offices_given(part.text, places, part.day.year, quoted=part.quoted)
        for named, given in zip(part.named, found, strict=True):
            yield from (GivenTo(part, named, each) for each in given)


def against(reading: Reading, told: Sequence[GivenTo], record: OfficeRecord) -> list[Against]:
    """What the record contradicts of that, each office of each person once."""
    found: dict[str, Against] = {}
    for each in told:
        differs = difference(record, each.named.person.pk, each.given.office, each.part.day, reading.owner)
        if differs is not None:
            contradicted = Against(each, differs)
            found.setdefault(contradicted.key, contradicted)
    return list(found.values())


def finding_of(reading: Reading, contradicted: Against) -> Finding:
    """A contradiction as the desk shows it."""
    told = contradicted.told
    start, end = told.given.whole
    return Finding(
        kind=CheckAnswer.Kind.OFFICE,
        key=contradicted.key,
        place=Place(told.part.where, told.part.number, start, end, told.part.text[start:end]),
        sentence=_sentence(reading, told, contradicted.difference),
        corrections=tuple(_corrections(reading, told, contradicted.difference)),
        deeds=tuple(_deeds(told, contradicted)),
        record_url=reverse("admin:people_person_change", args=[told.named.person.pk]),
    )


def _sentence(reading: Reading, told: GivenTo, differs: Difference) -> str:
    known = differs.membership
    language = get_language() or "ru"
    values = {
        "told": f"{told.given.office.wording} {told.named.person}",
        "when": known.when(language),
        "office": known.label_on(told.part.day, reading.language),
        "holder": known.person,
        "day": print_on(told.part.day, language),
        "own": _own(reading, told.part.day, differs, "nomn"),
    }
    return _sentence_for(differs.kind) % values


def _sentence_for(kind: Contradiction) -> str:
    if kind is Contradiction.HELD_BY_ANOTHER:
        return _(
            "In the text: %(told)s. On record %(when)s: %(office)s — %(holder)s. "
            "Correct the text or the record, or leave it as it is."
        )
    if kind in {Contradiction.ENDED, Contradiction.NOT_BEGUN}:
        return _(
            "In the text: %(told)s. On record the time in this office is: %(when)s. "
            "Correct the text or the record, or leave it as it is."
        )
    return _("In the text: %(told)s. On record %(day)s: %(own)s. Correct the text or the record, or leave it as it is.")


def _own(reading: Reading, day: date, differs: Difference, case: str) -> str:
    """The offices this person held that day, as the paper words them."""
    held: Sequence[Membership] = differs.own or [differs.membership]
    return worded_together(held, day, reading.language, case)


def _corrections(reading: Reading, told: GivenTo, differs: Difference) -> Iterator[Correction]:
    office, text = told.given.office, told.part.text
    surface = text[told.given.start : told.given.end]
    if differs.was_held:  # «бывший мэр» of somebody who never was one would be a mistake of ours
        yield from _correction(told, lambda case: (decline_office(f"бывший {office.wording}", case), surface))
    if differs.own:
        yield from _correction(told, lambda case: (_own(reading, told.part.day, differs, case), surface))
    if differs.holder is not None:
        other, printed = differs.holder.person.name_parts, text[office.start : office.end]
        yield from _correction(told, lambda case: (printed, name_in(other, case, reading.language)))


def _correction(told: GivenTo, worded: Callable[[str], tuple[str, str]]) -> Iterator[Correction]:
    """Office and name in the case of the text; nothing where the text does not tell which case it is in."""
    given, text = told.given, told.part.text
    pairs = {worded(case) for case in cases_given(text, given, told.named.person.name_parts)}
    if len(pairs) != 1:
        return
    office, name = pairs.pop()
    joined = text[given.office.end : given.start] if given.is_before else text[given.end : given.office.start]
    words = f"{office}{joined}{name}" if given.is_before else f"{name}{joined}{office}"
    if text[given.whole[0]].isupper():
        words = words[:1].upper() + words[1:]
    yield Correction(label=words, words=words)


def _deeds(told: GivenTo, contradicted: Against) -> Iterator[Deed]:
    if contradicted.difference.may_be_recorded:
        values = {
            "name": told.named.person,
            "office": contradicted.as_told().label,
            "day": print_on(told.part.day, get_language() or "ru"),
        }
        yield Deed(_("Record: %(name)s — %(office)s, %(day)s") % values, ATTEST)
