"""The marks an entry is indexed by: each key of each of its words, and where that stands. Plain Python.

``a_`` anywhere, ``h_`` in the head (title, names, lede), ``t_`` in the title; ``w_`` a word exactly as it is written;
``p_7`` speaks of person 7; ``k_story`` and ``k_story_ru`` what it is. No word of a text has an underscore, so none is
taken for another kind of mark.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .forms import keys_of, words_in
from .words import search_key

ANYWHERE, HEAD, TITLE, WRITTEN, PERSON = "a_", "h_", "t_", "w_", "p_"


def mark_of_kind(kind: str, language: str = "") -> str:
    """The mark of all entries of a kind, or of those of a kind in one language."""
    return f"k_{kind}_{language}" if language else f"k_{kind}"


@dataclass(frozen=True)
class Document:
    """What is said in one entry. ``names`` are words it is found by besides, such as other spellings of a name."""

    kind: str
    subject: int
    title: str
    lede: str = ""
    body: str = ""
    names: str = ""
    language: str = ""
    section: int | None = None
    people: frozenset[int] = field(default_factory=frozenset)


def marks_of(document: Document) -> frozenset[str]:
    """Every mark of the document; costs a look into the dictionary for each of its words, so no lock is held."""
    language = document.language
    title, head = words_in(document.title), words_in(f"{document.lede}\n{document.names}")
    body = words_in(document.body)
    marks = {f"{PERSON}{person}" for person in document.people}
    marks |= {mark_of_kind(document.kind), mark_of_kind(document.kind, language)}
    marks |= _placed(title, language, (ANYWHERE, HEAD, TITLE))
    marks |= _placed(head, language, (ANYWHERE, HEAD))
    marks |= _placed(body, language, (ANYWHERE,))
    marks |= {WRITTEN + search_key(word) for word in (*title, *head, *body)}
    return frozenset(marks)


def _placed(words: Iterable[str], language: str, places: tuple[str, ...]) -> set[str]:
    return {place + key for word in set(words) for key in keys_of(word, language) for place in places}
