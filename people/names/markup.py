"""Between article HTML and its plain text: what a reader reads, where it stands, links put around names.

The input is sanitised HTML. Tags are scanned, never rebuilt, so every byte that is not a new link stays.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape

_BLOCK_NAMES = """
    address article aside blockquote body caption dd details div dl dt figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul
"""
_VOID_NAMES = "area base br col embed hr img input link meta source track wbr"
_INLINE_NAMES = "abbr b bdi bdo cite dfn em i mark q s small span strong sub sup time u wbr"
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_VOID = frozenset(_VOID_NAMES.split())
# What a link may hold: a name is partly bold or in italics, never partly a picture.
_INLINE = frozenset(_INLINE_NAMES.split())
_UNREAD = frozenset(("script", "style", "template", "title"))
_CREDIT = "credit"  # stands for the names of tags that are not read, so no link is put around them
_TOKEN = re.compile(
    r"(?P<comment><!--.*?-->)"
    r"|<(?P<closing>/?)(?P<name>[a-zA-Z][\w-]*)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^'\">])*)>"
    r"|(?P<entity>&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]\w*);)"
    r"|(?P<letters>[^<&\s]+(?: [^<&\s]+)*)"  # with the single spaces between them: half the tokens
    r"|(?P<other>.)",
    re.DOTALL,
)
_CLASS = re.compile(r"\bclass\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
_BLANK = " \n\t\r\f"


@dataclass(frozen=True, slots=True)
class Link:
    """Words of the plain text, half-open code-point offsets, and the attributes of the ``a`` around them."""

    start: int
    end: int
    surface: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and where it stands in the HTML."""

    start: int
    end: int
    name: str
    is_closing: bool


@dataclass(frozen=True, slots=True)
class TextMap:
    """The plain text of article HTML and, for each of its code points, where that stands in the HTML.

    A line break made by a block takes no place: it starts and ends at the tag.
    """

    text: str
    starts: list[int]
    ends: list[int]
    in_anchor: list[bool]
    tags: list[Tag]


def text_of(html: str) -> str:
    """THE plain text of article HTML: every offset of a name counts in it.

    Blocks and ``<br>`` end a line, entities are decoded, spaces at the start of a line and line breaks of the
    source are no text, and credits (class ``credit``) are left out.
    """
    return map_text(html).text


@lru_cache(maxsize=4)
def map_text(html: str) -> TextMap:
    """The plain text of the HTML with the place of each code point; nobody changes what is kept here.

    One reading of an article asks it of the same body four times: for its names, people's links, organizations' links.
    """
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    in_anchor: list[bool] = []
    tags: list[Tag] = []
    open_names: list[str] = []
    unread_depth = 0  # how many elements were open when an unread one began; 0 while reading
    for token in _TOKEN.finditer(html):
        start, end = token.span()
        if token["name"]:
            name, is_closing = token["name"].lower(), bool(token["closing"])
            if is_closing and name in open_names:
                while open_names.pop() != name:
                    pass
                unread_depth = 0 if len(open_names) < unread_depth else unread_depth
            elif not is_closing and name not in _VOID:
                open_names.append(name)
                if not unread_depth and (name in _UNREAD or "credit" in _classes(token["rest"])):
                    unread_depth = len(open_names)
            tags.append(Tag(start, end, _CREDIT if unread_depth else name, is_closing))
            ends_line = name in _BLOCKS and letters and letters[-1] != "\n"
            if ends_line or (name == "br" and not unread_depth):
                letters.append("\n")
                starts.append(start)
                ends.append(start)
                in_anchor.append(False)
        elif unread_depth or token["comment"]:
            continue
        elif token["letters"]:
            letters += token["letters"]
            starts += range(start, end)
            ends += range(start + 1, end + 1)
            in_anchor += [("a" in open_names)] * (end - start)
        else:
            for letter in unescape(token[0]):
                plain = " " if letter in _BLANK else letter
                if plain != " " or (letters and letters[-1] != "\n"):
                    letters.append(plain)
                    starts.append(start)
                    ends.append(end)
                    in_anchor.append("a" in open_names)
    return TextMap("".join(letters), starts, ends, in_anchor, tags)


def insert_links(html: str, links: Sequence[Link]) -> tuple[str, list[Link]]:
    """The HTML with an ``a`` around the words of each link, and the links that found no place.

    A link is dropped, and returned, when the text at its offsets is not its surface, when it would stand in
    another link or overlap one, or when markup could not be kept whole around it.
    """
    text_map = map_text(html)
    pieces: list[str] = []
    dropped: list[Link] = []
    done = 0
    for link in sorted(links, key=lambda link: link.start):
        place = _place(text_map, link)
        if place is None or place[0] < done:
            dropped.append(link)
            continue
        start, end = place
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in link.attributes.items())
        pieces += [html[done:start], f"<a{attributes}>", html[start:end], "</a>"]
        done = end
    return "".join([*pieces, html[done:]]), dropped


def _place(text_map: TextMap, link: Link) -> tuple[int, int] | None:
    """From where to where in the HTML the ``a`` goes, whole inline elements inside; None if it cannot."""
    span = slice(link.start, link.end)
    if text_map.text[span] != link.surface or len(link.surface) != link.end - link.start:
        return None
    if not link.surface or "\n" in link.surface or any(text_map.in_anchor[span]):
        return None
    start, end = text_map.starts[link.start], text_map.ends[link.end - 1]
    # one entity may stand for two code points: a link never begins or ends inside it
    before, last, behind = (text_map.starts[at : at + 1] for at in (link.start - 1, link.end - 1, link.end))
    if before == [start] or last == behind:
        return None
    unmatched = _unmatched([tag for tag in text_map.tags if start <= tag.start < end])
    if unmatched is None:
        return None
    closed, opened = unmatched
    # «<b>Садыр</b> Жапаров»: the link goes around the bold type, if that begins right at the name
    for name in closed:
        opening = next((tag for tag in text_map.tags if tag.end == start), None)
        if opening is None or opening.is_closing or opening.name != name:
            return None
        start = opening.start
    for name in reversed(opened):
        closing = next((tag for tag in text_map.tags if tag.start == end), None)
        if closing is None or not closing.is_closing or closing.name != name:
            return None
        end = closing.end
    return start, end


def _unmatched(tags: Sequence[Tag]) -> tuple[list[str], list[str]] | None:
    """Elements that only close and those that only open among the tags; None if a link may not hold them."""
    closed: list[str] = []
    opened: list[str] = []
    for tag in tags:
        if tag.name not in _INLINE:
            return None
        if not tag.is_closing:
            opened += [tag.name] if tag.name not in _VOID else []
        elif not opened:
            closed.append(tag.name)
        elif opened.pop() != tag.name:
            return None
    return closed, opened


def _classes(attributes: str) -> list[str]:
    match = _CLASS.search(attributes)
    return next(filter(None, match.groups()), "").split() if match else []
