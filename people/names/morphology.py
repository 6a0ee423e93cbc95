"""One Russian dictionary for the whole process, made when first asked for: loading it costs 0.2 seconds."""

from functools import cache, lru_cache
from typing import Any

import pymorphy3


@cache
def analyzer() -> pymorphy3.MorphAnalyzer:
    """The dictionary and its guesses for unknown words; tags are OpenCorpora grammemes."""
    return pymorphy3.MorphAnalyzer(lang="ru")


def parses(word: str) -> tuple[Any, ...]:
    """Every reading of one word, likeliest first. Only a single letter is read otherwise as a capital: an initial."""
    return _parses(word if len(word) == 1 or word.isascii() else word.lower())


@lru_cache(maxsize=1 << 13)
def _parses(word: str) -> tuple[Any, ...]:
    """Names and their neighbours repeat within a text, so the latest answers are kept."""
    return tuple(analyzer().parse(word))
