"""The instants at which rights and embargoes begin and end, as the desk's forms ask for them."""

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

INSTANTS = ("rights_from", "rights_until", "embargo_until")
# Half typed, 2026 is the year 2, and the first and the last day of all do not fit into every time zone.
_YEARS = range(1900, 3000)


class Minute(forms.DateTimeInput):
    """Day and minute in one field, with the browser's own calendar; seconds only where somebody gave them."""

    input_type = "datetime-local"

    def format_value(self, value):
        if isinstance(value, datetime):
            return value.isoformat(timespec="seconds" if value.second else "minutes")
        return super().format_value(value)


class Moment(forms.DateTimeField):
    """An instant of these years, in the newsroom's time zone."""

    widget = Minute

    def clean(self, value):
        instant = super().clean(value)
        if instant and instant.year not in _YEARS:
            raise ValidationError(_("Write the whole year, as 2026."))
        return instant
