"""What the desk asks before a verb is done: one short form a question."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models import Organization, Person

from ..forms import DayAndTime, RecordSelect
from ..models import Article, Correction, NameDecision, Section
from ..workflow import Note
from ..workflow.notes import note_reasons

# Where embargoes come from: the offices that set them and the agencies that pass them on.
_ZONES = {
    "Asia/Bishkek": _("Bishkek"),
    "Asia/Almaty": _("Almaty, Astana"),
    "Asia/Tashkent": _("Tashkent"),
    "Asia/Dushanbe": _("Dushanbe"),
    "Asia/Ashgabat": _("Ashgabat"),
    "Europe/Moscow": _("Moscow"),
    "Asia/Shanghai": _("Beijing"),
    "Europe/Istanbul": _("Ankara"),
    "Europe/Brussels": _("Brussels"),
    "Europe/London": _("London"),
    "America/New_York": _("New York"),
    "UTC": "UTC",
}


class ZoneField(forms.ChoiceField):
    """The zone the times of a form are told in, the newsroom's own first."""

    def __init__(self, **kwargs):
        own = settings.TIME_ZONE
        choices = {own: _ZONES.get(own, own), **_ZONES}
        super().__init__(label=_("Time zone"), choices=list(choices.items()), initial=own, **kwargs)


def in_zone(instant: datetime | None, zone: str) -> datetime | None:
    """The instant whose clock in ``zone`` shows what was typed; forms read it as the newsroom's own time."""
    if instant is None:
        return None
    return timezone.localtime(instant).replace(tzinfo=ZoneInfo(zone))


class SendBackForm(forms.Form):
    """What the writer of a story that was handed in should change."""

    remark = forms.CharField(
        label=_("What should be changed"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4, "autofocus": True})
    )


class WithdrawForm(forms.Form):
    """Why an article is withdrawn, and where readers should go."""

    how = forms.ChoiceField(
        label=_("What readers find"), choices=Article.Withdrawal.choices, widget=forms.RadioSelect, initial="gone"
    )
    reason = forms.CharField(
        label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("Readers see it.")
    )
    replaced_by = forms.ModelChoiceField(Article.objects.all(), label=_("Replaced by"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["replaced_by"]
        field.widget = RecordSelect(Article._meta.get_field("replaced_by"), admin.site)
        field.widget.choices = field.choices


class WhomForm(forms.Form):
    """Whom or what a name in the text means, at one place or wherever it is so printed."""

    HERE, EVERYWHERE = "here", "everywhere"

    person = forms.ModelChoiceField(
        Person.objects.filter(merged_into=None),
        label=_("A person"),
        help_text=_("Type a name in any case."),
        required=False,
    )
    organization = forms.ModelChoiceField(Organization.objects.all(), label=_("or an organization"), required=False)
    where = forms.ChoiceField(
        label=_("Where"),
        choices=[(EVERYWHERE, _("everywhere in this article")), (HERE, _("only at this place"))],
        widget=forms.RadioSelect,
        initial=EVERYWHERE,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("person", "organization"):
            field = self.fields[name]
            field.widget = RecordSelect(NameDecision._meta.get_field(name), admin.site)
            field.widget.choices = field.choices

    def clean(self):
        data = super().clean()
        if bool(data.get("person")) == bool(data.get("organization")):
            raise ValidationError(_("Choose a person or an organization."))
        return data


class ScheduleForm(forms.Form):
    """When the newest version comes out."""

    at = forms.SplitDateTimeField(label=_("Come out at"), widget=DayAndTime)
    embargo_until = forms.SplitDateTimeField(label=_("Embargo until"), required=False, widget=DayAndTime)
    zone = ZoneField()
    alone = forms.BooleanField(label=_("I publish it myself"), required=False)

    def clean(self):
        data = super().clean()
        for name in ("at", "embargo_until"):
            # The embargo that stands was filled in for them, in the newsroom's own time.
            zone = data.get("zone") if name in self.changed_data else None
            data[name] = in_zone(data.get(name), zone or settings.TIME_ZONE)
        return data


class EmbargoForm(forms.Form):
    """Until when nobody may have the story."""

    until = forms.SplitDateTimeField(label=_("Embargo until"), widget=DayAndTime)
    zone = ZoneField()

    def clean(self):
        data = super().clean()
        data["until"] = in_zone(data.get("until"), data.get("zone") or settings.TIME_ZONE)
        return data


class LiftForm(forms.Form):
    """Why an embargo ends early."""

    reason = forms.CharField(
        label=_("Who allowed it, or why"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stays in the log; readers do not see it."),
    )


class NoteForm(forms.Form):
    """What readers are told of a change they already have."""

    kind = forms.ChoiceField(
        label=_("What it is"),
        choices=[choice for choice in Correction.Kind.choices if choice[0] != Correction.Kind.TYPO],
        widget=forms.RadioSelect,
        initial=Correction.Kind.CORRECTION,
    )
    text = forms.CharField(
        label=_("What was wrong and what is right"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Readers see it under the story, and in the log of corrections."),
    )


class DevelopForm(forms.Form):
    """For how long readers are told that more is to come."""

    minutes = forms.TypedChoiceField(
        label=_("More to come"),
        coerce=int,
        choices=[
            (0, _("no more: the story is complete")),
            (30, _("for half an hour")),
            (60, _("for an hour")),
            (120, _("for two hours")),
            (360, _("for six hours")),
        ],
        widget=forms.RadioSelect,
        initial=60,
    )


class PublishForm(forms.Form):
    """What goes with the changes of a live story: what kind they are, and what readers are told of them."""

    kind = forms.ChoiceField(
        label=_("What has changed"), choices=Correction.Kind.choices, required=False, initial=Correction.Kind.UPDATE
    )
    note = forms.CharField(
        label=_("Note to readers"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    new_address = forms.BooleanField(label=_("The address follows the headline"), required=False)

    def clean(self):
        data = super().clean()
        if reasons := note_reasons(Note(data.get("kind") or Correction.Kind.UPDATE, data.get("note", ""))):
            self.add_error("note", reasons)
        return data

    def as_note(self) -> Note:
        """What readers are told; an update when nothing is chosen."""
        return Note(self.cleaned_data["kind"] or Correction.Kind.UPDATE, self.cleaned_data["note"])


class BreakingForm(forms.Form):
    """«Молния»: one line, public at once."""

    line = forms.CharField(
        label=_("One line"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "class": "headline", "autofocus": True}),
        error_messages={"required": _("Write the line of the breaking news.")},
    )
    section = forms.ModelChoiceField(Section.objects.all(), label=_("Section"), required=False)
    language = forms.ChoiceField(label=_("Edition"), choices=settings.LANGUAGES, initial=settings.LANGUAGE_CODE)

    def clean_line(self) -> str:
        return " ".join(self.cleaned_data["line"].split())


class AtForm(forms.Form):
    """An instant in the newsroom's own time."""

    at = forms.SplitDateTimeField(label=_("What readers had at"), widget=DayAndTime)
