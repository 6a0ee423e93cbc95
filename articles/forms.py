"""The writing form: a Content in, a Content out."""

from datetime import UTC, date, datetime, time

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.forms.utils import flatatt, to_current_timezone
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from js_asset import Media, Script

from media_assets.models import Photo
from search.words import clean, search_key

from .content import FIELDS, Content, Credit
from .editor import MODULES, body_field
from .models import Article, Author, Byline, Section, Tag

_TAG = Tag._meta.get_field("name").max_length
_ROLE_FIELDS = {"text": "bylines", "photo": "photo_bylines", "translation": "translation_bylines"}
# What a field counts as that cannot be read yet; words are taken as they are.
_UNREADABLE = {"lead_photo": None, "section": None, "event_date": None, "dated": None, "tags": (), "label": "news"}
_UNREADABLE |= dict.fromkeys(_ROLE_FIELDS.values(), ())

# A day has neighbours in every zone: the ends of the calendar have not.
_CALENDAR = [MinValueValidator(date(1000, 1, 1)), MaxValueValidator(date(2999, 12, 31))]
_TIMELINE = [MinValueValidator(datetime(1000, 1, 1, tzinfo=UTC)), MaxValueValidator(datetime(2999, 12, 31, tzinfo=UTC))]


def is_key(value: str) -> bool:
    """Whether this text may be the key of a record."""
    return value.isascii() and value.isdecimal() and len(value) < 12


class TimeOfDay(forms.TimeInput):
    """The browser's own input; seconds are shown only where there are any."""

    input_type = "time"

    def format_value(self, value):
        if isinstance(value, time):
            return f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"
        return value


class DayAndTime(forms.MultiWidget):
    """Two inputs of the browser that say their own names: the label of the field belongs to neither of them."""

    def __init__(self):
        day = forms.DateInput(attrs={"type": "date", "aria-label": _("Date")}, format="%Y-%m-%d")
        super().__init__([day, TimeOfDay(attrs={"step": 1, "aria-label": _("Time")})])

    def decompress(self, value):
        if value is None:
            return [None, None]
        local = to_current_timezone(value)
        return [local.date(), local.time()]


class PhotoChooser(forms.Widget):
    """A photo of the library chosen by its picture: the page's script shows it and opens the library."""

    def render(self, name, value, attrs=None, renderer=None):
        attributes = flatatt({"name": name, "value": "" if value is None else value, **(attrs or {})})
        photos = reverse("admin:articles_editor_photos")
        return format_html('<div class="lead-photo" data-photos="{}"><input type="hidden"{}></div>', photos, attributes)

    @property
    def media(self):
        return Media(importmap=MODULES, js=[Script("articles/desk/lead_photo.js", type="module")])


