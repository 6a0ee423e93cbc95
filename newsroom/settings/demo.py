"""The demo: production's ways on one's own machine, without TLS, with a key made in DATA_DIR."""

from django.core.management.utils import get_random_secret_key

from .base import *

DEBUG = False
_KEY_FILE = DATA_DIR / "demo-secret-key"
if not _KEY_FILE.exists():
    _KEY_FILE.touch(mode=0o600)
    _KEY_FILE.write_text(get_random_secret_key())
SECRET_KEY = env.text("SECRET_KEY", _KEY_FILE.read_text())
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016"]  # no TLS here
