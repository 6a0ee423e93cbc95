"""``manage.py tick``: what time has made due."""

import signal
import threading

from django.core.management import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from newsroom.upkeep import tick


class Command(BaseCommand):
    help = (
        "Put out what has become due, look after the readers' clock, send lost pictures to the worker again, and "
        "clear what is old. Run it every minute, or let it run with --every. Safe at any time, also twice at once."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--every", type=float, metavar="SECONDS", help="Go on until stopped, with this pause.")

    def handle(self, *, every: float | None, **options) -> None:
        stop = threading.Event()
        if every:
            for signum in (signal.SIGINT, signal.SIGTERM):
                signal.signal(signum, lambda *_: stop.set())
        while True:
            if done := tick(timezone.now()):
                self.stdout.write(f"{timezone.localtime():%Y-%m-%d %H:%M:%S} {'; '.join(done)}")
                self.stdout.flush()
            close_old_connections()
            if not every or stop.wait(every):
                return
