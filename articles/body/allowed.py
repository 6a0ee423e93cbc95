"""The part of an HTML text that may stand in a body: known elements, known attributes, harmless addresses."""

import re
from collections.abc import Callable
from datetime import datetime

import nh3

from .posts import address_of
from .shapes import settled
from .videos import canonical

_TAGS = {
    "p", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br", "hr", "sub", "sup",
    "figure", "figcaption", "table", "thead", "tbody", "tr", "th", "td", "div", "section",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "data-article", "data-person"},
    "figure": {"data-photo", "data-video"},
    "blockquote": {"data-speaker", "data-post", "data-author", "data-time"},
    "div": {"data-gallery", "data-document", "data-article"},
    "section": {"data-entry", "data-time"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_LONGEST_AUTHOR = 120
_MOST_LOOKS = 100  # a text of the editor's takes two; empty marks within each other go one a look, as deep as a tree is
_SYNONYMS = ((re.compile(r"<(/?)b>"), r"<\1strong>"), (re.compile(r"<(/?)i>"), r"<\1em>"))
_EMPTY = re.compile(r"<(strong|em)></\1>|<(p|h2|h3|li|blockquote)>(?:\s|&nbsp;|<br>)*</\2>")
_MINUTE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_ENTRY = re.compile(r"[a-z0-9]{4,16}")
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ufffe\uffff]+")


def _number(value: str) -> str | None:
    return str(int(value)) if value.isascii() and value.isdigit() and len(value) < 12 else None


def _minute(value: str) -> str | None:
    """A real minute of the newsroom's clock: ``2025-06-30T15:45``."""
    if not (value.isascii() and _MINUTE.fullmatch(value)):
        return None
    try:
        datetime.fromisoformat(value)
    except ValueError:  # the thirtieth of February
        return None
    return value


def _author(value: str) -> str | None:
    return " ".join(_UNPRINTED.sub(" ", value).split())[:_LONGEST_AUTHOR].strip() or None


_CHECKS: dict[str, Callable[[str], str | None]] = {
    **dict.fromkeys(("data-photo", "data-speaker", "data-document", "data-article", "data-person"), _number),
    **dict.fromkeys(("colspan", "rowspan"), _number),
    "data-gallery": lambda value: "",
    "data-video": canonical,
    "data-post": address_of,
    "data-author": _author,
    "data-time": _minute,
    "data-entry": lambda value: value if _ENTRY.fullmatch(value) else None,
}


def _checked(element: str, attribute: str, value: str) -> str | None:
    check = _CHECKS.get(attribute)
    return check(value) if check else value


_CLEANER = nh3.Cleaner(
    tags=_TAGS | {"b", "i"},
    clean_content_tags={"script", "style", "template", "noscript", "iframe", "object", "svg", "math"},
    attributes=_ATTRIBUTES,
    attribute_filter=_checked,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


def sanitise(text: str) -> str:
    """The part of an HTML text that may stand in a body, each node in its stored shape.

    Idempotent. Ids are whole numbers or gone; empty paragraphs go; what is no whole node leaves its words.
    """
    # A wrapper taken away can leave a caption empty, or bring one list item into another: looked at until all is whole.
    for _look in range(_MOST_LOOKS):
        cleaned = _cleaned(text)
        if cleaned == text:
            break
        text = cleaned
    return text


def _cleaned(text: str) -> str:
    cleaned = _CLEANER.clean(text)
    for pattern, replacement in _SYNONYMS:
        cleaned = pattern.sub(replacement, cleaned)
    return _EMPTY.sub("", settled(cleaned)).strip()
