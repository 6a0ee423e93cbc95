"""Tests: quick hashing, tasks at once, data in a folder of their own."""

import os
import tempfile

# Each process writes to its own folder, also under xdist.
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="newsroom-test-")

from .base import *

DEBUG = False
SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
LOGGING = {}
