"""Many files at once: each is taken or refused alone, and what has been received stays, whoever closes the browser."""

import hashlib
import logging
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core.files.base import ContentFile, File
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django_tasks import task

from . import ingest
from .imaging import limits
from .models import Batch, BatchFile, Photo

logger = logging.getLogger(__name__)

MAX_FILES = 500  # in one archive
MAX_ARCHIVE_BYTES = 2 * 1024**3
_STUCK = timedelta(minutes=10)
_LONGEST_NAME = BatchFile._meta.get_field("name").max_length
_LONGEST_REASON = BatchFile._meta.get_field("reason").max_length

# How an archive begins. Its list stands at the end, so that a JPEG with an archive behind it opens as one, too.
_ARCHIVE = b"PK\3\4"
# What a broken or locked archive or entry raises; zlib and lzma have errors of their own, a locked one a RuntimeError.
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, ValueError)

Outcome = BatchFile.Outcome


def receive(batch: Batch, upload: File, name: str, *, by) -> BatchFile:
    """Take one file of a batch and say what became of it. An archive is kept and unpacked in the background."""
    is_archive = upload.read(len(_ARCHIVE)) == _ARCHIVE and zipfile.is_zipfile(upload)
    upload.seek(0)
    try:
        return _keep_archive(batch, upload, name) if is_archive else take(batch, upload, name, by=by)
    except OSError:
        logger.exception("A file sent to batch %s could not be kept.", batch.pk)
        reason = _("The server has found no room for “%(name)s”: tell whoever runs it, and send it again later.")
        told = (reason % {"name": name[:100]})[:_LONGEST_REASON]
        return BatchFile.objects.create(batch=batch, name=name[-_LONGEST_NAME:], outcome=Outcome.REFUSED, reason=told)


def take(batch: Batch, upload: File, name: str, *, by, label: str = "") -> BatchFile:
    """One picture of a batch: in the library from now on, there already, or refused with the reason.

    ``label`` is what the batch calls the file where that is more than its name.

    Raises:
        OSError: the store cannot keep it.
    """
    row = BatchFile(batch=batch, name=(label or name)[-_LONGEST_NAME:])
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
    """Take every picture of an archive that waits, one by one. After an interruption it goes on where it stopped.

    What breaks while a picture is taken (a full disk) is no fault of the archive: it waits to be unpacked again.
    """
    row = BatchFile.objects.select_related("batch__created_by").filter(pk=file_id, outcome=Outcome.WAITING).first()
    if row is None:
        return 0
    taken = 0
    with row.incoming.open("rb") as file:
        try:
            archive = zipfile.ZipFile(file)
        except _BROKEN:
            row.reason = _broken(row.name)
        else:
            taken = sum(_take_packed(row, name, data, reason) for name, data, reason in _pictures(archive))
    row.outcome = Outcome.REFUSED if row.reason else Outcome.UNPACKED
    row.incoming.delete(save=False)
    row.save()
    return taken


def _take_packed(row: BatchFile, name: str, data: bytes, reason: str) -> int:
    """1 if a picture of the archive is new to the library; one that cannot be unpacked is refused with the reason."""
    label = f"{row.name}: {name}"[-_LONGEST_NAME:]
    if reason:
        BatchFile.objects.create(batch=row.batch, name=label, outcome=Outcome.REFUSED, reason=reason)
        return 0
    # By its bytes, too: two archives of one batch are both called «Archive.zip» and hold an IMG_0001.jpg.
    if row.batch.files.filter(name=label, photo__sha256=hashlib.sha256(data).hexdigest()).exists():
        return 0
    return take(row.batch, ContentFile(data), name, by=row.batch.created_by, label=label).outcome == Outcome.TAKEN


def _pictures(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes, str]]:
    """Name and bytes of each file of an archive that may be a picture, or the reason why there are no bytes."""
    number = 0
    for entry in archive.infolist():
        name = _name_of(entry).rpartition("/")[2]
        # What a Mac and Windows put into every folder is no picture anybody has sent, and does not count.
        if entry.is_dir() or name.startswith(".") or name in {"Thumbs.db", "desktop.ini"}:
            continue
        number += 1
        if number > MAX_FILES:
            rest = _("everything after the first %(limit)s files") % {"limit": MAX_FILES}
            yield rest, b"", _too_large(rest)
            return
        if entry.file_size > limits.MAX_BYTES:
            yield name, b"", _too_large(name)
            continue
        try:
            with archive.open(entry) as file:
                data = file.read(limits.MAX_BYTES + 1)
        except (*_BROKEN, OSError) as error:
            if isinstance(error, OSError) and error.errno:  # the store's; a broken bzip2 has no number
                raise
            yield name, b"", _broken(name)
        else:
            yield name, data, ""


def _broken(name: str) -> str:
    return _("“%(name)s” is damaged or locked with a password: send the pictures themselves.") % {"name": name[:100]}


def _too_large(name: str) -> str:
    told = {"name": name[:100], "limit": limits.MAX_BYTES >> 20}
    return _("“%(name)s” is larger than %(limit)s MB: send a smaller copy.") % told


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


def lost_archives(now: datetime) -> QuerySet[BatchFile]:
    """Archives that should have been unpacked by now."""
    return BatchFile.objects.filter(outcome=Outcome.WAITING, received_at__lt=now - _STUCK)


def photos_of(batch: Batch):
    """The photos of a batch in the order they came, those the library had already among them."""
    return Photo.objects.filter(pk__in=batch.files.filter(photo__isnull=False).values("photo")).order_by("pk")
