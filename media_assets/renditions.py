"""Copies of a photo for readers: addresses and sizes known at once, files made in the background or when asked for.

Every copy carries the words about the photo (``carried``) and none of what the camera knows about its owner.
"""

import os
import secrets
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db.models import Q
from django.db.models.functions import StrIndex

from .carried import stamp_of, words_of
from .imaging import sandbox
from .imaging.specs import SPECS, VERSION, WIDTHS, Spec, cut_specs, named, specs_for
from .metadata import CannotEmbed, embed
from .models import Photo, Rendition

_ENDINGS = {"webp": "webp", "jpeg": "jpg", "avif": "avif"}
_SOURCE_LENGTH = 12
_REDIRECTED = timedelta(days=30)
_FORGOTTEN_AT_ONCE = 500


def source_of(photo: Photo) -> str:
    """Which original the copies are made of: a replaced file has others."""
    return photo.sha256[:_SOURCE_LENGTH]


def focal_of(photo: Photo) -> tuple[float, float]:
    """Where crops look: shares of width and height from the top left corner."""
    return photo.focal_x, photo.focal_y


def is_fresh(rendition: Rendition, photo: Photo) -> bool:
    """Of the photo's present file and focal point; a part of it only while that is somebody's portrait."""
    spec = named(rendition.spec)
    return (
        spec is not None
        and (spec.cut is None or spec.cut.key in cuts_of(photo))
        and rendition.source == source_of(photo)
        and rendition.focal_key == spec.focal_key(focal_of(photo))
    )


def cuts_of(photo: Photo) -> list[str]:
    """The parts of the photo that are somebody's portrait."""
    return list(dict.fromkeys(region["cut"] for region in photo.regions if region.get("cut")))


def _specs_of(photo: Photo) -> Iterator[Spec]:
    yield from specs_for(photo.width_px)
    for key in cuts_of(photo):
        yield from cut_specs(key)


def plan(photo: Photo) -> None:
    """Give every copy the photo should have its row: address and size; their files are made later."""
    known = {(each.spec, each.format) for each in photo.renditions.all() if is_fresh(each, photo)}
    Rendition.objects.bulk_create(
        (
            _row(photo, spec, format)
            for spec in _specs_of(photo)
            for format in spec.formats
            if (spec.name, format) not in known
        ),
        ignore_conflicts=True,  # somebody else planned the same at the same moment
    )


def _row(photo: Photo, spec: Spec, format: str) -> Rendition:
    key = secrets.token_urlsafe(18)
    width, height = spec.size_of(photo.width_px, photo.height_px)
    return Rendition(
        photo=photo,
        source=source_of(photo),
        spec=spec.name,
        focal_key=spec.focal_key(focal_of(photo)),
        format=format,
        file=f"{key[:2]}/{key}.{_ENDINGS[format]}",
        width_px=width,
        height_px=height,
    )


def want(photo: Photo) -> bool:
    """Say anew what the copies of this photo are made from and carry; whether work is left."""
    focal = SPECS[-1].focal_key(focal_of(photo))
    photo.copies_wanted = " ".join([VERSION, source_of(photo), focal, stamp_of(photo), *cuts_of(photo)])
    plan(photo)
    photo.copies = _by_spec(photo)
    Photo.objects.filter(pk=photo.pk).update(copies_wanted=photo.copies_wanted, copies=photo.copies)
    return photo.copies_wanted != photo.copies_made


def _by_spec(photo: Photo) -> dict[str, dict[str, object]]:
    """Where the photo's present copies are, in one value: ``pictures`` asks for no other row."""
    found: dict[str, dict[str, object]] = {}
    for each in photo.renditions.all():
        if is_fresh(each, photo):
            copy = found.setdefault(each.spec, {"width": each.width_px, "height": each.height_px})
            copy[each.format] = each.file.name
    return found


