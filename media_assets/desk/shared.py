"""What the desk says once for a whole batch, and how it goes to the photos that are in already."""

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clock import ticking

from .. import batches, tasks
from ..models import Batch, Photo
from ..settling import settle
from .moments import INSTANTS, Moment


class SharedForm(forms.ModelForm):
    """The words of a batch: event, whose pictures they are, place, rights."""

    class Meta:
        model = Batch
        fields = [*Batch.SHARED, "overrides"]
        field_classes = dict.fromkeys(INSTANTS, Moment)

    def clean(self):
        data = super().clean()
        begins, ends = data.get("rights_from"), data.get("rights_until")
        if begins and ends and begins >= ends:
            self.add_error("rights_until", _("The rights end before they begin: correct one of the two dates."))
        return data

    def main(self):
        """What one fills in for nearly every batch."""
        return [self[name] for name in ("event", "creator", "credit_line", "source", "city", "country")]

    def rest(self):
        """What a few batches need."""
        return [self[name] for name in ("copyright_notice", "usage_terms", "mark", *INSTANTS, "is_single_use")]


def apply(batch: Batch) -> int:
    """Put the words of a batch into its photos by the rule of the upload; returns how many photos changed.

    They fill what is empty, or go over what is there if the batch says so. Each photo is saved alone: a batch of five
    hundred must not hold up the rest of the desk.
    """
    return sum(_apply(batch, pk) for pk in batches.photos_of(batch).values_list("pk", flat=True))


def _apply(batch: Batch, photo_id: int) -> bool:
    with transaction.atomic():
        photo = Photo.objects.select_for_update().get(pk=photo_id)
        wanted = {
            name: value
            for name in Batch.SHARED
            if (value := getattr(batch, name))
            and (batch.overrides or not getattr(photo, name))
            and value != getattr(photo, name)
        }
        begins, ends = (wanted.get(name, getattr(photo, name)) for name in ("rights_from", "rights_until"))
        if begins and ends and begins >= ends:  # the file's own rights and the batch's leave no day: the file's stay
            wanted = {name: value for name, value in wanted.items() if name not in {"rights_from", "rights_until"}}
        if not wanted:
            return False
        for name, value in wanted.items():
            setattr(photo, name, value)
        photo.save()
        if settle(photo):
            transaction.on_commit(lambda: tasks.make_renditions.enqueue(photo_id))
        ticking.bump()
    return True
