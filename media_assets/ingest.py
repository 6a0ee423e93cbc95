"""A file becomes a Photo: checked, hashed, kept as it came, its own words read into the fields.

Whatever is no accepted picture is refused alone, by name, with the reason.
"""

import hashlib
from dataclasses import dataclass
from typing import IO, Any, cast

from django.core.files.base import ContentFile, File
from django.db import IntegrityError, transaction
from django.db.models import Field
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from clock import ticking
from people.dates import PartialDate
from search.slugs import slugify

from . import likeness, tasks, who
from .imaging import limits, sandbox
from .imaging.opening import Refused
from .metadata import Metadata, Taken
from .models import Batch, EarlierFile, Photo
from .settling import settle

_REFUSALS = {
    "size": gettext_noop("“%(name)s” is larger than %(limit)s MB: send a smaller copy."),
    "pixels": gettext_noop("“%(name)s” has too many pixels: send a smaller copy."),
    "kind": gettext_noop("“%(name)s” is not a picture we can take: send JPEG, PNG, WebP, AVIF or TIFF."),
    "heic": gettext_noop(
        "“%(name)s” is a HEIC, which this server cannot read: send it as JPEG, or install the extra “heic”."
    ),
    "film": gettext_noop("“%(name)s” is an animation: send a still picture."),
    "frames": gettext_noop("“%(name)s” has too many pages: send each picture as a file of its own."),
    "damaged": gettext_noop("“%(name)s” is damaged or cut off: send it again."),
}
_COPIED = (
    *("headline", "description", "alt_text", "creator", "credit_line", "source", "copyright_notice", "usage_terms"),
    *("city", "country", "event", "description_writer"),
)
_LONGEST_KEYWORD = 100  # characters: two hundred texts of twenty thousand are no keywords

_OF_THE_FILE = (
    *("original", "original_name", "sha256", "perceptual_hash", "width_px", "height_px"),
    *("print_a", "print_b", "print_c", "print_d"),
)


class NotAPhoto(ValueError):
    """The file is refused; the message is a sentence that names it and says what to do."""


@dataclass(frozen=True)
class Looked:
    """What a look at the file tells: its format's ending, its upright size in pixels, its hashes, its own words."""

    ending: str
    width_px: int
    height_px: int
    sha256: str
    perceptual_hash: str
    words: Metadata


def look(data: bytes, name: str) -> Looked:
    """Decode the file in a process of its own to be sure that it is a picture, and read what it says of itself.

    Raises:
        NotAPhoto: too large, of another kind, cut off, or more pixels than a camera makes.
    """
    try:
        if len(data) > limits.MAX_BYTES:
            raise Refused("size")
        with sandbox.on_disk(data) as path:
            looked = sandbox.look(path)
    except Refused as refused:
        told = {"name": name, "limit": limits.MAX_BYTES >> 20}
        raise NotAPhoto(_(_REFUSALS[refused.why]) % told) from refused
    return Looked(**vars(looked.seen), sha256=hashlib.sha256(data).hexdigest(), words=looked.words)


def ingest(
    upload: File | IO[bytes], name: str, by=None, *, batch: Batch | None = None, **fields: Any
) -> tuple[Photo, bool]:
    """The Photo of this file and whether it is new: the same file is never kept twice.

    ``fields`` go over what the file says of itself; those of a batch fill what it leaves empty, or go over it if the
    batch says so. Copies are left to the background.

    Raises:
        NotAPhoto: see ``look``.
    """
    data = upload.read(limits.MAX_BYTES + 1)
    if known := known_as(hashlib.sha256(data).hexdigest()):
        return known, False
    looked = look(data, name)
    photo = Photo(uploaded_by=by)
    _read_words(photo, looked.words)
    if batch:
        _share(photo, batch)
    for field, value in fields.items():
        setattr(photo, field, value)
    if photo.rights_from and photo.rights_until and photo.rights_from >= photo.rights_until:
        photo.rights_from = None  # the file's end before the batch's beginning: the end is what protects
    _put_file(photo, looked, data, name)
    try:
        with transaction.atomic():
            photo.save()
    except IntegrityError:  # the same file came in twice at the same moment: the other one stays
        photo.original.delete(save=False)
        return Photo.objects.get(sha256=looked.sha256), False
    who.show(photo, who.named_in(photo.description, who.day_of(photo), looked.words.persons_shown))
    settle(photo)
    tasks.make_renditions.enqueue(photo.pk)
    return photo, True


