"""Putting people a text names on record: one, or every proposal an editor has ticked.

Records are stubs attested by the article on its day. Whoever is on record under that name already, in another spelling
or order, is no new person. The names in the text mean this person from then on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from people.attesting import Told, attest, identify
from people.models import Person
from people.names.records import NameParts

from .decisions import decide
from .models import Article
from .named import Entry, unknown_people
from .publishing import Derived
from .revisions import need_change


@dataclass(frozen=True)
class Wanted:
    """An unknown person of the text, ``key`` as in ``Entry``, and the record as the editor would have it.

    Without a name it is the text's; ``offices`` are pairs of an office and its organization in the order of
    ``Entry.told``, None for those the text gives.
    """

    key: str
    name: NameParts | None = None
    offices: Sequence[tuple[str, str]] | None = None


@dataclass(frozen=True)
class Created:
    """A person the name means from now on, or nobody; and what to tell the editor."""

    person: Person | None
    remarks: list[str]


def create(article: Article, derived: Derived, wanted: Sequence[Wanted], *, by) -> list[Created]:
    """Put these unknown people of a text on record, with the offices the text gives or the editor has put right."""
    if not by.has_perm("people.add_person"):
        raise PermissionDenied(_("Your role does not allow this: ask an editor."))
    need_change(article, by)
    unknown = {entry.key: entry for entry in unknown_people(article, derived, {})}
    return [_create(article, derived, each, unknown.get(each.key), by) for each in wanted]


def _create(article: Article, derived: Derived, wanted: Wanted, entry: Entry | None, by) -> Created:
    if entry is None or entry.proposal is None:
        return Created(None, [_("The text does not name this person any more: nothing was created.")])
    name = wanted.name or entry.proposal.name
    if not name.given and not name.family:
        return Created(None, [_("Write the name of “%(name)s” first.") % {"name": entry.surfaces[0]}])
    with transaction.atomic():
        # pressed twice, the second waits here and then finds the person on record
        Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        person = identify(name)
        if person is None:
            sentence = _("Several people on record bear that name: choose whom the text means with “somebody else”.")
            return Created(None, [sentence])
        remarks = [
            attest(person, each, on=derived.as_of, owner=article.owner, title=derived.content.headline).remark
            for each in _offices(entry.told, wanted.offices)
        ]
        decide(article, entry.surfaces, person, by=by)
    return Created(person, [remark for remark in remarks if remark])


def _offices(told: Sequence[Told], wanted: Sequence[tuple[str, str]] | None) -> list[Told]:
    """The offices to record: those of a named organization, as the editor words them."""
    if wanted is not None:
        told = [_worded(each, *words) for each, words in zip(told, wanted, strict=False)]
    return [each for each in told if each.label and each.organization]


def _worded(told: Told, label: str, organization: str) -> Told:
    if organization != told.organization:
        # another body than the engine read: its short name and country are not this one's
        return replace(told, label=label, organization=organization, organization_short="", country="")
    return replace(told, label=label)
