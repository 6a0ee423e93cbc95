"""Whether the words of a phrase stand in a row in a text, in any case form. Plain Python.

The index knows no places (ADR 20). Few entries have all words of a phrase; their texts are read.
"""

from collections.abc import Sequence

from .forms import keys_asked, keys_of, words_in


def has_phrase(text: str, phrase: Sequence[str], language: str) -> bool:
    """True when some stretch of the text reads as the phrase does, whatever the endings."""
    asked = [keys_asked(word) for word in phrase]
    written = [keys_of(word, language) for word in words_in(text)]
    return any(
        all(keys & there for keys, there in zip(asked, written[place:], strict=False))
        for place in range(len(written) - len(phrase) + 1)
    )
