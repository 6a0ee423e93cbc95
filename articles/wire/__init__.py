"""Wire text in: what editors paste, read into a filled draft whose every guess is visible.

Plain Python, free of Django. ``read`` gives the drafts; ``apply_repairs`` makes those repairs an editor accepted;
``text_key`` tells whether two drafts are the same text.
"""

from .keys import text_key
from .reading import read
from .records import Guess, Removed, Repair, Wire, WireCaption, WireError, WirePicture, WireQuote
from .repairs import apply_repairs, find_repairs, mended, mended_html

__all__ = [
    "Guess", "Removed", "Repair", "Wire", "WireCaption", "WireError", "WirePicture", "WireQuote", "apply_repairs",
    "find_repairs", "mended", "mended_html", "read", "text_key",
]  # fmt: skip
