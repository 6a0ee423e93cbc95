"""Choosing somebody's portrait on their own page: the pictures that show them, each with its credit."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.admin import PersonForm
from people.models import Person

from ..models import Photo
from ..portraits import candidates, choose, portrait_of
from .previews import Preview, previews


class PortraitSelect(forms.RadioSelect):
    """A button for each picture, with the picture on it; the first is for none."""

    template_name = "admin/media_assets/portrait_choice.html"
    person: Person | None = None

    class Media:
        css = {"all": ["media_assets/portrait_choice.css"]}

    def create_option(self, name, value, label, selected, index, subindex=None, attrs=None):
        option = super().create_option(name, value, label, selected, index, subindex, attrs)
        photo: Photo | None = getattr(value, "instance", None)
        return option | {"photo": photo, "preview": self._preview(photo) if photo else None}

    def _preview(self, photo: Photo) -> Preview | None:
        """As readers see it: the part of a group once it is chosen."""
        cut = photo.cut_of(self.person.pk) if self.person else ""
        spec = f"portrait {cut}".rstrip()
        return previews([photo], [spec]).get(photo.pk, {}).get(spec)

    def get_context(self, name, value, attrs):
        return super().get_context(name, value, attrs) | {"person": self.person}


class PersonWithPortraitForm(PersonForm):
    """A person with the picture that stands for them."""

    portrait = forms.ModelChoiceField(
        Photo.objects.none(),
        required=False,
        label="",
        widget=PortraitSelect,
        blank=True,
        empty_label=_("No portrait"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get("portrait")
        if isinstance(field, forms.ModelChoiceField) and self.instance.pk:
            field.queryset = candidates(self.instance, _now())
            field.widget.person = self.instance
            self.initial["portrait"] = portrait_of(self.instance)

    def save_portrait(self) -> None:
        """Write down the choice, if the page offered one."""
        if "portrait" in self.changed_data:
            choose(self.instance, self.cleaned_data["portrait"])


def _now() -> datetime:
    return timezone.now()