def ensure(photo: Photo) -> int:
    """Make what is missing, put the present words into the rest, and return how many files were written.

    Decodes once, in a process of its own, outside any transaction. The photo is read anew: whoever publishes a story
    has read it before the pictures of that story were made, and somebody may have corrected its credit since.

    Raises:
        imaging.opening.Refused: the original cannot be decoded any more.
    """
    photo.refresh_from_db()
    want(photo)
    fresh = [each for each in photo.renditions.all() if is_fresh(each, photo)]
    written = _make(photo, [each for each in fresh if not each.size_bytes])
    written += _restamp(photo, [each for each in fresh if each.size_bytes])
    # What somebody has changed meanwhile stays to be made, also if another worker has made it: ours went over it.
    same = Photo.objects.filter(pk=photo.pk, copies_wanted=photo.copies_wanted)
    photo.copies_made = photo.copies_wanted if same.update(copies_made=photo.copies_wanted) else ""
    if not photo.copies_made:
        Photo.objects.filter(pk=photo.pk).update(copies_made="")
    return written


def prove(photo: Photo) -> None:
    """Be sure that copies can be made, by the smallest of them, unless one has been made already.

    Raises:
        imaging.opening.Refused, OSError: the original is lost or damaged.
    """
    fresh = [each for each in photo.renditions.all() if is_fresh(each, photo)]
    if not any(each.size_bytes for each in fresh):
        _make(photo, [each for each in fresh if (each.spec, each.format) == (WIDTHS[0].name, "jpeg")])


def forget_stale(now: datetime) -> int:
    """Delete copies of files and focal points that have been replaced for a month; until then they redirect."""
    old = Rendition.objects.filter(photo__settled_at__lt=now - _REDIRECTED).exclude(photo__copies_wanted="")
    stale = old.annotate(
        of_source=StrIndex("photo__copies_wanted", "source"), of_focal=StrIndex("photo__copies_wanted", "focal_key")
    ).filter(Q(of_source=0) | Q(of_focal=0))[:_FORGOTTEN_AT_ONCE]
    for row in stale:
        row.file.storage.delete(row.file.name)
        row.delete()
    return len(stale)


def make_now(rendition: Rendition) -> None:
    """Make the file of one copy that somebody is asking for and no worker has made yet."""
    _make(rendition.photo, [rendition])


def _make(photo: Photo, rows: Collection[Rendition]) -> int:
    if not rows:
        return 0
    by_kind = {(row.spec, row.format): row for row in rows}
    wanted = [(spec, format) for name, format in by_kind if (spec := named(name))]
    words, stamp = words_of(photo), stamp_of(photo)
    with local_copy(photo.original) as path:
        for copy in sandbox.make(path, wanted, focal_of(photo)):
            _keep(by_kind[copy.spec, copy.format], embed(copy.data, words), stamp)
    return len(rows)


def _restamp(photo: Photo, rows: Iterable[Rendition]) -> int:
    """Exchange the words that files carry; their pixels stay."""
    words, stamp = words_of(photo), stamp_of(photo)
    stale = [row for row in rows if row.stamp != stamp]
    lost = []
    for row in stale:
        try:
            with row.file.open("rb") as file:
                data = embed(file.read(), words)
        except (OSError, CannotEmbed):  # gone from the store, or cut off when a disk was full
            lost.append(row)
        else:
            _keep(row, data, stamp)
    _make(photo, lost)
    return len(stale)


def _keep(row: Rendition, data: bytes, stamp: str) -> None:
    write(row.file.storage, row.file.name, data)
    row.size_bytes, row.stamp = len(data), stamp
    if not Rendition.objects.filter(pk=row.pk).update(size_bytes=row.size_bytes, stamp=row.stamp):
        row.file.storage.delete(row.file.name)  # the photo was deleted while its copies were made


def write(storage: Storage, name: str, data: bytes) -> None:
    """Put the file under exactly this name; whoever reads it meanwhile gets the old bytes or the new, never a part."""
    try:
        final = Path(storage.path(name))
    except NotImplementedError:  # a bucket replaces each object whole: the settings say that this one may
        storage.save(name, ContentFile(data))
        return
    beside = storage.path(storage.save(f"{name}.{secrets.token_hex(4)}", ContentFile(data)))
    os.replace(beside, final)


@contextmanager
def local_copy(file):
    """The stored file as a path on this machine; from a bucket it is fetched for as long as it is needed."""
    try:
        yield Path(file.path)
    except NotImplementedError:
        with file.open("rb") as stored, tempfile.NamedTemporaryFile(prefix="original-") as here:
            for chunk in stored.chunks():
                here.write(chunk)
            here.flush()
            yield Path(here.name)
