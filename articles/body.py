"""Body HTML: what may stand in it, and what stands in it.

Sanitised when saved and again when rendered, so that no import or old row can bring a script to a reader.
"""

import html
import re
from dataclasses import dataclass

import nh3

_TAGS = {
    "p", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br", "hr", "sub", "sup",
    "figure", "figcaption", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href"},
    "figure": {"data-photo"},
    "blockquote": {"data-speaker"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_NUMERIC = {"data-photo", "data-speaker", "colspan", "rowspan"}
_SYNONYMS = ((re.compile(r"<(/?)b>"), r"<\1strong>"), (re.compile(r"<(/?)i>"), r"<\1em>"))
_EMPTY_BLOCK = re.compile(r"<(p|h2|h3|li|blockquote)>(?:\s|&nbsp;|<br>)*</\1>")
_FIGURE = re.compile(r'<figure data-photo="(\d+)">(.*?)</figure>', re.DOTALL)
_QUOTE = re.compile(r'<blockquote(?: data-speaker="(\d+)")?>(.*?)</blockquote>', re.DOTALL)
_FIGCAPTION = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def _checked(element: str, attribute: str, value: str) -> str | None:
    if attribute in _NUMERIC:
        return str(int(value)) if value.isascii() and value.isdigit() and len(value) < 12 else None
    return value


_CLEANER = nh3.Cleaner(
    tags=_TAGS | {"b", "i"},
    clean_content_tags={"script", "style", "template", "noscript", "iframe", "object", "svg", "math"},
    attributes=_ATTRIBUTES,
    attribute_filter=_checked,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


def sanitise(text: str) -> str:
    """The part of an HTML text that may stand in a body: known elements, known attributes, harmless addresses.

    Idempotent. Ids are whole numbers or gone; empty paragraphs go.
    """
    cleaned = _CLEANER.clean(text)
    for pattern, replacement in _SYNONYMS:
        cleaned = pattern.sub(replacement, cleaned)
    cleaned = cleaned.replace("<strong></strong>", "").replace("<em></em>", "")
    while (shorter := _EMPTY_BLOCK.sub("", cleaned)) != cleaned:
        cleaned = shorter
    return cleaned.strip()


def is_empty(body: str) -> bool:
    """True when readers would find neither words nor pictures."""
    return not _FIGURE.search(body) and not html.unescape(_TAG.sub("", body)).strip()


@dataclass(frozen=True)
class Figure:
    """A photo placed in the body, with its caption as plain text."""

    photo: int
    caption: str


@dataclass(frozen=True)
class Quotation:
    """A quote set apart in the body: the words said, and the speaker an editor chose."""

    words: str
    speaker: int | None


def figures(body: str) -> list[Figure]:
    """The photos of a sanitised body in reading order."""
    return [Figure(int(photo), plain("".join(_FIGCAPTION.findall(inner)))) for photo, inner in _FIGURE.findall(body)]


def quotations(body: str) -> list[Quotation]:
    """The quotes of a sanitised body in reading order; words outside «…» (who said it) are no part of them."""
    found = []
    for speaker, inner in _QUOTE.findall(body):
        text = plain(inner)
        said = re.match(r"«(.+)»(?=[^«»]*$)", text, re.DOTALL)
        found.append(Quotation(said[1].strip() if said else text, int(speaker) if speaker else None))
    return found


def plain(fragment: str) -> str:
    """The words of an HTML fragment, entities decoded, spaces single."""
    return " ".join(html.unescape(_TAG.sub(" ", fragment)).split())


def replace_figures(body: str, render) -> str:
    """The body with each figure replaced by ``render(photo_id, caption_html)``."""
    return _FIGURE.sub(lambda match: render(int(match[1]), "".join(_FIGCAPTION.findall(match[2]))), body)


def replace_quotes(body: str, render) -> str:
    """The body with each quote replaced by ``render(position, inner_html)``."""
    position = iter(range(len(body)))
    return _QUOTE.sub(lambda match: render(next(position), match[2]), body)
