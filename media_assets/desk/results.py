"""What became of each file of an upload, with everything its row on the page shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language

from clock.days import print_partial

from ..likeness import alike, quarters
from ..models import BatchFile, Photo
from .previews import Preview, previews
from .usage import Usage, usage_of

_SHOWN_ALIKE = 3
_QUARTERS = ("print_a", "print_b", "print_c", "print_d")


@dataclass(frozen=True)
class Likeness:
    """A photo of the library that looks like a new one."""

    photo: Photo
    thumbnail: Preview | None
    uses: Sequence[Usage]


@dataclass(frozen=True)
class Row:
    """A file that has come in: its photo with a thumbnail, people and day, where that is used, what looks like it."""

    file: BatchFile
    photo: Photo | None = None
    thumbnail: Preview | None = None
    persons: str = ""
    taken: str = ""
    uses: Sequence[Usage] = ()
    alike: Sequence[Likeness] = ()


def rows_of(files: Iterable[BatchFile]) -> list[Row]:
    """The rows of these files, in their order. The queries do not grow with the files, but for pictures alike."""
    files = list(files)
    photos = Photo.objects.prefetch_related("persons_shown__person").in_bulk({each.photo_id for each in files} - {None})
    new = {each.photo_id for each in files if each.outcome == BatchFile.Outcome.TAKEN}
    near = _neighbours([photo for pk, photo in photos.items() if pk in new])
    others = {photo.pk: photo for found in near.values() for photo in found}
    thumbnails = previews([*photos.values(), *others.values()], ["square"])
    uses = usage_of({*others, *(pk for pk in photos if pk not in new)}, timezone.now())

    def thumbnail(pk: int) -> Preview | None:
        return thumbnails.get(pk, {}).get("square")

    def row(file: BatchFile) -> Row:
        photo = photos.get(file.photo_id)
        if photo is None:
            return Row(file)
        return Row(
            file,
            photo,
            thumbnail(photo.pk),
            ", ".join(each.full_name for each in photo.persons_shown.all()),
            _printed(photo),
            uses.get(photo.pk, ()),
            [Likeness(each, thumbnail(each.pk), uses.get(each.pk, ())) for each in near.get(photo.pk, ())],
        )

    return [row(file) for file in files]


def as_json(row: Row) -> dict[str, object]:
    """A row for the page's script: the outcome, and the row as it is to stand on the page."""
    return {
        "id": row.file.pk,
        "name": row.file.name,
        "outcome": row.file.outcome,
        "reason": row.file.reason,
        "photo": row.photo.pk if row.photo else None,
        "html": render_to_string("admin/media_assets/batch/file.html", {"row": row}),
    }


def _printed(photo: Photo) -> str:
    """The day a picture was taken as the desk's language writes it, as far as it is known."""
    day = photo.date_created
    return print_partial(day.year, day.month, day.day, get_language() or "") if day else ""


def _neighbours(photos: Sequence[Photo]) -> Mapping[int, Sequence[Photo]]:
    """What looks like each of these photos. Only those that share a quarter of the hash with another are compared."""
    hashes = [quarters(photo.perceptual_hash or "0" * 16) for photo in photos]
    shares = Q()
    for name in _QUARTERS:
        shares |= Q(**{f"{name}__in": [each[name] for each in hashes]})
    prints = list(Photo.objects.filter(shares).values_list("pk", *_QUARTERS)) if photos else []
    bearers: dict[tuple[int, int], set[int]] = {}
    for pk, *values in prints:
        for quarter in enumerate(values):
            bearers.setdefault(quarter, set()).add(pk)
    suspect = {pk for pk, *values in prints if any(len(bearers[quarter]) > 1 for quarter in enumerate(values))}
    return {photo.pk: alike(photo)[:_SHOWN_ALIKE] for photo in photos if photo.pk in suspect}
