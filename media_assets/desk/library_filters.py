"""What the library can be asked beside words: filters that work together, each a question to the photos."""

from datetime import datetime, timedelta

from django import forms
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.dates import PartialDate
from people.fields import PartialDateFormField
from people.models import Person
from search.words import search_key

from ..models import PersonShown, Photo, PhotoUse, Portrait
from .photo_forms import WhoSelect
from .rights import SOON

_ANY = ("", _("any"))
# The sides of a square may differ by a twentieth: nobody looking for one measures it.
_ALMOST = 1.05


class LibraryForm(forms.Form):
    """The filters above the library. Every one may stay empty."""

    who = forms.ModelChoiceField(Person.objects.all(), label=_("person"), required=False, widget=WhoSelect)
    place = forms.CharField(label=_("place"), required=False, max_length=120)
    event = forms.CharField(label=_("event"), required=False, max_length=200)
    creator = forms.CharField(label=_("photographer"), required=False, max_length=200)
    since = PartialDateFormField(label=_("taken from"), required=False, empty_value=None)
    until = PartialDateFormField(label=_("taken until"), required=False, empty_value=None)
    uploaded = forms.ChoiceField(
        label=_("uploaded"),
        required=False,
        choices=[_ANY, ("1", _("today")), ("7", _("within a week")), ("30", _("within a month"))],
    )
    shape = forms.ChoiceField(
        label=_("shape"),
        required=False,
        choices=[_ANY, ("landscape", _("landscape")), ("portrait", _("upright")), ("square", _("square"))],
    )
    rights = forms.ChoiceField(
        label=_("rights"),
        required=False,
        choices=[
            _ANY,
            ("usable", _("usable now")),
            ("ending", _("end within two weeks")),
            ("ended", _("ended")),
            ("embargo", _("under embargo")),
            ("single", _("for one use")),
        ],
    )
    lacks = forms.ChoiceField(
        label=_("lacks"),
        required=False,
        choices=[
            _ANY,
            ("credit", _("a credit")),
            ("alt", _("alternative text")),
            ("public_alt", _("alternative text, and is public")),
        ],
    )
    used = forms.ChoiceField(
        label=_("use"),
        required=False,
        choices=[_ANY, ("now", _("shown now")), ("ever", _("shown now or before")), ("never", _("never shown"))],
    )
    mark = forms.ChoiceField(label=_("mark"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mark"].choices = [_ANY, *((each.value, each.label) for each in Photo.Mark if each.value)]
        for name in ("since", "until"):
            self.fields[name].widget.attrs["placeholder"] = "30.06.2025"

    def asked(self, photos: QuerySet[Photo], now: datetime) -> QuerySet[Photo]:
        """The photos that every filter set here lets pass; one that cannot be read is told and lets all pass."""
        self.is_valid()
        for name, value in self.cleaned_data.items():
            if value:
                photos = _QUESTIONS[name](photos, value, now)
        return photos

    def told(self, name: str) -> str:
        """The value of a filter in words."""
        value = self.cleaned_data.get(name)
        choices = dict(getattr(self.fields[name], "choices", ())) if name != "who" else {}
        if isinstance(value, PartialDate):
            return str(self[name].value())
        return str(choices.get(value, value))


def _who(photos, person, now):
    return photos.filter(Exists(PersonShown.objects.filter(photo=OuterRef("pk"), person=person)))


def _worded(*columns: str):
    """Photos in whose columns every word occurs. No database folds Cyrillic for us: the few values there are, are
    folded here."""

    def ask(photos, words, now):
        wanted = search_key(words).split()
        found = Q(pk__in=[])
        for column in columns:
            values = Photo.objects.exclude(**{column: ""}).order_by().values_list(column, flat=True).distinct()
            fitting = [value for value in values if all(word in search_key(value) for word in wanted)]
            found |= Q(**{f"{column}__in": fitting[:500]})
        return photos.filter(found)

    return ask


def _since(photos, day, now):
    """A picture dated only «2024» may be of any of its days."""
    first = day.earliest
    vague = [PartialDate(first.year), PartialDate(first.year, first.month)]
    return photos.filter(Q(date_created__gte=PartialDate.of(first)) | Q(date_created__in=vague))


def _until(photos, day, now):
    return photos.filter(date_created__lte=PartialDate.of(day.latest))


def _uploaded(photos, days, now):
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return photos.filter(uploaded_at__gte=midnight - timedelta(days=int(days) - 1))


def _shape(photos, shape, now):
    lying, upright = Q(width_px__gt=F("height_px") * _ALMOST), Q(height_px__gt=F("width_px") * _ALMOST)
    return photos.filter({"landscape": lying, "portrait": upright, "square": ~lying & ~upright}[shape])


def _rights(photos, asked, now):
    if asked == "usable":
        return photos.usable(now)
    return photos.filter(
        **{
            "ending": {"rights_until__gt": now, "rights_until__lte": now + SOON},
            "ended": {"rights_until__lte": now},
            "embargo": {"embargo_until__gt": now},
            "single": {"is_single_use": True},
        }[asked]
    )


def _lacks(photos, what, now):
    if what == "credit":
        return photos.filter(credit_line="")
    lacking = photos.filter(alt_text="")
    return lacking.public(now) if what == "public_alt" else lacking


def _used(photos, when, now):
    if when == "now":
        return photos.shown(now)
    shown = Exists(PhotoUse.objects.filter(photo=OuterRef("pk"), public_from__lte=now))
    if when == "ever":
        return photos.filter(shown)
    waits = Exists(PhotoUse.objects.filter(photo=OuterRef("pk")))
    return photos.exclude(waits).exclude(Exists(Portrait.objects.filter(photo=OuterRef("pk"))))


def _mark(photos, mark, now):
    return photos.filter(mark=mark)


_QUESTIONS = {
    "who": _who,
    "place": _worded("city", "country"),
    "event": _worded("event"),
    "creator": _worded("creator"),
    "since": _since,
    "until": _until,
    "uploaded": _uploaded,
    "shape": _shape,
    "rights": _rights,
    "lacks": _lacks,
    "used": _used,
    "mark": _mark,
}
FILTERS = tuple(_QUESTIONS)


def ending(now: datetime) -> QuerySet[Photo]:
    """Photos whose rights end within two weeks."""
    return _rights(Photo.objects.all(), "ending", now)


def to_finish(now: datetime) -> QuerySet[Photo]:
    """«Доделать после выхода»: readers see them, and those who cannot see have no words for them."""
    return _lacks(Photo.objects.all(), "public_alt", now)
