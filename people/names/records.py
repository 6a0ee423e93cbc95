"""What the names engine takes and returns: names, case forms, places in a text, verdicts. Plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

Gender = Literal["male", "female", ""]
Part = Literal["family", "given", "patronymic", "whole"]
Kind = Literal["full", "surname", "initials", "given_patronymic", "given"]

# The six cases of Russian, named as OpenCorpora does.
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
ALL_CASES = (1 << len(CASES)) - 1


def case_mask(cases: Iterable[str]) -> int:
    """The cases as bits, nominative lowest: a printed form may stand for several."""
    return sum(1 << CASES.index(case) for case in set(cases))


def cases_of(mask: int) -> tuple[str, ...]:
    """The names of the cases in a mask, in the order of ``CASES``."""
    return tuple(case for bit, case in enumerate(CASES) if mask >> bit & 1)


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name as its bearer writes it, in the nominative; a part may be missing."""

    given: str = ""
    patronymic: str = ""
    family: str = ""
    gender: Gender = ""

    @property
    def full(self) -> str:
        """«Садыр Нургожоевич Жапаров»: given name, patronymic, family name."""
        return " ".join(part for part in (self.given, self.patronymic, self.family) if part)

    @property
    def is_mononym(self) -> bool:
        """«Зульфия»: one name and no other; it is met as a family name is, alone."""
        return bool(self.given) and not self.family and not self.patronymic


@dataclass(frozen=True, slots=True)
class CaseForm:
    """One printed form of a name part, its ``search_key``, and the cases it may stand for."""

    form: str
    key: str
    cases: int


@dataclass(frozen=True, slots=True)
class PartForm:
    """Whose name part a form is, as it would be printed.

    ``name_id`` is 0 for the primary name and differs for every other name of the same person, so that
    the given name before a marriage is never joined with the surname after it by mistake.
    """

    person_id: int
    name_id: int
    part: Part
    cases: int
    form: str


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A place in the text that names one of ``candidates``: half-open code-point offsets.

    ``cases``: in which cases the name may stand there. ``is_exact``: it is spelled as on record, not merely alike.
    """

    start: int
    end: int
    surface: str
    kind: Kind
    candidates: tuple[int, ...]
    cases: int = ALL_CASES
    is_exact: bool = True

    @property
    def may_be_nominative(self) -> bool:
        return bool(self.cases & 1 << CASES.index("nomn"))


@dataclass(frozen=True, slots=True)
class Holding:
    """An office held from ``start`` until the day before ``end``; None where the bound is not known."""

    label: str
    organization: str
    start: date | None
    end: date | None

    def covers(self, day: date) -> bool:
        """Whether the office may have been held on that day, as far as is known."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What tells a person from a namesake: the name and the offices."""

    person_id: int
    name: NameParts
    holdings: tuple[Holding, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is meant at a place; without ``person_id`` the editor chooses among ``suggestions``."""

    span: NameSpan
    person_id: int | None
    suggestions: tuple[int, ...]
    reason: str
