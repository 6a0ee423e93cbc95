"""From a name on record to its printed forms in ``NameForm``, made whenever a name is saved.

What an editor typed always wins over a rule for that part and case, and outlives every remake.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from search.words import search_key

from ..names.declension import name_forms
from ..names.index import completed
from ..names.records import ALL_CASES, CaseForm, NameParts
from .name_form import NameForm

# The other name the form is of (None: the primary one), the part of the name, the form.
Wanted = tuple[Any, str, CaseForm]


def remake_forms(owner) -> None:
    """Make the case forms of all names of a person or an organization anew, keeping an editor's."""
    if hasattr(owner, "family_name"):
        _replace(owner.name_forms.all(), _person_forms(owner), person=owner)
    else:
        _replace(owner.name_forms.all(), _organization_forms(owner), organization=owner)


def _person_forms(person) -> Iterator[Wanted]:
    for part, form in name_forms(person.name_parts):
        yield None, part, form
    for other in person.other_names.filter(autolink=True):
        if other.name and not (other.family_name or other.given_name):
            named: NameParts | str = other.name
        else:
            named = NameParts(other.given_name, other.patronymic_name, other.family_name, "")
        for part, form in name_forms(completed(named, person.name_parts)):
            yield other, part, form


def _organization_forms(organization) -> Iterator[Wanted]:
    names = [(None, organization.name), (None, organization.abbreviation)]
    names += [(other, other.name) for other in organization.other_names.filter(autolink=True)]
    for other, name in names:
        if name:
            yield other, "whole", CaseForm(name, search_key(name), ALL_CASES)


def _replace(stored, wanted: Iterable[Wanted], **owner) -> None:
    typed: dict[tuple[int | None, str], int] = defaultdict(int)
    for form in stored.filter(origin=NameForm.Origin.EDITOR):
        typed[form.other_name_id, form.part] |= form.cases
    rows: dict[tuple[int | None, str, str], NameForm] = {}
    for other, part, form in wanted:
        cases = form.cases & ~typed[other.pk if other else None, part]
        row = rows.setdefault(
            (other.pk if other else None, part, form.key),
            NameForm(other_name=other, part=part, form=form.form, key=form.key, cases=0, **owner),
        )
        row.cases |= cases
    fresh = {key: row for key, row in rows.items() if row.cases}
    kept = {}
    for form in stored.filter(origin=NameForm.Origin.RULE):
        key = (form.other_name_id, form.part, form.key)
        if key in fresh and fresh[key].cases == form.cases and key not in kept:
            kept[key] = form
        else:
            form.delete()
    NameForm.objects.bulk_create(row for key, row in fresh.items() if key not in kept)
