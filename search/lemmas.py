"""Words in every case form as one: what a record is found by, and what a searcher may have meant."""

from functools import lru_cache

from .dictionary import analyzer
from .words import search_key, words


@lru_cache(maxsize=1 << 13)
def lemmas(word: str) -> frozenset[str]:
    """A folded word with the dictionary forms of all its readings: «кулубаевым» is also «кулубаев».

    All of them, since the likeliest reading of a surname is often a wrong one.
    """
    return frozenset({word, *(search_key(parse.normal_form) for parse in analyzer().parse(word))})


def lemma_text(text: str) -> str:
    """The words of a text and their dictionary forms, a space around each, to be looked into for whole words."""
    found = dict.fromkeys(lemma for word in words(text) for lemma in sorted(lemmas(word)))
    return f" {' '.join(found)} " if found else ""
