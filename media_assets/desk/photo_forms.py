"""What the desk may write of a photo, of who is in it, and of the words for its uses."""

import hashlib
import re

from django import forms
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from people.models import Person

from ..models import PersonShown, Photo, Portrait
from ..pictures import pictures
from .merging import MergingForm
from .moments import INSTANTS, Minute, Moment

REGION = ("region_x", "region_y", "region_width", "region_height")


class KeywordsField(forms.CharField):
    """Keywords as an editor writes them: words with commas between."""

    def prepare_value(self, value):
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        return list(dict.fromkeys(filter(None, (word.strip() for word in super().to_python(value).split(",")))))

    def has_changed(self, initial, data):
        return self.to_python(data or "") != (initial or [])


class PhotoForm(MergingForm):
    """What the desk says of a photo."""

    keywords = KeywordsField(
        label=_("keywords"),
        required=False,
        help_text=_("With commas between them."),
        widget=admin.widgets.AdminTextInputWidget,
    )

    class Meta:
        model = Photo
        fields = [
            *("headline", "description", "alt_text", "credit_line", "creator", "source", "copyright_notice"),
            *("usage_terms", "keywords", "description_writer", "date_created", "time_created", "city", "country"),
            *("event", "mark", *INSTANTS, "is_single_use", "focal_x", "focal_y"),
        ]
        # Django's admin would ask for day and time in two boxes without labels.
        field_classes = dict.fromkeys(INSTANTS, Moment)
        widgets = dict.fromkeys(INSTANTS, Minute)


class WhoView(AutocompleteJsonView):
    """People to choose from, each with the newest office and the portrait: namesakes are told apart."""

    def get_queryset(self):
        return super().get_queryset().filter(merged_into=None)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        portraits = dict(Portrait.objects.filter(person__in=context["object_list"]).values_list("person", "photo"))
        shown = pictures(set(portraits.values()), self.request.now, for_desk=True)
        self.faces = {
            person: shown[photo].around(person).thumbnail for person, photo in portraits.items() if photo in shown
        }
        return context

    def serialize_result(self, person, to_field_name):
        office = next((held.label_on() for held in getattr(person, "held", ())), "")
        text = f"{person.name} · {office}" if office else person.name
        return {"id": str(person.pk), "text": text, "face": self.faces.get(person.pk, "")}


class WhoSelect(AutocompleteSelect):
    """The box of somebody in the picture. Whom it knows already it does not ask the database for, row by row."""

    url_name = "%s:media_assets_photo_who"
    known: Person | None = None

    def __init__(self) -> None:
        super().__init__(PersonShown._meta.get_field("person"), admin.site)

    def build_attrs(self, base_attrs, extra_attrs=None):
        return {**super().build_attrs(base_attrs, extra_attrs), "data-placeholder": _t("Who is it?")}

    def optgroups(self, name, value, attrs=None):
        if self.known is None or value != [str(self.known.pk)]:
            keys = [key for key in value if key.isascii() and key.isdigit() and len(key) < 12]
            return super().optgroups(name, keys, attrs)
        empty = self.create_option(name, "", "", False, 0)
        return [(None, [empty, self.create_option(name, self.known.pk, str(self.known), True, 1)], 0)]


class PersonsShownFormSet(forms.BaseInlineFormSet):
    """Who stands where: one list, saved whole.

    The page carries the list it was opened with. A list that a colleague has changed since is told once, then this
    page's stands in its place. Two may change places in one save: row by row both would stand in one for a moment.
    """

    def __init__(self, data=None, files=None, instance=None, **kwargs):
        self.is_stale = False
        if data is not None and instance is not None and instance.pk:
            data = self._known_rows(data.copy(), instance, kwargs.get("prefix") or self.get_default_prefix())
        super().__init__(data, files, instance, **kwargs)

    def _known_rows(self, data, photo: Photo, prefix: str):
        """What was sent, told apart from what stands there now; rows a colleague has written anew are nobody's rows."""
        now = _printed(photo)
        self.is_stale = data.get(f"{prefix}-seen", now) != now
        data[f"{prefix}-seen"] = now  # told once: the next save knows of it
        here = {str(pk) for pk in photo.persons_shown.values_list("pk", flat=True)}
        rows = [name for name in data if re.fullmatch(rf"{re.escape(prefix)}-\d+-id", name)]
        if {data[name] for name in rows} - {""} != here:
            for name in rows:
                data[name] = ""
            data[f"{prefix}-INITIAL_FORMS"] = "0"
        return data

    @property
    def seen(self) -> str:
        """The list as it is now, for the page to carry."""
        return _printed(self.instance)

    def clean(self):
        super().clean()
        if self.is_stale:
            theirs = "; ".join(map(str, self.instance.persons_shown.select_related("person"))) or _t("nobody")
            told = _t(
                "Meanwhile somebody has changed who is in the picture: %(theirs)s. Save again to keep your list, or "
                "open the page anew to take theirs."
            )
            raise forms.ValidationError(told % {"theirs": theirs})

    def validate_unique(self):
        """Somebody listed twice is told by name; Django would speak of duplicate data."""
        seen: set[int] = set()
        twice = None
        for form in (each for each in self.forms if each not in self.deleted_forms):
            person = getattr(form, "cleaned_data", {}).get("person")
            if person and person.pk in seen:
                twice = person
                form.add_error("person", _t("%(name)s stands in this list twice: remove one.") % {"name": person})
            seen.add(person.pk if person else 0)
        if twice is None:
            super().validate_unique()

    def save(self, commit=True):
        if commit:
            kept = [form.instance.pk for form in self.initial_forms if not form.has_changed()]
            self.instance.persons_shown.exclude(pk__in=kept).delete()  # saving puts each back under its number
        return super().save(commit)


def _printed(photo: Photo) -> str:
    """A mark of the list of people that changes with anything in it."""
    rows = photo.persons_shown.order_by("pk").values_list("pk", "person", "name", "office", "row", "position", *REGION)
    return hashlib.sha256(repr(list(rows)).encode()).hexdigest()[:16]


class PersonShownForm(forms.ModelForm):
    """Somebody in the picture; the place and the mark on the picture are written by the page's script."""

    class Meta:
        model = PersonShown
        fields = ["person", "name", "office", "row", "position", *REGION]
        widgets = dict.fromkeys(REGION, forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.person_id and "person" in self.fields:
            self.fields["person"].widget.known = self.instance.person
