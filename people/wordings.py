"""How people are written in a text of a day: name and office in every case, as the record and its editors have them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from .models import Membership, NameForm, OtherName, Person
from .models.membership import staying, worded_together
from .names.records import CASES, NameParts, cases_of
from .names.wordings import Typed, Wording, wordings


@dataclass(frozen=True)
class Worded:
    """A person, the office of the day, and the name in each case of the language."""

    person: Person
    office: str
    wordings: list[Wording]


def worded_on(people: Sequence[Person], day: date, language: str) -> list[Worded]:
    """These people as a text of that day and language names them. Three queries, and their other names.

    The office is that of the day; where the record has none, the name stands alone.
    """
    offices = _offices(people, day)
    typed = _typed(people)
    found = []
    for person in people:
        other = person.other_name_on(day, language)
        held = staying(offices.get(person.pk, []), day)
        by_case = {case: worded_together(held, day, language, case) for case in CASES}
        forms = typed.get((person.pk, other.pk if other else None), {})
        found.append(Worded(person, by_case["nomn"], wordings(_name(person, other), by_case, language, forms)))
    return found


def _name(person: Person, other: OtherName | None) -> NameParts | str:
    if other is None:
        return person.name_parts
    if other.name and not (other.family_name or other.given_name):
        return other.name
    return NameParts(other.given_name, other.patronymic_name, other.family_name, person.name_parts.gender)


def _offices(people: Sequence[Person], day: date) -> Mapping[int, list[Membership]]:
    held: dict[int, list[Membership]] = {}
    for membership in Membership.objects.filter(person__in=people).on(day):
        held.setdefault(membership.person_id, []).append(membership)
    return held


def _typed(people: Sequence[Person]) -> Mapping[tuple[int, int | None], Typed]:
    """What editors have written in the place of the rules' forms, by person and name; of several the first."""
    found: dict[tuple[int, int | None], dict[tuple[str, str], str]] = {}
    rows = NameForm.objects.filter(person__in=people, origin=NameForm.Origin.EDITOR).order_by("pk")
    for row in rows:
        for case in cases_of(row.cases):
            found.setdefault((row.person_id, row.other_name_id), {}).setdefault((row.part, case), row.form)
    return found
