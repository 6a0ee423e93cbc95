"""What search needs of the machine."""

import sqlite3
from typing import Any

from django.core.checks import Error, register
from django.db import connection


@register()
def check_full_text(app_configs: Any, **kwargs: Any) -> list[Error]:
    """SQLite keeps the index in an FTS5 table, which a few builds of Python leave out."""
    if connection.vendor != "sqlite" or has_full_text():
        return []
    return [
        Error(
            "The SQLite of this Python has no full-text search (FTS5): search cannot work.",
            hint="Use the Python of python.org or of your distribution, or PostgreSQL (set DATABASE_URL).",
            id="search.E001",
        )
    ]


def has_full_text() -> bool:
    memory = sqlite3.connect(":memory:")
    try:
        memory.execute("CREATE VIRTUAL TABLE tried USING fts5(words)")
    except sqlite3.OperationalError:
        return False
    finally:
        memory.close()
    return True
