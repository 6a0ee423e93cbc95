"""One card of the contact sheet saved: only what was changed, and never over what somebody else wrote meanwhile."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _

from clock import ticking

from .. import tasks, who
from ..models import Photo
from ..settling import settle
from . import people_line
from .photo_forms import KeywordsField

WHO = "who"


class SheetForm(forms.ModelForm):
    """The words of a photo that are written on the sheet."""

    keywords = KeywordsField(required=False)

    class Meta:
        model = Photo
        fields = [
            *("headline", "description", "alt_text", "credit_line", "creator", "date_created", "time_created"),
            *("city", "country", "event", "keywords"),
        ]
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["keywords"].label = Photo._meta.get_field("keywords").verbose_name
        for each in self.fields.values():
            each.help_text = ""  # forty cards would say it forty times
            # Words that a browser puts back after a reload would pass for those on record, and never be saved.
            each.widget.attrs["autocomplete"] = "off"


@dataclass
class Saved:
    """What became of each changed field: kept, refused with sentences, or changed by somebody else meanwhile."""

    photo: Photo
    kept: list[str] = field(default_factory=list)
    errors: dict[str, list[str]] = field(default_factory=dict)
    theirs: dict[str, str] = field(default_factory=dict)


def values_of(photo: Photo) -> dict[str, str]:
    """The fields of the sheet as they stand on it."""
    form = SheetForm(instance=photo)
    values = {name: form[name].value() for name in form.fields}
    shown = {name: "" if value is None else str(value).replace("\r\n", "\n") for name, value in values.items()}
    return {**shown, WHO: people_line.line_of(photo.persons_shown.all())}


def save(photo_id: int, changes: Mapping[str, tuple[str, str]], chosen: Mapping[str, int], *, read: bool) -> Saved:
    """Write the changed fields of a photo, each given as (what stood there, what is to stand there).

    A field that somebody else has changed stays theirs and is told. The good fields are kept whatever the others are.
    With ``read`` the people are those whom the description names then; ``chosen`` says who a name means.
    """
    found = _people(photo_id, changes, chosen, read)  # names are read before anything is locked
    with transaction.atomic():
        photo = Photo.objects.select_for_update().get(pk=photo_id)
        now = values_of(photo)
        saved = Saved(photo)
        wanted = {name: to for name, (_from, to) in changes.items() if name in now and now[name] != to}
        saved.theirs = {name: now[name] for name in wanted if not _same(now[name], changes[name][0])}
        wanted = {name: to for name, to in wanted.items() if name not in saved.theirs}
        saved.kept = [name for name in changes if name in now and name not in saved.theirs]
        _write_words(saved, wanted)
        if read and not found:
            saved.errors[WHO] = [
                _("The description names nobody who could be read: write the names here, with commas between.")
            ]
        elif found is not None and WHO not in saved.theirs:
            who.show(photo, found)
        if saved.kept or found is not None:
            if settle(photo):
                transaction.on_commit(lambda: tasks.make_renditions.enqueue(photo_id))
            ticking.bump()
    return saved


def _write_words(saved: Saved, wanted: Mapping[str, str]) -> None:
    form = _form(saved.photo, wanted, wanted)
    if not form.is_valid():
        saved.errors = {name: [str(each) for each in sentences] for name, sentences in form.errors.items()}
        saved.kept = [name for name in saved.kept if name not in saved.errors]
        saved.photo.refresh_from_db()
        form = _form(saved.photo, wanted, [name for name in wanted if name not in saved.errors])
        form.is_valid()
    if form.fields:
        form.save()


def _form(photo: Photo, values: Mapping[str, str], names: Iterable[str]) -> SheetForm:
    form = SheetForm(dict(values), instance=photo)
    for name in set(form.fields) - set(names):
        del form.fields[name]
    return form


def _people(
    photo_id: int, changes: Mapping[str, tuple[str, str]], chosen: Mapping[str, int], read: bool
) -> list[who.Found] | None:
    """Who is to be shown in the photo; None when its people stay as they are."""
    photo = Photo.objects.get(pk=photo_id)
    if read:
        _from, description = changes.get("description", ("", photo.description))
        return who.named_in(description, who.day_of(photo))
    if WHO in changes or chosen:
        _from, line = changes.get(WHO, ("", people_line.line_of(photo.persons_shown.all())))
        return people_line.read(photo, line, chosen)
    return None


def _same(one: str, other: str) -> bool:
    """A browser puts a field's lines and spaces in an order of its own: they are no change."""
    return one.split() == other.split()
