"""Every node of a body in its stored shape; what is no whole node gives way to its words, which never vanish.

<figure data-photo="7"><figcaption>…</figcaption></figure>                        a photo
<figure data-video="https://…" data-photo="7"><figcaption>…</figcaption></figure>  a video, with or without poster
<div data-gallery=""><figure data-photo="7">…</figure>…</div>                      a gallery
<blockquote data-speaker="7">…</blockquote>                                        a quote
<blockquote data-post="https://…" data-author="…" data-time="…"><p>…</p></blockquote>  a post of a network
<section data-entry="k3f9a2" data-time="2025-06-30T15:45">…</section>              a dated entry
<div data-document="3">Title</div>                                                 a document
<div data-article="12"></div>                                                      a related article
<a data-article="12">…</a>, <a data-person="5">…</a>                               links within the site
"""

from collections.abc import Callable, Iterable
from itertools import count

from .tree import Element, parse, words, write

_MARKS = frozenset({"strong", "em", "a", "br", "sub", "sup"})
_WHOLE = frozenset({"figure", "div", "section", "table"})  # what is no text, and so cannot stand in a post or a subhead

Nodes = list[Element | str]


def settled(html: str) -> str:
    """The same text with every node in its shape."""
    nodes = _settled(parse(html), frozenset())
    _rename_twins(nodes)
    return write(nodes)


def _settled(nodes: Nodes, inside: frozenset[str]) -> Nodes:
    found: Nodes = []
    for node in nodes:
        if isinstance(node, str):
            found.append(node)
            continue
        node.children = _settled(node.children, inside | {node.name})
        if node.name in _MARKS and any(isinstance(child, Element) and child.is_block for child in node.children):
            found += node.children  # a bold table: the table stays
        else:
            found += _SHAPES[node.name](node, inside) if node.name in _SHAPES else [node]
    return found


def _figure(figure: Element, inside: frozenset[str]) -> Nodes:
    given = _only(figure, "data-video", "data-photo")
    if not given or "figure" in inside:
        return _loose(figure.children)
    caption = _inline(figure.children)
    return [Element("figure", given, [Element("figcaption", {}, caption)] if caption else [])]


def _div(div: Element, inside: frozenset[str]) -> Nodes:
    if "data-gallery" in div.attributes:
        figures = [node for node in div.children if not _is_blank(node)]
        if figures and all(_is_photo(node) for node in figures):
            return [Element("div", {"data-gallery": ""}, figures)]
    elif "data-document" in div.attributes:
        title = " ".join(words(div.children).split())
        return [Element("div", _only(div, "data-document"), [title] if title else [])]
    elif "data-article" in div.attributes:
        return [Element("div", _only(div, "data-article")), *_loose(div.children)]
    return _loose(div.children)


def _section(section: Element, inside: frozenset[str]) -> Nodes:
    given = _only(section, "data-entry", "data-time")
    is_entry = len(given) == 2 and not inside
    inner = _loose(section.children)
    return [Element("section", given, inner)] if is_entry else inner


def _blockquote(quote: Element, inside: frozenset[str]) -> Nodes:
    if "blockquote" in inside:
        return _loose(quote.children)
    if "data-post" not in quote.attributes:
        return [Element("blockquote", _only(quote, "data-speaker"), quote.children)]
    given = _only(quote, "data-post", "data-author", "data-time")
    whole: Nodes = []
    lines = _paragraphs(quote.children, whole)
    return [Element("blockquote", given, lines), *whole]


def _heading(heading: Element, inside: frozenset[str]) -> Nodes:
    whole = [node for node in heading.children if isinstance(node, Element) and node.name in _WHOLE]
    line = _inline([node for node in heading.children if node not in whole])
    return [Element(heading.name, {}, line), *whole]


def _a(link: Element, inside: frozenset[str]) -> Nodes:
    for target in ("data-article", "data-person", "href"):
        if target in link.attributes:
            return [Element("a", _only(link, target), link.children)]
    return link.children


_SHAPES: dict[str, Callable[[Element, frozenset[str]], Nodes]] = {
    "figure": _figure,
    "div": _div,
    "section": _section,
    "blockquote": _blockquote,
    "h2": _heading,
    "h3": _heading,
    "a": _a,
}


def _only(element: Element, *names: str) -> dict[str, str]:
    """These attributes of the element, in this order."""
    return {name: element.attributes[name] for name in names if name in element.attributes}


def _is_photo(node: Element | str) -> bool:
    return isinstance(node, Element) and node.name == "figure" and "data-video" not in node.attributes


def _is_blank(node: Element | str) -> bool:
    return isinstance(node, str) and not node.replace("&nbsp;", "").strip()


def _loose(nodes: Iterable[Element | str]) -> Nodes:
    """What stood in a wrapper that is gone: blocks as they are, words between them as paragraphs."""
    found: Nodes = []
    line: Nodes = []

    def end_line() -> None:
        if not all(_is_blank(node) for node in line):
            found.append(Element("p", {}, line.copy()))
        line.clear()

    for node in nodes:
        if isinstance(node, str) or not node.is_block:
            line.append(node)
            continue
        end_line()
        found += _loose(node.children) if node.name == "figcaption" else [node]
    end_line()
    return found


def _inline(nodes: Iterable[Element | str]) -> Nodes:
    """The words of a caption on one line, with their bold type and links."""
    found: Nodes = []
    for node in nodes:
        if isinstance(node, str) or node.name in _MARKS:
            found.append(node)
        elif inner := _inline(node.children):
            found += [" ", *inner, " "]
    while found and _is_blank(found[0]):
        found.pop(0)
    while found and _is_blank(found[-1]):
        found.pop()
    return found


def _paragraphs(nodes: Iterable[Element | str], whole: Nodes) -> Nodes:
    """The text of a post as plain paragraphs; a picture or a table in it goes to ``whole``."""
    found: Nodes = []
    for node in _loose(nodes):
        if isinstance(node, str):
            continue
        if node.name in _WHOLE:
            whole.append(node)
        elif node.name == "p" or not node.is_block:
            found.append(node)
        elif node.name in ("h2", "h3"):
            found.append(Element("p", {}, node.children))
        else:
            found += _paragraphs(node.children, whole)
    return found


def _rename_twins(nodes: Nodes) -> None:
    """A second entry of the same anchor gets one of its own: a link must lead to one place."""
    taken = {anchor for node in nodes if (anchor := _anchor(node))}
    seen: set[str] = set()
    for node in nodes:
        anchor = _anchor(node)
        if not anchor or isinstance(node, str):
            continue
        if anchor in seen:
            anchor = next(free for number in count(2) if (free := f"{anchor[:12]}{number}") not in taken)
            node.attributes["data-entry"] = anchor
            taken.add(anchor)
        seen.add(anchor)


def _anchor(node: Element | str) -> str:
    return node.attributes.get("data-entry", "") if isinstance(node, Element) else ""
