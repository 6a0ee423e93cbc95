"""Wire texts from files: each becomes a draft with its people, offices and caption, every guess printed."""

from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.importing import DoesNotFit, bring_in, examine, picture_of, refusal
from articles.wire import Wire, WireError, read
from media_assets.ingest import NotAPhoto


class Command(BaseCommand):
    help = "Read wire texts (.txt, .md, .html, .docx) into drafts, with the people and offices they name."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument(
            "--by", metavar="USERNAME", help="who brings the texts in (default: the first administrator)"
        )
        parser.add_argument("--photo", metavar="PICTURE", help="the picture the text's caption is for")

    def handle(self, *args, **options):
        by = _user(options["by"])
        refused = 0
        for name in options["files"]:
            try:
                wires = read(Path(name).read_bytes(), name)
                extra = (Path(options["photo"]).name, Path(options["photo"]).read_bytes()) if options["photo"] else None
            except (OSError, WireError) as error:
                refused += 1
                self.stderr.write(f"{name}: {refusal(error) if isinstance(error, WireError) else error.strerror}")
                continue
            for wire in wires:
                try:
                    self._bring_in(name, wire, by, extra)
                except (NotAPhoto, DoesNotFit) as error:
                    refused += 1
                    self.stderr.write(f"{name}: {error}")
        if refused:
            raise CommandError(_("%(count)s of the files could not be read; the others are in.") % {"count": refused})

    def _bring_in(self, name: str, wire: Wire, by, extra: tuple[str, bytes] | None) -> None:
        intake = examine(wire)
        photo = picture_of(wire, intake, by, extra)
        result = bring_in(intake, by=by, now=timezone.now(), photo=photo)
        self.stdout.write(f"{name}: {result.outcome} #{result.article.pk} «{intake.content.headline}»")
        for guess in wire.guesses:
            self.stdout.write(f"  {guess.field}: {guess.value[:100]} — {_(guess.why)}")
        for removed in wire.removed:
            self.stdout.write(f"  removed «{removed.text}» — {_(removed.why)}")
        for repair in wire.repairs:
            self.stdout.write(f"  not repaired: {repair.before} → {repair.after} — {_(repair.why)}")
        for named in intake.people:
            offices = "; ".join(told.label for told in named.offices) or "—"
            self.stdout.write(f"  {named.name.full}: {offices}")
        for remark in result.remarks:
            self.stdout.write(f"  ! {remark}")


def _user(username: str | None):
    users = get_user_model().objects.filter(is_active=True)
    found = users.filter(username=username) if username else users.filter(is_superuser=True).order_by("pk")
    if user := found.first():
        return user
    if username:
        raise CommandError(_("There is no user “%(name)s”: name another with --by.") % {"name": username})
    raise CommandError(_("There is no administrator yet: run createsuperuser, or name a user with --by."))
