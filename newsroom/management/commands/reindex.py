"""``manage.py reindex``: what readers search, made anew."""

from django.core.management import BaseCommand
from django.utils.translation import gettext as _

from newsroom.reindexing import Progress, reindex


class Command(BaseCommand):
    help = (
        "Make the search index anew: after an upgrade, a restored backup, or a change of names made in bulk. "
        "Safe at any time, also twice; readers go on searching meanwhile."
    )

    def handle(self, *args, **options) -> None:
        progress = Progress(0, 0)
        for progress in reindex():
            line = _("%(done)s of %(total)s records can be searched") % progress._asdict()
            if self.stdout.isatty():
                share = 30 * progress.done // progress.total
                self.stdout.write(f"\r{'█' * share}{'░' * (30 - share)} {line}", ending="")
                self.stdout.flush()
            elif progress.done % 1000 == 0 or progress.done == progress.total:
                self.stdout.write(line)
        if not progress.total:
            self.stdout.write(_("There is nothing to search yet: nobody is on record and nothing is published."))
        elif self.stdout.isatty():
            self.stdout.write("")
