"""Text as XML can hold it. An old editor or a PDF leaves a form feed or a vertical tab in what is pasted."""

import re

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """The text without the characters that would make a whole file unreadable."""
    return _NOT_IN_XML.sub("", text)
