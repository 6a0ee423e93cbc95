"""What the desk asks about the offices in a text: those the record contradicts, and those that change hands in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from clock import ticking
from people.attesting import attest
from people.office_changes import NotRecorded, Source
from people.office_record import record_of

from . import office_changes, office_findings
from .findings import Finding
from .found import Linked
from .models import Article
from .office_changes import Unrecorded
from .office_findings import Against
from .office_reading import Reading
from .office_takings import takings
from .publishing import Derived, Draft


@dataclass(frozen=True)
class Odd:
    """All that is odd about the offices of one version."""

    against: Sequence[Against]
    unrecorded: Sequence[Unrecorded]


def findings(draft: Draft, linked: Linked) -> list[Finding]:
    """What is odd about the offices in an unsaved version, in the order of the text. Eleven queries at most."""
    return findings_in([Reading.of_draft(draft, linked)])[0]


def findings_in(readings: Sequence[Reading]) -> list[list[Finding]]:
    """The same for many versions: the record is asked as often as for one."""
    return [
        [
            *(office_findings.finding_of(reading, each) for each in odd.against),
            *(office_changes.finding_of(each) for each in odd.unrecorded),
        ]
        for reading, odd in zip(readings, _odd(readings), strict=True)
    ]


def _odd(readings: Sequence[Reading]) -> list[Odd]:
    told = [list(office_findings.offices_told(reading)) for reading in readings]
    taken = [list(takings(reading)) for reading in readings]
    people = {each.named.person.pk for given in told for each in given}
    people |= {each.person.pk for changes in taken for each in changes if each.person}
    changing = [each.change.office for changes in taken for each in changes if each.change.office]
    given = [each.given.office for given in told for each in given]
    record = record_of(people, [*given, *changing], unsaid=changing)
    return [
        _without_twins(office_findings.against(reading, given, record), office_changes.unrecorded(changes, record))
        for reading, given, changes in zip(readings, told, taken, strict=True)
    ]


def _without_twins(against: Sequence[Against], unrecorded: Sequence[Unrecorded]) -> Odd:
    """Where an office changes hands in the text, that is the question; that its old and new holder differ is none."""
    changing = {each.taking.change.office.post for each in unrecorded if each.taking.change.office}
    return Odd([each for each in against if each.told.given.office.post not in changing], unrecorded)


def act(deed: str, finding: Finding, article: Article, derived: Derived, *, by) -> list[str]:
    """Put the record right as a finding's button says, and what to tell the editor.

    The text is read again: what it no longer says is not recorded. Nothing is recorded by halves.
    """
    needed = "people.add_membership" if deed == office_findings.ATTEST else "people.change_membership"
    if not by.has_perm("people.add_membership") or not by.has_perm(needed):
        raise PermissionDenied(_("Your role does not allow this: ask an editor."))
    reading = Reading.of_derived(article, derived)
    (odd,) = _odd([reading])
    try:
        with transaction.atomic():
            Article.objects.select_for_update(of=("self",)).get(pk=article.pk)  # whoever presses at once waits here
            done = _done(deed, finding, reading, odd, by)
            ticking.bump()
    except NotRecorded as refusal:
        return [str(refusal)]
    return done or [_("The text does not say this any more: nothing was recorded.")]


def _done(deed: str, finding: Finding, reading: Reading, odd: Odd, by) -> list[str]:
    if deed == office_findings.ATTEST:
        return [_attested(each, reading) for each in odd.against if each.key == finding.key]
    source = Source(reading.owner, reading.headline, reading.day, by)
    return [
        _("Recorded: %(what)s.") % {"what": membership}
        for each in odd.unrecorded
        if each.key == finding.key
        for membership in office_changes.record(deed, each, source)
    ]


def _attested(contradicted: Against, reading: Reading) -> str:
    """Record that the text tells of this office on its day."""
    told = contradicted.told
    day, office = told.part.day, contradicted.as_told()
    done = attest(told.named.person, office, on=day, owner=reading.owner, title=reading.headline)
    return done.remark or _("Recorded: %(what)s.") % {"what": done.membership}
