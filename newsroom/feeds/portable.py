"""HTML that is read elsewhere: in a feed reader, on another site, years later."""

import re

import nh3
from django.conf import settings

# fmt: off
_TAGS = {
    "p", "h2", "h3", "ul", "ol", "li", "blockquote", "footer", "hr", "br", "strong", "em", "b", "i", "u", "s", "sub",
    "sup", "a", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "img", "section", "time",
}
# fmt: on
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "time": {"datetime"},
    "th": {"colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"},
}
_CREDIT = re.compile(r'(?<!</p>)(?<!<figcaption>)(?<!\s)\s*(<span class="credit">)')
_SPACES = re.compile("[ \t\n]+")


def portable(html: str) -> str:
    """The drawn HTML without what lives from our pages alone: classes, sizes by screen, marks on pictures, own paths.

    Every address begins with the site's own (``BASE_URL``); a link within the page leads nowhere and is none.
    """
    cleaned = nh3.clean(
        _CREDIT.sub(r"<br>\1", html),  # without our styles a credit would run on from what stands before it
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        clean_content_tags={"svg", "script", "style"},
        attribute_filter=_absolute,
        link_rel=None,
    )
    return _SPACES.sub(" ", cleaned).strip()


def _absolute(tag: str, attribute: str, value: str) -> str | None:
    if attribute not in {"href", "src"}:
        return value
    if value.startswith("#"):
        return None
    return f"{settings.BASE_URL}{value}" if value.startswith("/") else value
