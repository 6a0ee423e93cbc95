"""Our ends are the first day no longer held; Popolo and schema.org want the last day, both as exact as it is known."""

from datetime import timedelta
from typing import Any

from people.dates import PartialDate


def last_day(end: Any) -> str:
    """The last day before ``end``, a PartialDate; empty for None.

    A known day steps back by one, a month or a year stays what it is.
    """
    if end is None:
        return ""
    return str(PartialDate.of(end.earliest - timedelta(days=1)) if end.day else end)
