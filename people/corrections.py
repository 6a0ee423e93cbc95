"""Every case form of a record's names, part by part: what the rules make, and what an editor has written instead."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from search.kyrgyz import decline_name
from search.words import clean

from .models import NameForm, OtherName
from .models.declined import rule_forms
from .names.records import CASES, case_mask, cases_of

# The id of the other name (0: the primary name), the part of the name, the case.
Cell = tuple[int, str, str]
_CYRILLIC = re.compile(r"[а-яёөүң]", re.IGNORECASE)
# The grammar of Kyrgyz has its own order and words for them; an editor of the Kyrgyz edition knows no others.
_KYRGYZ_CASES = {
    "nomn": "атооч",
    "gent": "илик",
    "datv": "барыш",
    "accs": "табыш",
    "loct": "жатыш",
    "ablt": "чыгыш",
}


@dataclass
class PartTable:
    """One part of a name in six cases: the forms rules make, and the cells an editor has corrected."""

    other_id: int
    part: NameForm.Part
    made: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    typed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def rows(self) -> Iterator[tuple[Cell, list[str], list[str]]]:
        """For each case the cell, the rules' forms and the editor's."""
        for case in CASES:
            yield (self.other_id, self.part.value, case), self.made.get(case, []), self.typed.get(case, [])


@dataclass
class DeclinedName:
    """A name with all its parts declined, and as a Kyrgyz text declines it."""

    name: str
    other: OtherName | None
    parts: list[PartTable] = field(default_factory=list)
    kyrgyz: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_corrected(self) -> bool:
        return any(table.typed for table in self.parts)


def declined_names(owner) -> list[DeclinedName]:
    """The names of a person or an organization in every case, the primary name first.

    Only names that texts are searched for, and not the Latin ones, which stand still. A person's name is the same word
    in both languages; an organization has a name of its own in Kyrgyz, which no Russian text declines.
    """
    tables = _tables(owner)
    is_body = not hasattr(owner, "family_name")
    names = []
    for other in [None, *owner.other_names.filter(autolink=True)]:
        other_id, name = (other.pk, str(other)) if other else (0, owner.name)
        parts = [table for (whose, _), table in tables.items() if whose == other_id]
        if parts and _CYRILLIC.search(name):
            is_kyrgyz = other is not None and other.language == "ky"
            kyrgyz = _in_kyrgyz(name, is_body) if is_kyrgyz or not is_body else []
            names.append(DeclinedName(name, other, [] if is_body and is_kyrgyz else parts, kyrgyz))
    return names


def correct(owner, typed: Mapping[Cell, str]) -> None:
    """Keep what an editor wrote in these cells: a form, several with commas between, or nothing to let rules decide.

    Corrections in cells that are not given stay. ``remake_forms`` is for the caller.
    """
    known = {0, *owner.other_names.values_list("pk", flat=True)}
    given: dict[tuple[int, str], int] = defaultdict(int)
    wanted: dict[tuple[int, str, str], int] = defaultdict(int)
    for (other_id, part, case), words in typed.items():
        if other_id in known:
            given[other_id, part] |= case_mask([case])
            for form in forms_in(words):
                wanted[other_id, part, form] |= case_mask([case])
    for row in owner.name_forms.filter(origin=NameForm.Origin.EDITOR):
        key = (row.other_name_id or 0, row.part, row.form)
        cases = wanted.pop(key, 0) | row.cases & ~given[key[:2]]
        if not cases:
            row.delete()
        elif cases != row.cases:
            row.cases = cases
            row.save()
    for (other_id, part, form), cases in wanted.items():
        owner.name_forms.create(
            other_name_id=other_id or None, part=part, form=form, cases=cases, origin=NameForm.Origin.EDITOR
        )


def forms_in(words: str) -> list[str]:
    """The forms written in one cell, each once: «Токтосуновым, Токтосуновом»."""
    return list(dict.fromkeys(filter(None, map(clean, words.split(",")))))


def _tables(owner) -> dict[tuple[int, str], PartTable]:
    tables: dict[tuple[int, str], PartTable] = {}
    for other, part, form in rule_forms(owner):
        other_id = other.pk if other else 0
        table = tables.setdefault((other_id, part), PartTable(other_id, NameForm.Part(part)))
        for case in cases_of(form.cases):
            table.made[case].append(form.form)
    for row in owner.name_forms.filter(origin=NameForm.Origin.EDITOR).order_by("pk"):
        table = tables.get((row.other_name_id or 0, row.part))
        for case in row.case_names if table else ():
            table.typed[case].append(row.form)
    return tables


def _in_kyrgyz(name: str, is_body: bool) -> list[tuple[str, str]]:
    return [(label, decline_name(name, case, is_body=is_body)) for case, label in _KYRGYZ_CASES.items()]
