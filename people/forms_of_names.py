"""The table of case forms on a record's page at the desk: what rules make, and fields to correct it in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from .corrections import Cell, declined_names, forms_in
from .models import NameForm
from .names.records import CASES

CASE_LABELS = {
    "nomn": _("nominative"),
    "gent": _("genitive"),
    "datv": _("dative"),
    "accs": _("accusative"),
    "ablt": _("instrumental"),
    "loct": _("prepositional"),
}
_TEMPLATE = "admin/people/forms_of_names.html"
_LONGEST = NameForm._meta.get_field("form").max_length


class FormsOfNamesWidget(forms.Widget):
    """One text field a cell, named after the other name, the part and the case."""

    template_name = _TEMPLATE
    owner: Any = None

    class Media:
        css = {"all": ["people/forms_of_names.css"]}

    def get_context(self, name, value, attrs):
        return {"names": _names(self.owner, value or {}), "field": name}

    def value_from_datadict(self, data, files, name) -> dict[Cell, str] | None:
        """What was written, cell by cell; None when the page had no such table: then nothing is to change."""
        typed = {}
        for key in data:
            field, *cell = key.split("-")
            if field == name and len(cell) == 3 and cell[0].isdecimal():
                other_id, part, case = int(cell[0]), cell[1], cell[2]
                if part in NameForm.Part.values and case in CASES:
                    typed[other_id, part, case] = data[key]
        return typed or None


class FormsOfNamesField(forms.Field):
    """The corrections of a record's names: what is written in each cell, or None when there was no table."""

    widget = FormsOfNamesWidget

    def __init__(self, **kwargs):
        super().__init__(**{"required": False, "label": "", **kwargs})

    def show(self, owner) -> None:
        """Show the names of this record, if it has been saved already."""
        if owner.pk:
            self.widget.owner = owner
            self.initial = _stored(owner)

    def clean(self, value: dict[Cell, str] | None) -> dict[Cell, str] | None:
        for form in (form for words in (value or {}).values() for form in forms_in(words)):
            if len(form) > _LONGEST:
                raise ValidationError(
                    _t("“%(form)s…” is too long for a form of a name: write at most %(most)s letters.")
                    % {"form": form[:40], "most": _LONGEST}
                )
        return value

    def has_changed(self, initial: dict[Cell, str] | None, data: dict[Cell, str] | None) -> bool:
        before = initial or {}
        return any(forms_in(words) != forms_in(before.get(cell, "")) for cell, words in (data or {}).items())


def table_of(owner) -> str:
    """The table to read, without its fields."""
    return render_to_string(_TEMPLATE, {"names": _names(owner, _stored(owner)), "field": ""})


def _stored(owner) -> dict[Cell, str]:
    """What is corrected now, as it stands in the fields."""
    rows = (row for declined in declined_names(owner) for table in declined.parts for row in table.rows())
    return {cell: ", ".join(typed) for cell, _made, typed in rows if typed}


def _names(owner, typed: dict[Cell, str]) -> list[dict[str, Any]]:
    """What the template draws: names with parts, parts with cases, each with what rules make and what is typed."""
    return [
        {
            "name": declined.name,
            "kind": declined.other.get_kind_display() if declined.other else "",
            "is_open": declined.other is None or declined.is_corrected,
            "kyrgyz": declined.kyrgyz,
            "parts": [
                {"label": table.part.label, "rows": [_row(*row, typed) for row in table.rows()]}
                for table in declined.parts
            ],
        }
        for declined in (declined_names(owner) if owner else ())
    ]


def _row(cell: Cell, made: list[str], stored: list[str], typed: dict[Cell, str]) -> dict[str, Any]:
    case = cell[-1]
    return {
        "cell": "-".join(map(str, cell)),
        "case": CASE_LABELS[case],
        "made": ", ".join(made),
        "typed": typed.get(cell, ""),
        # the nominative is the name itself and is corrected there
        "is_fixed": case == CASES[0] and not stored,
    }
