"""Strangers' HTML made safe and well-formed, in time that grows with its length only."""

import re

import nh3

from .records import WireError

BODY_TAGS = {
    "p", "h2", "h3", "blockquote", "ul", "ol", "li", "strong", "em", "a", "br", "table", "tr", "td", "th",
}  # fmt: skip
_SOURCE_TAGS = BODY_TAGS | {
    "h1", "h4", "h5", "h6", "b", "i", "span", "div", "section", "article", "header", "footer", "main", "address",
    "figure", "figcaption", "dl", "dt", "dd", "pre", "hr", "img", "iframe", "video", "audio", "embed", "object",
    "thead", "tbody", "tfoot", "caption",
}  # fmt: skip
_INVISIBLE_TAGS = {"script", "style", "title", "template", "noscript", "svg", "math"}
_OPEN_OR_CLOSE = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,30})")
# Tags that HTML closes by itself, so that thousands may be open in an honest text.
_SELF_CLOSING = {
    "p", "li", "tr", "td", "th", "dt", "dd", "option", "br", "hr", "img", "meta", "link", "input", "col", "wbr",
    "source", "embed", "html", "head", "body", "thead", "tbody", "tfoot",
}  # fmt: skip
_MAX_DEPTH = 500


def sanitise(html: str) -> str:
    """The page with the tags a story may come in; scripts, styles and comments gone with what they hold.

    Raises:
        WireError: tags nested deeper than any editor's program does.
    """
    html = _without_comments(html)
    _refuse_deep_nesting(html)
    return nh3.clean(
        html,
        tags=_SOURCE_TAGS,
        clean_content_tags=_INVISIBLE_TAGS,
        attributes={
            "a": {"href"}, "img": {"src", "alt"}, "iframe": {"src"}, "video": {"src"}, "audio": {"src"},
            "embed": {"src"}, "object": {"data"}, "b": {"style"}, "i": {"style"}, "span": {"style"},
        },
        url_schemes={"http", "https", "mailto", "picture", "format", "linked"},
        url_relative="deny",
        link_rel=None,
        filter_style_properties={"font-weight", "font-style"},
    )  # fmt: skip


def sanitise_body(html: str) -> str:
    """A part of an article's body: the tags it may hold and links, nothing else."""
    return nh3.clean(
        html,
        tags=BODY_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        url_relative="deny",
        link_rel=None,
    )


def _without_comments(html: str) -> str:
    """Word hides pages of XML in comments. An unclosed one is left to the sanitiser."""
    kept, position = [], 0
    while (start := html.find("<!--", position)) >= 0 and (end := html.find("-->", start)) >= 0:
        kept.append(html[position:start])
        position = end + 3
    return "".join([*kept, html[position:]])


def _refuse_deep_nesting(html: str) -> None:
    """Building a tree of 200,000 tags inside one another takes minutes; the newsroom has seconds."""
    open_tags: dict[str, int] = {}
    depth = 0
    for match in _OPEN_OR_CLOSE.finditer(html):
        tag = match[2].lower()
        if tag in _SELF_CLOSING:
            continue
        if not match[1]:
            open_tags[tag] = open_tags.get(tag, 0) + 1
            depth += 1
        elif open_tags.get(tag):
            open_tags[tag] -= 1
            depth -= 1
        if depth > _MAX_DEPTH:
            raise WireError("too_deep", line=html.count("\n", 0, match.start()) + 1)
