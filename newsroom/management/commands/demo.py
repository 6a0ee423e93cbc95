"""``manage.py demo``: the sample newsroom, filled and served."""

import hashlib
import os
import sys

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, CommandError, call_command

from newsroom import demo
from newsroom.serving import port_refusal, run_together


class Command(BaseCommand):
    help = "Fill the sample newsroom and serve it with its worker and its clock, until Ctrl-C. Safe to run again."

    def add_arguments(self, parser) -> None:
        port = os.environ.get("PORT") or "8000"
        parser.add_argument("--no-serve", action="store_true", help="Do everything but serve.")
        parser.add_argument("--port", default=port, help="The port (default: PORT, or 8000).")

    def handle(self, *, no_serve: bool, port: str, **options) -> None:
        # Before anything is done: a port that cannot be had should not cost a minute of filling.
        if not no_serve and (refusal := port_refusal(port)):
            raise CommandError(refusal)
        call_command("migrate", verbosity=0, interactive=False)
        collect_static()
        logins = demo.fill(self.stdout.write)
        self._print_addresses(f"http://localhost:{port}", logins)
        if not no_serve:
            self.stdout.write("\nCtrl-C ends everything.")
            self.stdout.flush()
            # Link previews and canonical addresses name the port that is served, not the usual one.
            os.environ.setdefault("BASE_URL", f"http://localhost:{port}")
            sys.exit(run_together(_commands(port), self.stderr.write))

    def _print_addresses(self, site: str, logins: list[demo.Login]) -> None:
        self.stdout.write(f"\n{settings.SITE_NAME} is ready; its data is in {settings.DATA_DIR}\n")
        self.stdout.write(f"  for readers   {site}/  {site}/ky/  {site}/en/")
        self.stdout.write(f"  the desk      {site}/admin/\n\n")
        width = max(len(login.role) for login in logins)
        for login in logins:
            self.stdout.write(f"  {login.role:{width}}  {login.username} / {login.password}")


def collect_static() -> bool:
    """Gather and compress CSS, scripts and fonts unless nothing has changed; compressing takes ten seconds."""
    stamp = settings.DATA_DIR / "static-stamp"
    fingerprint = _static_fingerprint()
    if settings.STATIC_ROOT.is_dir() and stamp.exists() and stamp.read_text() == fingerprint:
        return False
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(fingerprint)
    return True


def _static_fingerprint() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            digest.update(f"{name} {storage.size(name)} {storage.get_modified_time(name)}\n".encode())
    return digest.hexdigest()


def _commands(port: str) -> dict[str, list[str]]:
    manage = [sys.executable, str(settings.BASE_DIR / "manage.py")]
    gunicorn = [sys.executable, "-m", "gunicorn", "newsroom.wsgi", "--bind", f"127.0.0.1:{port}"]
    gunicorn += ["--chdir", str(settings.BASE_DIR), "--workers", "2", "--worker-class", "gthread", "--threads", "4"]
    gunicorn += ["--log-level", "warning", "--no-control-socket"]
    return {
        "site": gunicorn,
        "worker": [*manage, "db_worker", "--queue-name", "*", "--verbosity", "0"],
        "clock": [*manage, "tick", "--every", "15"],
    }
