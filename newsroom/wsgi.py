"""The site for a WSGI server such as gunicorn."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings.production")

try:
    application = get_wsgi_application()
except ImproperlyConfigured as error:
    # A malformed setting is one sentence here too. Gunicorn takes code 4 for "the site cannot be loaded" and stops
    # instead of trying again for ever.
    print(error, file=sys.stderr)
    sys.exit(4)
