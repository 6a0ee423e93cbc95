"""Whether the words of a phrase stand in a row in a text, in any case form. Plain Python.

The index knows no places (ADR 20). Few entries have all words of a phrase; their texts are read.
"""

from collections.abc import Sequence

from .forms import keys_asked, keys_of, words_in


def has_phrase(text: str, phrase: Sequence[str], language: str) -> bool:
    """True when some stretch of the text reads as the phrase does, whatever the endings."""
    first, *others = (keys_asked(word) for word in phrase)
    written = words_in(text)
    last = len(written) - len(phrase)
    return any(
        not first.isdisjoint(keys_of(word, language))
        and all(keys & keys_of(written[place + at], language) for at, keys in enumerate(others, 1))
        for place, word in enumerate(written)
        if place <= last
    )
