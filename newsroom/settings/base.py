"""What every way of running the site shares. Each name read from the environment stands in docs/operations.md."""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from . import env

BASE_DIR = Path(__file__).resolve().parent.parent.parent

# --- where we are ---------------------------------------------------------------------------------------------------
DATA_DIR = env.data_dir("DATA_DIR", BASE_DIR / "var")
SITE_NAME = env.text("SITE_NAME", "Чабалекей")
BASE_URL = env.web_address("BASE_URL", "http://localhost:8000")
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
TIME_ZONE = env.time_zone("TIME_ZONE", "Asia/Bishkek")
USE_TZ = True

# --- languages ------------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", _("Russian")), ("ky", _("Kyrgyz")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "newsroom" / "locale"]
USE_I18N = True

# --- the apps, top down: imports point the same way -----------------------------------------------------------------
INSTALLED_APPS = [
    "newsroom",
    "articles",
    "media_assets",
    "people",
    "search",
    "clock",
    "django_prose_editor",
    "js_asset",
    "taggit",
    "simple_history",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]
AUTH_USER_MODEL = "newsroom.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "newsroom.middleware.embedding_middleware",
    "newsroom.packing.packing_middleware",
    "clock.middleware.clock_middleware",
    "newsroom.middleware.edition_middleware",
    "newsroom.pagecache.page_cache_middleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "newsroom.middleware.desk_language_middleware",
    "allauth.account.middleware.AccountMiddleware",
    "newsroom.sign_in.middleware.second_factor_middleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.context.site",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- data -----------------------------------------------------------------------------------------------------------
DATABASES = {"default": env.database("DATABASE_URL", DATA_DIR / "newsroom.sqlite3")}
REDIS_URL = env.redis_address("REDIS_URL")
CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
        if REDIS_URL
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 2000}}
    )
}
STORAGES = {
    **env.storage("STORAGE_URL", DATA_DIR),
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "files"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# A pasted wire is text; pictures go to disk above this size, and one request holds at most a contact sheet of fields.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_PERMISSIONS = 0o640

# --- security -------------------------------------------------------------------------------------------------------
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        # The text editor's library writes one <style> of its own; its hash stands here so that no other may.
        # A new version of the library may change it: tests/articles/test_editor.py then says the new one.
        "style-src": [SELF, "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb", "interest-cohort")
}

# --- sign-in ---------------------------------------------------------------------------------------------------------
LOGIN_URL = LOGOUT_REDIRECT_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
AUTHENTICATION_BACKENDS = ["newsroom.sign_in.backends.LockBackend", "django.contrib.auth.backends.ModelBackend"]
REQUIRE_SECOND_FACTOR = env.switch("REQUIRE_SECOND_FACTOR", False)
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 0)
# A week: signing in costs a touch, a screen left open somewhere closes by itself, and nobody is put out in mid-shift.
SESSION_COOKIE_AGE = 7 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"  # a link to a draft, from a messenger, finds its reader signed in
CSRF_FAILURE_VIEW = "newsroom.views.errors.form_too_old"

ACCOUNT_ADAPTER = "newsroom.sign_in.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "newsroom.sign_in.forms.SignInForm",
    "reauthenticate": "newsroom.sign_in.forms.PasswordAgainForm",
}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
# Counted in the cache: without Redis, in each process for itself. Addresses are those of whole newsrooms. Passwords
# are counted by axes; `login_failed` counts the codes of one person, wherever they come from.
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "20/15m/key"}
MFA_ADAPTER = "newsroom.sign_in.adapters.FactorAdapter"
MFA_FORMS = {
    "authenticate": "newsroom.sign_in.forms.CodeForm",
    "reauthenticate": "newsroom.sign_in.forms.CodeAgainForm",
    "activate_totp": "newsroom.sign_in.forms.FirstCodeForm",
    "add_webauthn": "newsroom.sign_in.forms.AddPasskeyForm",
    "edit_webauthn": "newsroom.sign_in.forms.RenamePasskeyForm",
    "authenticate_webauthn": "newsroom.sign_in.forms.PasskeyForm",
    "reauthenticate_webauthn": "newsroom.sign_in.forms.PasskeyAgainForm",
    "login_webauthn": "newsroom.sign_in.forms.PasskeyAloneForm",
}
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # no mail is sent, none is verified
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}

AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "newsroom.sign_in.addresses.client_address"
AXES_LOCKOUT_CALLABLE = "newsroom.sign_in.locks.keep_page"
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
# What is left out of its rows and of the log. A login is, too: people type their password into that field.
AXES_SENSITIVE_PARAMETERS = ["username", "password", "code", "credential", "csrfmiddlewaretoken"]

# --- the desk -------------------------------------------------------------------------------------------------------
TAGGIT_CASE_INSENSITIVE = False  # the database cannot fold Cyrillic; articles.models.Tag compares by key
SIMPLE_HISTORY_HISTORY_ID_USE_UUID = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"pymorphy3": {"level": "WARNING"}, "axes": {"level": "WARNING"}},
}

# Which names become links, in each part of an article: none, the first of somebody, or all. A caption says who is who:
# links to bodies would only stand between the people.
NAME_LINKS = {
    "person": {"lede": "none", "caption": "all", "body": "first"},
    "organization": {"lede": "none", "caption": "none", "body": "first"},
}

# Whether the worker lets a language model propose people the rules do not find.
NEURAL_NAMES = env.language_model("NEURAL_NAMES")
