"""A developer's own machine."""

from .base import *

DEBUG = True
SECRET_KEY = env.text("SECRET_KEY", "only-for-a-developer's-own-machine")
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
