"""Many files at once: each is taken or refused alone, and what has been received stays, whoever closes the browser."""

import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from django_tasks import task

from . import ingest
from .imaging import limits
from .models import Batch, BatchFile, Photo

MAX_FILES = 500  # in one archive
MAX_ARCHIVE_BYTES = 2 * 1024**3
_STUCK = timedelta(minutes=10)
_LONGEST_NAME = BatchFile._meta.get_field("name").max_length
_LONGEST_REASON = BatchFile._meta.get_field("reason").max_length

Outcome = BatchFile.Outcome


def receive(batch: Batch, upload: File, name: str, *, by) -> BatchFile:
    """Take one file of a batch and say what became of it. An archive is kept and unpacked in the background."""
    if zipfile.is_zipfile(upload):
        upload.seek(0)
        return _keep_archive(batch, upload, name)
    upload.seek(0)
    return take(batch, upload, name, by=by)


def take(batch: Batch, upload: File, name: str, *, by) -> BatchFile:
    """One picture of a batch: in the library from now on, there already, or refused with the reason."""
    row = BatchFile(batch=batch, name=name[-_LONGEST_NAME:])
    try:
        row.photo, is_new = ingest.ingest(upload, name, by, batch=batch)
        row.outcome = Outcome.TAKEN if is_new else Outcome.KNOWN
    except ingest.NotAPhoto as refusal:
        row.outcome, row.reason = Outcome.REFUSED, str(refusal)[:_LONGEST_REASON]
    row.save()
    return row


def _keep_archive(batch: Batch, upload: File, name: str) -> BatchFile:
    row = BatchFile(batch=batch, name=name[-_LONGEST_NAME:], outcome=Outcome.WAITING)
    if upload.size > MAX_ARCHIVE_BYTES:
        row.outcome = Outcome.REFUSED
        row.reason = _("“%(name)s” is larger than %(limit)s MB: send it in parts.") % {
            "name": name[:100],
            "limit": MAX_ARCHIVE_BYTES >> 20,
        }
        row.save()
        return row
    row.incoming.save(f"{batch.pk}.zip", upload, save=False)
    row.save()
    unpack.enqueue(row.pk)
    return row


@task()
def unpack(file_id: int) -> int:
    """Take every picture of an archive that waits, one by one. After an interruption it goes on where it stopped."""
    row = BatchFile.objects.select_related("batch__created_by").filter(pk=file_id, outcome=Outcome.WAITING).first()
    if row is None:
        return 0
    batch, taken = row.batch, 0
    done = set(batch.files.exclude(pk=row.pk).values_list("name", flat=True))
    try:
        with row.incoming.open("rb") as file, zipfile.ZipFile(file) as archive:
            for name, data in _pictures(archive):
                label = f"{row.name}: {name}"[-_LONGEST_NAME:]
                if label not in done:
                    taken += _take_packed(batch, label, data)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError):
        row.reason = _("“%(name)s” is damaged or locked with a password: send the pictures themselves.") % {
            "name": row.name[:100]
        }
    row.outcome = Outcome.REFUSED if row.reason else Outcome.UNPACKED
    row.incoming.delete(save=False)
    row.save()
    return taken


def _take_packed(batch: Batch, label: str, data: bytes | None) -> int:
    if data is None:
        reason = _("“%(name)s” is larger than %(limit)s MB: send a smaller copy.") % {
            "name": label[:100],
            "limit": limits.MAX_BYTES >> 20,
        }
        BatchFile.objects.create(batch=batch, name=label, outcome=Outcome.REFUSED, reason=reason)
        return 0
    return take(batch, ContentFile(data), label, by=batch.created_by).outcome == Outcome.TAKEN


def _pictures(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes | None]]:
    """The files of an archive by name, as far as they may be pictures; one that is too large comes without data."""
    for number, entry in enumerate(archive.infolist()):
        name = _name_of(entry).rpartition("/")[2]
        if number >= MAX_FILES:
            yield _("everything after the first %(limit)s files") % {"limit": MAX_FILES}, None
            return
        # What a Mac and Windows put into every folder is no picture anybody has sent.
        if entry.is_dir() or name.startswith((".", "._")) or name in {"Thumbs.db", "desktop.ini"}:
            continue
        if entry.file_size > limits.MAX_BYTES:
            yield name, None
            continue
        with archive.open(entry) as file:
            yield name, file.read(limits.MAX_BYTES + 1)


def _name_of(entry: zipfile.ZipInfo) -> str:
    """The name as its maker wrote it: a Russian Windows names files in its DOS letters and does not say so."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp866", errors="replace")


def send_lost_archives(now: datetime) -> int:
    """Give archives that nobody has unpacked to the worker again."""
    lost = BatchFile.objects.filter(outcome=Outcome.WAITING, received_at__lt=now - _STUCK)
    for row in lost:
        unpack.enqueue(row.pk)
    return len(lost)


def photos_of(batch: Batch):
    """The photos of a batch in the order they came, those the library had already among them."""
    return Photo.objects.filter(pk__in=batch.files.filter(photo__isnull=False).values("photo")).order_by("pk")