def known_as(sha256: str) -> Photo | None:
    """The photo that has this file, or had it before it was replaced."""
    if photo := Photo.objects.filter(sha256=sha256).first():
        return photo
    earlier = EarlierFile.objects.filter(sha256=sha256).select_related("photo").first()
    return earlier.photo if earlier else None


def replace(photo: Photo, data: bytes, name: str, *, by) -> None:
    """Put another file in the place of a photo's. The old one is kept, and every use and word stays.

    Raises:
        NotAPhoto: see ``look``, or the file stands for another photo.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    _refuse_known(sha256, name)
    looked = look(data, name)
    fresh = Photo.objects.get(pk=photo.pk)
    _put_file(fresh, looked, data, name)
    try:
        _exchange(photo, fresh, by)
    except IntegrityError:  # the same file came in at the same moment
        fresh.original.delete(save=False)
        _refuse_known(sha256, name)
        raise
    tasks.make_renditions.enqueue(photo.pk)


def _refuse_known(sha256: str, name: str) -> None:
    if known := Photo.objects.filter(sha256=sha256).first():
        told = {"name": name, "photo": known}
        raise NotAPhoto(_("“%(name)s” is in the library already, as “%(photo)s”: use that photo.") % told)


def _exchange(photo: Photo, fresh: Photo, by) -> None:
    """Give the photo the file of ``fresh`` and keep its present one among the earlier files."""
    with transaction.atomic():
        locked = Photo.objects.select_for_update().get(pk=photo.pk)
        EarlierFile.objects.create(
            photo=locked,
            original=locked.original.name,
            original_name=locked.original_name,
            sha256=locked.sha256,
            width_px=locked.width_px,
            height_px=locked.height_px,
            replaced_by=by,
        )
        for column in _OF_THE_FILE:
            setattr(locked, column, getattr(fresh, column))
        locked.save()
        settle(locked)
        ticking.bump()


def _put_file(photo: Photo, looked: Looked, data: bytes, name: str) -> None:
    photo.original_name = name[:200]
    photo.sha256, photo.perceptual_hash = looked.sha256, looked.perceptual_hash
    for column, value in likeness.quarters(looked.perceptual_hash).items():
        setattr(photo, column, value)
    photo.width_px, photo.height_px = looked.width_px, looked.height_px
    stem = slugify(name.rpartition(".")[0], fallback="photo", max_length=60)
    photo.original.save(f"{stem}.{looked.ending}", ContentFile(data), save=False)


def _read_words(photo: Photo, words: Metadata) -> None:
    """The file's own words, each as long as its field takes; a longer one is cut, and stays whole in the original."""
    for name in _COPIED:
        setattr(photo, name, getattr(words, name)[: _longest(name)])
    photo.keywords = [keyword[:_LONGEST_KEYWORD] for keyword in words.keywords]
    if words.taken_at:
        day, _t, time = words.taken_at.iso.partition("T")
        photo.date_created = PartialDate.parse(day)  # type: ignore[assignment]
        photo.time_created = time
    photo.rights_from, photo.rights_until = _instant(words.rights_from), _instant(words.rights_until)


def _longest(name: str) -> int | None:
    return cast(Field, Photo._meta.get_field(name)).max_length


def _instant(taken: Taken | None):
    """The first moment of the day, or the minute, in the newsroom's time zone unless the file names another."""
    if not (taken and taken.day):
        return None
    whole = taken.iso if taken.time else f"{taken.iso}T00:00:00"
    instant = timezone.datetime.fromisoformat(whole)
    return instant if timezone.is_aware(instant) else timezone.make_aware(instant)


def _share(photo: Photo, batch: Batch) -> None:
    for name in Batch.SHARED:
        value = getattr(batch, name)
        if value and (batch.overrides or not getattr(photo, name)):
            setattr(photo, name, value)
