"""The table of marks, in the full-text index each database has: put in, taken out, asked.

Both keep an entry as a bag of marks and answer only «has it this one». Where the words stand, which are better and
what is shown is worked out above, once: so both find the same, in the same order.
"""

from collections.abc import Collection, Iterable
from types import ModuleType

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from ..asked import Asked
from . import postgresql, sqlite

_BACKENDS: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgresql}


def of(vendor: str) -> ModuleType:
    """The module for a database; ``CREATE`` and ``DROP`` there are for the migration."""
    return _BACKENDS[vendor]


def holding(asked: Asked) -> Q:
    """The condition that an entry has what is asked."""
    backend = of(connection.vendor)
    return Q(pk__in=RawSQL(backend.FIND, [backend.written(asked)]))  # noqa: S611 - the words are a parameter


def insert(bags: Iterable[tuple[int, Collection[str]]]) -> None:
    """Keep the marks of these entries."""
    backend = of(connection.vendor)
    with connection.cursor() as cursor:
        cursor.executemany(backend.INSERT, [(entry, backend.bag(marks)) for entry, marks in bags])


def delete(entries: Collection[int]) -> None:
    """Forget the marks of these entries."""
    with connection.cursor() as cursor:
        cursor.executemany(of(connection.vendor).DELETE, [(entry,) for entry in entries])


def clear() -> None:
    """Forget everything."""
    with connection.cursor() as cursor:
        cursor.execute(of(connection.vendor).CLEAR)
