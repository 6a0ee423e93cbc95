"""What changed between two texts, word by word, for people to read."""

import difflib
import re
from collections.abc import Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

# A word with the space after it: spaces by themselves are alike everywhere, and to pair each of five thousand with
# each took a minute of whoever opened a long story after a crash.
_WORDS = re.compile(r"^\s+|\S+\s*")


def word_diff(old: str, new: str) -> SafeString:
    """The new text with what was added in ``ins`` and what was taken away in ``del``; everything escaped.

    Two texts that differ in spaces alone are the same words.
    """
    return format_html_join("", "{}", ((piece,) for piece in _pieces(_WORDS.findall(old), _WORDS.findall(new))))


def _pieces(old: list[str], new: list[str]) -> Iterator[str | SafeString]:
    before, after = ([word.strip() for word in words] for words in (old, new))
    for kind, a, b, c, d in difflib.SequenceMatcher(None, before, after).get_opcodes():
        if kind == "equal":
            yield "".join(new[c:d])
            continue
        if b > a:
            yield _marked("del", old[a:b])
        if d > c:
            yield _marked("ins", new[c:d])


def _marked(element: str, words: list[str]) -> SafeString:
    """The words in their element, and the space after them beside it."""
    text = "".join(words)
    bare = text.rstrip()
    return format_html("<{0}>{1}</{0}>{2}", element, bare, text[len(bare) :])
