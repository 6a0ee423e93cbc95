"""From a name on record to its printed forms in ``NameForm``, made whenever a name is saved.

What an editor typed always wins over a rule for that part and case, and outlives every remake.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from ..names.declension import name_forms
from ..names.index import completed
from ..names.keys import exact_key, name_key
from ..names.organization.forms import case_forms, without_country, without_kyrgyz_country
from ..names.records import ALL_CASES, CaseForm, NameParts
from . import searched
from .name_form import NameForm

# The other name the form is of (None: the primary one), the part of the name, the form.
Wanted = tuple[Any, str, CaseForm]


def remake_forms(owner) -> None:
    """Make the case forms of all names of a person or an organization anew, keeping an editor's; search follows."""
    column = "person" if hasattr(owner, "family_name") else "organization"
    _replace(owner.name_forms.all(), rule_forms(owner), **{column: owner})
    searched.put(owner)


def rule_forms(owner) -> Iterator[Wanted]:
    """Every form the rules make of the names of a person or an organization."""
    return _person_forms(owner) if hasattr(owner, "family_name") else _organization_forms(owner)


def _person_forms(person) -> Iterator[Wanted]:
    """None of a merged record: what has forms is found in texts. Nor of a name that must not make links."""
    if person.merged_into_id is not None:
        return
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
    """The names in every case, and those that end in a country without it; Kyrgyz and Latin names stand still."""
    names = [(None, organization.name, "whole", "bare"), (None, organization.abbreviation, "short", "bare_short")]
    names += [(other, other.name, "whole", "bare") for other in organization.other_names.filter(autolink=True)]
    for other, name, whole, short_of_country in names:
        language = other.language if other else "ru"
        if language == "ky":
            bare, country = without_kyrgyz_country(name)
        else:
            bare, country = without_country(name, of_a_state=organization.is_of_a_state)
        for part, wording in ((whole, name), (short_of_country, bare if country else "")):
            if wording and language == "ru":
                yield from ((other, part, form) for form in case_forms(wording))
            elif wording:
                yield other, part, CaseForm(wording, exact_key(wording), ALL_CASES)


def _replace(stored, wanted: Iterable[Wanted], **owner) -> None:
    """Make the stored forms the wanted ones, touching only rows that differ: three statements at most."""
    before = list(stored)
    typed: dict[tuple[int | None, str], int] = defaultdict(int)
    for row in before:
        if row.origin == NameForm.Origin.EDITOR:
            typed[row.other_name_id, row.part] |= row.cases
    fresh: dict[tuple[int | None, str, str], NameForm] = {}
    for other, part, form in wanted:
        other_id = other.pk if other else None
        cases = form.cases & ~typed[other_id, part]
        if cases:
            row = NameForm(other_name=other, part=part, form=form.form, key=name_key(form.form), cases=0, **owner)
            fresh.setdefault((other_id, part, form.key), row).cases |= cases
    outdated = []
    for row in before:
        same = fresh.get((row.other_name_id, row.part, exact_key(row.form)))
        if row.origin == NameForm.Origin.RULE and same is not None and (same.cases, same.key) == (row.cases, row.key):
            del fresh[row.other_name_id, row.part, exact_key(row.form)]
        elif row.origin == NameForm.Origin.RULE:
            outdated.append(row.pk)
    if outdated:
        NameForm.objects.filter(pk__in=outdated).delete()
    if fresh:
        NameForm.objects.bulk_create(fresh.values())
