"""A model field for dates that may be known only to the month or the year."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .dates import PartialDate, PartialDateError

_ADVICE = _("Write a year, a month or a day that exists: 2024, 05.2024 or 17.05.2024.")


def _parsed(value: object) -> PartialDate | None:
    if value in (None, ""):
        return None
    if isinstance(value, PartialDate):
        return value
    try:
        return PartialDate.parse(str(value))
    except PartialDateError as error:
        raise ValidationError(_ADVICE, code="invalid") from error


class PartialDateFormField(forms.CharField):
    """Reads a year, a month or a day in the ways editors write them."""

    def prepare_value(self, value):
        if isinstance(value, PartialDate):
            parts = [f"{part:02}" for part in (value.day, value.month) if part]
            return ".".join([*parts, f"{value.year:04}"])
        return value

    def to_python(self, value):
        return _parsed(super().to_python(value))

    def has_changed(self, initial, data):
        try:
            return _parsed(initial) != _parsed(str(data or "").strip())
        except ValidationError:
            return True


class PartialDateField(models.CharField):
    """A ``PartialDate``, stored as ``2024``, ``2024-05`` or ``2024-05-17``; null when nothing is known."""

    description = _("A date known to the year, the month or the day")

    def __init__(self, *args, **kwargs):
        kwargs.update(max_length=10, null=True, blank=True)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        for fixed in ("max_length", "null", "blank"):
            del kwargs[fixed]
        return name, path, args, kwargs

    def from_db_value(self, value, expression, connection):
        return PartialDate.parse(value) if value else None

    def to_python(self, value):
        return _parsed(value)

    def get_prep_value(self, value):
        parsed = _parsed(value)
        return str(parsed) if parsed else None

    def value_to_string(self, obj):
        return str(self.value_from_object(obj) or "")

    def formfield(self, **kwargs):
        kwargs.pop("max_length", None)
        return super().formfield(
            **{"form_class": PartialDateFormField, "max_length": None, "empty_value": None, **kwargs}
        )

    def run_validators(self, value):
        """A parsed date has no length to check."""
