"""Tests: quick hashing, tasks at once, data in a folder of their own."""

import atexit
import os
import shutil
import tempfile

# Each process writes to its own folder, also under xdist.
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="newsroom-test-")
atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)

from .base import *

DEBUG = False
SECRET_KEY = "only-for-tests"
STATIC_ROOT.mkdir()
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
# Every page is made anew; tests of the page cache ask for one.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
LOGGING = {}

# A file, as in life: threads share it under SQLite's real locks, which a database in memory has not.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"}
