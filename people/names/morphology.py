"""What the Russian dictionary says of a word, the latest answers kept."""

from functools import lru_cache
from typing import Any

from search.dictionary import analyzer


def parses(word: str) -> tuple[Any, ...]:
    """Every reading of one word, likeliest first. Only a single letter is read otherwise as a capital: an initial."""
    return _parses(word if len(word) == 1 or word.isascii() else word.lower())


@lru_cache(maxsize=1 << 13)
def _parses(word: str) -> tuple[Any, ...]:
    """Names and their neighbours repeat within a text, so the latest answers are kept."""
    return tuple(analyzer().parse(word))
