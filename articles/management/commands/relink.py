"""Names in the archive, linked anew."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.relinking import relink
from people.models import Person


class Command(BaseCommand):
    help = "Find and link the names in live articles anew. A run that was broken off goes on where it stopped."

    def add_arguments(self, parser):
        parser.add_argument(
            "--person", metavar="ADDRESS", help="only articles that may name this person: the id or the page's address"
        )
        parser.add_argument("--restart", action="store_true", help="begin again instead of going on")

    def handle(self, *args, **options):
        person = _person(options["person"]) if options["person"] is not None else None
        progress = None
        for progress in relink(clock=timezone.now, person=person, restart=options["restart"]):
            words = {"read": progress.read, "total": progress.read + progress.left, "changed": progress.changed}
            line = _("%(read)s of %(total)s articles read, %(changed)s changed") % words
            if self.stdout.isatty():
                share = 30 * progress.read // max(1, progress.read + progress.left)
                self.stdout.write(f"\r{'█' * share}{'░' * (30 - share)} {line}", ending="")
                self.stdout.flush()
            else:
                self.stdout.write(line)
        if self.stdout.isatty() and progress:
            self.stdout.write("")
        if progress is None:
            self.stdout.write(_("There is nothing to link: no article is published."))


def _person(address: str) -> Person:
    """The person with this id or with this last part of the page's address."""
    known = {"pk": int(address)} if address.isdecimal() else {"slug": address.strip("/").rpartition("/")[2]}
    person = Person.objects.filter(merged_into=None, **known).first()
    if person is None:
        raise CommandError(_("No person on record has the id or address “%(address)s”.") % {"address": address})
    return person
