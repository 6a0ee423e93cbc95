"""Django's checks for a deployment, on the production settings as an operator would set them."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

MANAGE = Path(__file__).resolve().parent.parent / "manage.py"


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="newsroom-deploy-") as data:
        production = {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings.production",
            "DATA_DIR": data,
            "SECRET_KEY": "only-to-check-the-settings-and-long-enough-0123456789-abcdefghij",
            "BASE_URL": "https://news.example",
            "ALLOWED_HOSTS": "news.example",
        }
        command = [sys.executable, str(MANAGE), "check", "--deploy", "--fail-level", "WARNING"]
        return subprocess.run(command, env={**os.environ, **production}).returncode


if __name__ == "__main__":
    sys.exit(main())
