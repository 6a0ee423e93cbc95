"""A conflict of two saves, told to the person who came second: who, when, which fields, both texts."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from .body import plain
from .content import Credit
from .differences import word_diff
from .models import Author, Section
from .revisions import Conflict

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


@dataclass(frozen=True)
class FieldDifference:
    """One field both have changed: its label, both texts as words, and what mine changes in theirs."""

    label: str
    mine: str
    theirs: str
    difference: SafeString


@dataclass(frozen=True)
class Explained:
    """What the 409 page shows."""

    who: str
    when: object
    fields: list[FieldDifference]


def explain(conflict: Conflict) -> Explained:
    fields = []
    for each in conflict.conflicts:
        mine, theirs = in_words(each.name, each.mine), in_words(each.name, each.theirs)
        fields.append(FieldDifference(str(LABELS[each.name]), mine, theirs, word_diff(theirs, mine)))
    return Explained(str(conflict.theirs.created_by), conflict.theirs.created_at, fields)


def in_words(name: str, value: Any) -> str:
    """The value of a ``Content`` field as an editor knows it."""
    if name == "body":
        return plain(str(value).replace("</p>", "</p>\n"))
    if name == "section":
        return str(Section.objects.filter(pk=value).first() or "—")
    if name == "bylines":
        authors = Author.objects.in_bulk([credit.author for credit in value if isinstance(credit, Credit)])
        return ", ".join(str(author) for author in authors.values()) or "—"
    if name == "tags":
        return ", ".join(value)
    return str(value) if value not in (None, "") else "—"
