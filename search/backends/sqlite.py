"""The bag of marks in SQLite's FTS5.

No positions are kept (``detail=none``), which makes the index small. The tokenizer ``ascii`` takes every other letter
as it is: marks are folded already, and Unicode's younger letters stay whole.
"""

from collections.abc import Collection

from ..asked import Asked

CREATE = (
    "CREATE VIRTUAL TABLE search_marks USING fts5("
    "marks, tokenize=\"ascii tokenchars '_'\", detail=none, columnsize=0, prefix='4 5')"
)
DROP = "DROP TABLE search_marks"
FIND = "SELECT rowid FROM search_marks WHERE search_marks MATCH %s"
INSERT = "INSERT OR REPLACE INTO search_marks (rowid, marks) VALUES (%s, %s)"
DELETE = "DELETE FROM search_marks WHERE rowid = %s"
CLEAR = "DELETE FROM search_marks"


def bag(marks: Collection[str]) -> str:
    return " ".join(marks)


def written(asked: Asked) -> str:
    """The question in FTS5's words: ``("a_x" OR "a_y") AND ("t_z"*) NOT ("a_v")``."""
    found = " AND ".join(map(_any_of, asked.all_of))
    return f"({found}) NOT {_any_of(asked.none_of)}" if asked.none_of else found


def _any_of(marks: Collection[str]) -> str:
    return f"({' OR '.join(map(_quoted, sorted(marks)))})"


def _quoted(mark: str) -> str:
    return f'"{mark[:-1]}"*' if mark.endswith("*") else f'"{mark}"'
