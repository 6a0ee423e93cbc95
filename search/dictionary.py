"""One Russian dictionary for the whole process, made when first asked for: loading it costs 0.2 seconds."""

from functools import cache

import pymorphy3


@cache
def analyzer() -> pymorphy3.MorphAnalyzer:
    """The dictionary and its guesses for unknown words; tags are OpenCorpora grammemes."""
    return pymorphy3.MorphAnalyzer(lang="ru")
