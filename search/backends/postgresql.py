"""The bag of marks in a PostgreSQL tsvector without positions, made of whole lexemes: no dictionary changes them.

A question goes through a function that may not read the table row by row: the planner takes the vectors for short,
since they stand apart from their rows, and reading all of them took a second where the index takes a hundredth.
"""

from collections.abc import Collection

from ..asked import Asked

CREATE = """
CREATE TABLE search_marks (
    entry_id bigint PRIMARY KEY,
    marks tsvector NOT NULL
);
CREATE INDEX search_marks_gin ON search_marks USING gin (marks);
CREATE FUNCTION search_entries_marked(asked tsquery) RETURNS SETOF bigint
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000 SET enable_seqscan = off
    AS 'SELECT entry_id FROM search_marks WHERE marks @@ asked';
"""
DROP = """
DROP FUNCTION search_entries_marked;
DROP TABLE search_marks;
"""
FIND = "SELECT search_entries_marked(%s::tsquery)"
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
    if mark.endswith("*"):
        return f"{_quoted(mark[:-1])}:*"
    lexeme = mark.replace("\\", "\\\\").replace("'", "''")
    return f"'{lexeme}'"
