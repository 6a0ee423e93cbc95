"""The bag of marks in a PostgreSQL tsvector without positions, made of whole lexemes: no dictionary changes them."""

from collections.abc import Collection

from ..asked import Asked

CREATE = """
CREATE TABLE search_marks (
    entry_id bigint PRIMARY KEY,
    marks tsvector NOT NULL
);
CREATE INDEX search_marks_gin ON search_marks USING gin (marks);
"""
DROP = "DROP TABLE search_marks"
FIND = "SELECT entry_id FROM search_marks WHERE marks @@ %s::tsquery"
INSERT = (
    "INSERT INTO search_marks (entry_id, marks) VALUES (%s, array_to_tsvector(%s::text[])) "
    "ON CONFLICT (entry_id) DO UPDATE SET marks = excluded.marks"
)
DELETE = "DELETE FROM search_marks WHERE entry_id = %s"
CLEAR = "DELETE FROM search_marks"


def bag(marks: Collection[str]) -> list[str]:
    return list(marks)


def written(asked: Asked) -> str:
    """The question as a tsquery: ``('a_x' | 'a_y') & ('t_z':*) & !('a_v')``."""
    found = " & ".join(map(_any_of, asked.all_of))
    return f"{found} & !{_any_of(asked.none_of)}" if asked.none_of else found


def _any_of(marks: Collection[str]) -> str:
    return f"({' | '.join(map(_quoted, sorted(marks)))})"


def _quoted(mark: str) -> str:
    return f"'{mark[:-1]}':*" if mark.endswith("*") else f"'{mark}'"
