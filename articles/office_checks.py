"""What the desk asks about the offices in a text: those the record contradicts, and those that change hands in it."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from clock import ticking
from people.attesting import attest
from people.office_record import record_of

from .findings import Finding
from .found import Linked
from .models import Article
from .office_findings import ATTEST, against, finding_of, offices_told
from .office_reading import Reading
from .publishing import Derived, Draft


def findings(draft: Draft, linked: Linked) -> list[Finding]:
    """What is odd about the offices in an unsaved version, in the order of the text. Ten queries in all."""
    return findings_in([Reading.of_draft(draft, linked)])[0]


def findings_in(readings: Sequence[Reading]) -> list[list[Finding]]:
    """The same for many versions: the record is asked as often as for one."""
    told = [list(offices_told(reading)) for reading in readings]
    people = {each.named.person.pk for given in told for each in given}
    record = record_of(people, [each.given.office for given in told for each in given])
    return [
        [finding_of(reading, each) for each in against(reading, given, record)]
        for reading, given in zip(readings, told, strict=True)
    ]


def act(deed: str, finding: Finding, article: Article, derived: Derived, *, by) -> list[str]:
    """Put the record right as a finding's button says, and what to tell the editor.

    The text is read again: what it no longer says is not recorded.
    """
    if not by.has_perm("people.add_membership"):
        raise PermissionDenied(_("Your role does not allow this: ask an editor."))
    reading = Reading.of_derived(article, derived)
    with transaction.atomic():
        done = _attest(reading, finding.key) if deed == ATTEST else None
        ticking.bump()
    return done or [_("The text does not say this any more: nothing was recorded.")]


def _attest(reading: Reading, key: str) -> list[str]:
    """Record that the text tells of this office on its day."""
    told = list(offices_told(reading))
    record = record_of({each.named.person.pk for each in told}, [each.given.office for each in told])
    for each in against(reading, told, record):
        if each.key == key:
            person, office = each.told.named.person, each.as_told()
            done = attest(person, office, on=each.told.part.day, owner=reading.owner, title=reading.headline)
            return [done.remark or _("Recorded: %(what)s.") % {"what": done.membership}]
    return []
