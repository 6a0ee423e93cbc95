"""The site as readers see it, behind a proxy that speaks TLS."""

from . import base
from .base import *
from .env import SettingError

DEBUG = False
SECRET_KEY = env.text("SECRET_KEY", "")
if len(SECRET_KEY) < 50:
    raise SettingError("The setting SECRET_KEY is missing or short: write 50 or more random characters.")

# A copy: whoever reads these settings beside others, as a test does, changes no connection of theirs.
DATABASES = {**base.DATABASES}
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"] = {
        **DATABASES["default"],
        "OPTIONS": {
            **DATABASES["default"].get("OPTIONS", {}),
            "pool": {"min_size": 1, "max_size": 8, "timeout": 10},
        },
    }

REQUIRE_SECOND_FACTOR = env.switch("REQUIRE_SECOND_FACTOR", True)
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 1)

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = [BASE_URL]
