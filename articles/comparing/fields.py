"""Two documents compared field by field, each with its label and both texts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from clock.days import print_day, print_stamp
from media_assets.models import Photo

from ..content import Content, changed
from ..models import Article, Author, Byline, Section
from .blocks import blocks_of, paired
from .lines import Fold, Line, line_of_words, lines_of_pairs
from .words import Word, words_of

LABELS = {
    "headline": _("Headline"),
    "lede": _("Lede"),
    "body": _("Text"),
    "lead_photo": _("Lead photo"),
    "lead_caption": _("Caption"),
    "lead_credit": _("Credit from the source"),
    "section": _("Section"),
    "label": _("Label"),
    "payer": _("Payer"),
    "tags": _("Tags"),
    "bylines": _("Authors"),
    "dateline": _("Place"),
    "source": _("Source"),
    "event_date": _("Date of the event"),
    "dated": _("Time of publication"),
}
_NOTHING = "—"


@dataclass(frozen=True)
class FieldDifference:
    """One field that differs: its label, both texts in words, and the lines that show what changed."""

    name: str
    label: str
    old: str
    new: str
    lines: Sequence[Line | Fold]


def compare(old: Content, new: Content, names: frozenset[str] | None = None) -> list[FieldDifference]:
    """The fields that differ, in the order of the form; ``names`` asks for some alone."""
    differing = changed(old, new)
    wanted = differing if names is None else differing & names
    return [_difference(name, getattr(old, name), getattr(new, name)) for name in LABELS if name in wanted]


def _difference(name: str, old: Any, new: Any) -> FieldDifference:
    texts = in_words(name, old), in_words(name, new)
    lines: Sequence[Line | Fold]
    if name == "body":
        lines = lines_of_pairs(list(paired(blocks_of(old), blocks_of(new))))
    else:
        before, after = (_words(name, value) for value in (old, new))
        lines = [line_of_words(before, after)]
    return FieldDifference(name, str(LABELS[name]), *texts, lines)


def _words(name: str, value: Any) -> Sequence[Word]:
    """What is compared: words of what is written, whole things of what is chosen."""
    if name in _CHOSEN:
        things = [thing for thing in _CHOSEN[name](value) if thing != _NOTHING]
        return [Word(thing, gap=", " if place < len(things) else "") for place, thing in enumerate(things, 1)]
    return words_of(value)


def in_words(name: str, value: Any) -> str:
    """The value of a ``Content`` field as an editor knows it."""
    if name == "body":
        return "\n".join(block.text for block in blocks_of(value) if block.text) or _NOTHING
    return ", ".join(_CHOSEN[name](value)) if name in _CHOSEN else value or _NOTHING


def _section(key: int | None) -> list[str]:
    return [str(Section.objects.filter(pk=key).first() or _NOTHING)]


def _photo(key: int | None) -> list[str]:
    return [str(Photo.objects.filter(pk=key).first() or _NOTHING)]


def _label(label: str) -> list[str]:
    return [str(Article.Label(label).label)]


def _bylines(credits: Sequence[Any]) -> list[str]:
    """The authors in their order; who did not write says what they did."""
    authors = Author.objects.in_bulk([credit.author for credit in credits])
    told = [(str(authors.get(credit.author, _NOTHING)), credit.role) for credit in credits]
    text = Byline.Role.TEXT
    return [name if role == text else f"{name} ({Byline.Role(role).label})" for name, role in told] or [_NOTHING]


def _day(day: date | None) -> list[str]:
    return [print_day(day, get_language() or "ru") if day else _NOTHING]


def _instant(instant: datetime | None) -> list[str]:
    return [print_stamp(timezone.localtime(instant), get_language() or "ru") if instant else _NOTHING]


_CHOSEN: dict[str, Callable[[Any], list[str]]] = {
    "section": _section,
    "lead_photo": _photo,
    "label": _label,
    "tags": lambda tags: list(tags) or [_NOTHING],
    "bylines": _bylines,
    "event_date": _day,
    "dated": _instant,
}
