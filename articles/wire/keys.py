"""When two imports are the same text: same words in the same body paragraphs."""

import hashlib

from search.words import words

from .blocks import text_of


def text_key(body_html: str) -> str:
    """A key that neither headline, markup, typography nor spacing changes; empty paragraphs do not count."""
    paragraphs = (" ".join(words(line)) for line in text_of(body_html).split("\n"))
    return hashlib.sha256("\n".join(filter(None, paragraphs)).encode()).hexdigest()
