"""Settings from the environment, each refused with a sentence when it is malformed."""

import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

from people.names.unknown import neural

T = TypeVar("T")

env = Env()


class SettingError(ImproperlyConfigured):
    """A setting that cannot be used; the message is one sentence for the person who set it."""


def read(name: str, parse: Callable[[], T], advice: str) -> T:
    """The value of a setting, or a sentence that names it and says what to write instead."""
    try:
        return parse()
    except (EnvError, ValueError, KeyError, TypeError, OSError) as error:
        raise SettingError(f"The setting {name} cannot be used: {advice}") from error


def needs(name: str, module: str, package: str) -> None:
    """Refuse a setting whose optional package is not installed."""
    if find_spec(module) is None:
        raise SettingError(f"The setting {name} needs a package: run pip install '{package}', or leave {name} out.")


def text(name: str, default: str) -> str:
    """A setting of words; empty counts as unset."""
    return env.str(name, default).strip() or default


def hosts(name: str, default: list[str]) -> list[str]:
    """Host names separated by commas."""

    def parse() -> list[str]:
        found = [host.strip() for host in env.list(name, default)]
        if any("/" in host or " " in host or not host for host in found):
            raise ValueError(name)
        return found

    return read(name, parse, "write host names separated by commas, such as news.example,www.news.example.")


def time_zone(name: str, default: str) -> str:
    """The name of a time zone that this machine knows."""

    def parse() -> str:
        return ZoneInfo(text(name, default)).key

    return read(name, parse, "write the name of a time zone, such as Asia/Bishkek.")


def web_address(name: str, default: str) -> str:
    """The site's own address, without a slash at the end."""

    def parse() -> str:
        address = text(name, default).rstrip("/")
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
            raise ValueError(name)
        return address

    return read(name, parse, "write the site's address with its scheme, such as https://news.example.")


def data_dir(name: str, default: Path) -> Path:
    """The folder of everything the site keeps; made if it is missing, refused if it cannot be written."""

    def parse() -> Path:
        folder = Path(text(name, str(default))).expanduser().resolve()
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise OSError(folder)
        return folder

    return read(name, parse, "write the path of a folder that this user may write to.")


def database(name: str, default_file: Path) -> dict:
    """The database to connect to: SQLite beside the data unless a URL names another."""

    def parse() -> dict:
        if not env.str(name, "").strip():
            return {"ENGINE": "django.db.backends.sqlite3", "NAME": default_file}
        found = env.dj_db_url(name)
        if found["ENGINE"] not in _DATABASES:
            raise ValueError(name)
        return dict(found)

    found = read(
        name,
        parse,
        "write postgresql://user:password@host:5432/name or sqlite:////folder/news.sqlite3, "
        "or leave it out to keep SQLite in DATA_DIR.",
    )
    return {**found, **_DATABASES[found["ENGINE"]]}


# With IMMEDIATE transactions a writer waits for its turn instead of failing in the middle; WAL lets readers read on.
_DATABASES = {
    "django.db.backends.sqlite3": {
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;",
        }
    },
    "django.db.backends.postgresql": {},
}


def redis_address(name: str) -> str:
    """Where Redis answers, or nothing."""

    def parse() -> str:
        address = env.str(name, "").strip()
        if address and urlsplit(address).scheme not in {"redis", "rediss", "unix"}:
            raise ValueError(name)
        return address

    address = read(name, parse, "write redis://host:6379/0, or leave it out to do without Redis.")
    if address:
        needs(name, "redis", "redis[hiredis]")
    return address


def switch(name: str, default: bool) -> bool:
    """A setting that is on or off; empty counts as unset."""

    def parse() -> bool:
        return env.bool(name) if env.str(name, "").strip() else default

    return read(name, parse, "write on or off.")


def number(name: str, default: int) -> int:
    """A whole number, nought or more."""

    def parse() -> int:
        found = env.int(name) if env.str(name, "").strip() else default
        if found < 0:
            raise ValueError(name)
        return found

    return read(name, parse, "write a whole number, such as 1.")


def language_model(name: str) -> bool:
    """Whether the language model for names is turned on; off unless the setting says otherwise."""
    is_on = switch(name, False)
    if is_on and not neural.is_installed():
        raise SettingError(f"The setting {name} cannot be used. {neural.HOW_TO_INSTALL}")
    return is_on


def storage(name: str, data: Path) -> dict[str, dict]:
    """Where pictures are kept: folders under DATA_DIR, or a bucket named as ``s3://bucket?endpoint_url=…``.

    Both stores are private: a picture leaves only through a view that asks whether it is public now.
    """

    def parse() -> dict[str, dict]:
        address = env.str(name, "").strip()
        if not address:
            return {alias: _folder(data / alias) for alias in ("originals", "renditions")}
        parts = urlsplit(address)
        options = {key: values[-1] for key, values in parse_qs(parts.query, strict_parsing=bool(parts.query)).items()}
        if parts.scheme != "s3" or not parts.hostname or set(options) - {"endpoint_url", "region_name"}:
            raise ValueError(name)
        return {alias: _bucket(parts.hostname, alias, options) for alias in ("originals", "renditions")}

    found = read(
        name,
        parse,
        "write s3://bucket?endpoint_url=https://host&region_name=name, or leave it out for files in DATA_DIR.",
    )
    if "bucket_name" in found["originals"]["OPTIONS"]:
        needs(name, "storages", "django-storages[s3]")
    return found


def _folder(location: Path) -> dict:
    return {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": location, "base_url": None, "directory_permissions_mode": 0o750},
    }


def _bucket(bucket: str, prefix: str, options: dict[str, str]) -> dict:
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "location": prefix,
            "default_acl": "private",
            # Two cameras call their files IMG_0001.jpg; a copy of a photo is written anew when its words change.
            "file_overwrite": prefix == "renditions",
            **options,
        },
    }
