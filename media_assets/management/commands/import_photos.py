"""A folder of pictures into the library with the words their files carry; every refusal is told with its reason."""

import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.files import File
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from media_assets import batches
from media_assets.desk.shared import SharedForm
from media_assets.models import Batch, BatchFile

Outcome = BatchFile.Outcome
# Options and the words of the batch they set.
_SHARED = {
    "credit": "credit_line",
    "creator": "creator",
    "source": "source",
    "event": "event",
    "city": "city",
    "country": "country",
}
_INTERRUPTED = 130  # as a shell counts Ctrl-C


class Command(BaseCommand):
    help = (
        "Take every picture of a folder and of the folders and ZIPs in it, with its embedded metadata, as one upload."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="DIR", type=Path)
        for option in _SHARED:
            parser.add_argument(f"--{option}", default="", metavar="WORDS", help=f"{option}, where a file says nothing")
        parser.add_argument("--over", action="store_true", help="the words above go over what the files say")
        parser.add_argument(
            "--as", dest="username", metavar="USERNAME", help="who brings them in (default: the first administrator)"
        )

    def handle(self, *, folder: Path, over: bool, username: str | None, **options):
        files = list(_files(folder))
        if not files:
            raise CommandError(_("There is no file in %(folder)s: name a folder with pictures.") % {"folder": folder})
        words = {field: options[option] for option, field in _SHARED.items()}
        batch = _batch({**words, "overrides": over}, _user(username))
        is_whole = self._take(batch, folder, files)
        found = Counter(batch.files.values_list("outcome", flat=True))
        told = {"taken": found[Outcome.TAKEN], "known": found[Outcome.KNOWN], "refused": found[Outcome.REFUSED]}
        self.stdout.write(_("Taken: %(taken)s, already in the library: %(known)s, refused: %(refused)s.") % told)
        if not is_whole:
            raise CommandError(
                _("Stopped. What has been taken stays; run it again for the rest."), returncode=_INTERRUPTED
            )
        if not found[Outcome.TAKEN] + found[Outcome.KNOWN]:
            raise CommandError(_("Nothing was taken: see the reasons above."))

    def _take(self, batch: Batch, folder: Path, files: list[Path]) -> bool:
        """Take the files one by one; False when somebody pressed Ctrl-C."""
        try:
            for number, path in enumerate(files, 1):
                name = str(path.relative_to(folder))
                rows = _rows(batch, path, name)
                if self.stdout.isatty():
                    share = 30 * number // len(files)
                    self.stdout.write(f"\r\033[K{'█' * share}{'░' * (30 - share)} {number}/{len(files)}", ending="")
                for row in rows:
                    self._tell(row)
        except KeyboardInterrupt:
            return False
        finally:
            if self.stdout.isatty():
                self.stdout.write("")
        return True

    def _tell(self, row: BatchFile) -> None:
        if row.outcome == Outcome.REFUSED:
            self.stderr.write(("\n" if self.stdout.isatty() else "") + f"{row.name}: {row.reason}")
        elif not self.stdout.isatty() and row.photo:
            self.stdout.write(f"{row.name}: {row.get_outcome_display()} #{row.photo.pk} «{row.photo}»")


def _files(folder: Path) -> Iterator[Path]:
    """Everything in the folder and below, in the order of names, but what a system hides there."""
    if not folder.is_dir():
        raise CommandError(_("%(folder)s is no folder that can be read: name another.") % {"folder": folder})
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and path.name not in {"Thumbs.db", "desktop.ini"}:
            yield path


def _rows(batch: Batch, path: Path, name: str) -> list[BatchFile]:
    """What became of a file; of an archive, of each file in it."""
    last = BatchFile.objects.filter(batch=batch).order_by("-pk").values_list("pk", flat=True).first() or 0
    try:
        with path.open("rb") as opened:
            upload = File(opened, name=path.name)
            if path.suffix.lower() == ".zip" and zipfile.is_zipfile(opened):
                _unpack(batch, upload, name)
            else:
                opened.seek(0)
                batches.take(batch, upload, path.name, by=batch.created_by, label=name)
    except OSError as error:
        reason = _("“%(name)s” cannot be read: %(error)s.") % {
            "name": path.name[:100],
            "error": error.strerror or error,
        }
        BatchFile.objects.create(batch=batch, name=name[-200:], outcome=Outcome.REFUSED, reason=reason[:300])
    return list(batch.files.filter(pk__gt=last).select_related("photo"))


def _unpack(batch: Batch, upload: File, name: str) -> None:
    """Unpack an archive here and now: whoever runs a command waits for it, and a worker may not be running."""
    row = BatchFile(batch=batch, name=name[-200:], outcome=Outcome.WAITING)
    upload.seek(0)
    row.incoming.save(f"{batch.pk}.zip", upload, save=False)
    row.save()
    batches.unpack.call(row.pk)


def _batch(words: dict[str, object], by) -> Batch:
    form = SharedForm(words)
    if not form.is_valid():
        raise CommandError(
            "\n".join(f"{form[name].label}: {' '.join(map(str, said))}" for name, said in form.errors.items())
        )
    form.instance.created_by = by
    return form.save()


def _user(username: str | None):
    users = get_user_model().objects.filter(is_active=True)
    if not username:
        return users.filter(is_superuser=True).order_by("pk").first()
    user = users.filter(username=username).first()
    if user is None:
        raise CommandError(_("There is no user “%(name)s”: name another with --as.") % {"name": username})
    return user