class OnlyKeys:
    """A select of records that takes keys alone: anything else was not chosen in it, and would break the page."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)  # type: ignore[misc]  # of the select it is mixed into
        if isinstance(value, list):
            return [each for each in value if is_key(each)]
        return value if value and is_key(value) else None


class RecordSelect(OnlyKeys, AutocompleteSelect):
    """One record."""


class RecordSelectMultiple(OnlyKeys, AutocompleteSelectMultiple):
    """Several."""


class OrderedModelMultipleChoiceField(forms.ModelMultipleChoiceField):
    """Several records in the order they were chosen: the first author stands first."""

    def clean(self, value):
        chosen = super().clean(value)
        order = {str(key): place for place, key in enumerate(value or [])}
        return sorted(chosen, key=lambda record: order.get(str(record.pk), len(order)))


class TagsField(forms.CharField):
    """Names of tags separated by commas, each once however it is capitalised."""

    def clean(self, value):
        names: dict[str, str] = {}
        for name in map(clean, super().clean(value).split(",")):
            if len(name) > _TAG:
                told = {"tag": f"{name[:40]}…", "limit": _TAG}
                raise ValidationError(_("The tag “%(tag)s” is longer than %(limit)s characters.") % told)
            names.setdefault(search_key(name), name)
        return [name for key, name in names.items() if key]


def _authors(label, required=False):
    widget = RecordSelectMultiple(Byline._meta.get_field("author"), admin.site)
    return OrderedModelMultipleChoiceField(Author.objects.all(), label=label, required=required, widget=widget)


class ArticleForm(forms.Form):
    """Everything an editor changes in an article, and ``base``: the version they began from."""

    base = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    tab = forms.CharField(widget=forms.HiddenInput, required=False, max_length=32)
    headline = forms.CharField(
        label=_("Headline"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "headline"}),
    )
    lede = forms.CharField(label=_("Lede"), required=False, widget=forms.Textarea(attrs={"rows": 3, "class": "lede"}))
    body = body_field(label=_("Text"), required=False)
    lead_photo = forms.ModelChoiceField(Photo.objects.all(), label=_("Lead photo"), required=False, widget=PhotoChooser)
    lead_caption = forms.CharField(
        label=_("Caption"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Words for this use alone: changing them changes no photo. Empty: what the photo lastingly shows."),
    )
    lead_credit = forms.CharField(
        label=_("Credit from the source"),
        max_length=200,
        required=False,
        help_text=_("A photo without a credit takes it over."),
    )
    section = forms.ModelChoiceField(Section.objects.all(), label=_("Section"), required=False)
    label = forms.ChoiceField(label=_("Label"), choices=Article.Label.choices, initial=Article.Label.NEWS)
    payer = forms.CharField(label=_("Payer"), max_length=200, required=False, help_text=_("For advertising."))
    tags = TagsField(label=_("Tags"), required=False, help_text=_("Separated by commas."))
    bylines = _authors(_("Authors"))
    photo_bylines = _authors(_("Photographers"))
    translation_bylines = _authors(_("Translators"))
    dateline = forms.CharField(
        label=_("Place"), max_length=120, required=False, help_text=_("The dateline, as in «Бишкек».")
    )
    source = forms.CharField(label=_("Source"), max_length=200, required=False)
    event_date = forms.DateField(
        validators=_CALENDAR,
        label=_("Date of the event"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Offices are those of this day; empty: of the day of publication."),
    )
    dated = forms.SplitDateTimeField(
        validators=_TIMELINE,
        label=_("Time of publication"),
        required=False,
        widget=DayAndTime,
        help_text=_("As readers see it; empty: the moment of publication."),
    )
    comment = forms.CharField(label=_("Comment on this version"), max_length=300, required=False)

    def close_all_but(self, names: frozenset[str]) -> None:
        """Leave only these fields of ``Content`` to be changed, whatever a browser sends."""
        for name, field in self.fields.items():
            of = "bylines" if name in _ROLE_FIELDS.values() else name
            field.disabled = of in FIELDS and of not in names

    def content(self) -> Content:
        """The document the form describes."""
        data = self.cleaned_data
        caption = data["lead_caption"].strip()
        if data["lead_photo"] and not caption:
            caption = data["lead_photo"].description
        return Content(
            headline=" ".join(data["headline"].split()),
            lede=data["lede"].strip(),
            body=data["body"],
            lead_photo=data["lead_photo"].pk if data["lead_photo"] else None,
            lead_caption=caption,
            lead_credit=data["lead_credit"].strip(),
            section=data["section"].pk if data["section"] else None,
            label=data["label"],
            payer=data["payer"],
            tags=tuple(data["tags"]),
            bylines=tuple(Credit(author.pk, role) for role, field in _ROLE_FIELDS.items() for author in data[field]),
            dateline=data["dateline"].strip(),
            source=data["source"].strip(),
            event_date=data["event_date"],
            dated=data["dated"],
        )

    def content_so_far(self) -> Content:
        """The document of a form that is still being written, read as far as it can be."""
        self.is_valid()
        for name in self.fields.keys() - self.cleaned_data.keys():
            self.cleaned_data[name] = _UNREADABLE.get(name, self.data.get(name, ""))
        return self.content()

    @staticmethod
    def initial_of(content: Content, base: int) -> dict[str, object]:
        """The values the form shows for a document that is version ``base``."""
        initial: dict[str, object] = {
            name: getattr(content, name)
            for name in (
                *("headline", "lede", "body", "lead_photo", "lead_caption", "lead_credit", "section", "label", "payer"),
                *("dateline", "source", "event_date", "dated"),
            )
        }
        initial["tags"] = ", ".join(content.tags)
        for role, field in _ROLE_FIELDS.items():
            initial[field] = [credit.author for credit in content.bylines if credit.role == role]
        initial["base"] = base
        return initial
