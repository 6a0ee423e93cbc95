"""Suggestions of typography for the parts of an article, as findings that an editor accepts or refuses."""

from collections.abc import Iterable
from typing import Protocol

from django.utils.translation import gettext as _

from ..decisions import context_of
from ..findings import Correction, Finding, Place
from ..models import CheckAnswer
from .rules import MARKS
from .tracing import Change, changes

_LONGEST_SURFACE, _LONGEST_KEY = 120, 300


class Part(Protocol):
    """A part of an article as the checks read it: its kind, its number among its like, its plain text."""

    @property
    def where(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def plain(self) -> str: ...


def findings(parts: Iterable[Part], language: str) -> list[Finding]:
    """What the typography of these parts lacks, in reading order; nothing for a language without rules.

    To make every correction of a part leaves nothing to be found in it.
    """
    if language not in MARKS:
        return []
    return [_finding(part, change) for part in parts for change in changes(part.plain, language)]


def _finding(part: Part, change: Change) -> Finding:
    surface = part.plain[change.start : change.end]
    return Finding(
        kind=CheckAnswer.Kind.TYPOGRAPHY,
        key=_key(part.plain, change, surface),
        place=Place(part.where, part.number, change.start, change.end, surface),
        sentence=" ".join(sentence for rule, sentence in _sentences().items() if rule in change.rules),
        corrections=(Correction(change.words, change.words),),
    )


def _key(text: str, change: Change, surface: str) -> str:
    """The words and those around them: a refusal survives edits elsewhere, and another rule may still ask."""
    around = context_of(text, change.start, change.end)
    return f"{'+'.join(sorted(change.rules))} {surface[:_LONGEST_SURFACE]} {around}"[:_LONGEST_KEY]


def _sentences() -> dict[str, str]:
    return {
        "quotes": _("Quotation marks of this language stand here."),
        "dash": _("Between words stands a dash, not a hyphen, and no line begins with it."),
        "range": _("A range of numbers has a dash without spaces."),
        "number_sign": _("The number sign stays on one line with its number."),
        "year": _("The year and “г.” stay on one line."),
        "unit": _("A number and its unit stay on one line."),
        "initials": _("Initials and the family name stay on one line."),
        "ellipsis": _("Three dots are one character."),
        "spaces": _("One space is enough."),
        "space_before": _("No space stands before this mark."),
    }
