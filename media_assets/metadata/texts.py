"""Text made fit for a file or a screen: without control characters, and short enough without half a letter."""

import re
import unicodedata

# Control characters, halves of surrogate pairs and what XML 1.0 forbids; tabs and newlines are spaces to us.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_NEWLINES = re.compile(r"\r\n?|\u2028|\u2029")
_SPACES_IN_LINE = re.compile(r"[^\S\n]+")
_SPACES_AROUND_NEWLINE = re.compile(r" ?\n ?")
_JOINER = "\u200d"
_NEAR = 20  # characters one may lose for a whole word at the end


def tidy(text: str) -> str:
    """The text in NFC, trimmed, with its lines and without control characters or runs of spaces."""
    text = _FORBIDDEN.sub("", _NEWLINES.sub("\n", unicodedata.normalize("NFC", text)))
    return _SPACES_AROUND_NEWLINE.sub("\n", _SPACES_IN_LINE.sub(" ", text)).strip()


def one_line(text: str) -> str:
    """The text tidied, on one line."""
    return " ".join(tidy(text).split())


def cut(text: str, most_bytes: int) -> str:
    """As much of the text as fits in UTF-8: whole letters with their accents, whole words where one ends nearby.

    IIM counts bytes, and a Cyrillic letter is two: of «Пресс-служба Президента» a credit line holds «Пресс-служба».
    """
    encoded = text.encode("utf-8", "ignore")
    if len(encoded) <= most_bytes:
        return text
    end = len(encoded[:most_bytes].decode("utf-8", "ignore"))
    while end and _joined(text, end):
        end -= 1
    if not text[end].isspace():
        space = max(text.rfind(mark, 0, end) for mark in (" ", "\n"))
        if space > end // 2 and end - space <= _NEAR:
            end = space
    return text[:end].rstrip(" \n,;:–—-")


def _joined(text: str, place: int) -> bool:
    """Whether the characters around a place are one letter to a reader: an accent, a family of emoji."""
    after = text[place]
    return (
        after == _JOINER
        or text[place - 1] == _JOINER
        or unicodedata.category(after).startswith("M")
        or "\U0001f3fb" <= after <= "\U0001f3ff"  # the colour of a skin
    )
