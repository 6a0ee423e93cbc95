#!/usr/bin/env python
"""Every task of the site's operator."""

import os
import sys


def main() -> None:
    # The demo is served as production is; every other command is a developer's unless the operator says otherwise.
    settings = "demo" if sys.argv[1:2] == ["demo"] else "dev"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"newsroom.settings.{settings}")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
