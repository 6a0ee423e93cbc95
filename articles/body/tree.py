"""Sanitised HTML as a tree, and back without a changed byte. Only what ``nh3`` writes is understood."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape

VOID = frozenset({"br", "hr", "img"})
BLOCKS = frozenset(
    {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "hr", "footer"}
    | {"figure", "figcaption", "div", "section", "table", "thead", "tbody", "tr", "th", "td"}
)
# No story is so deep; a hostile one would be deeper than Python can follow.
_DEEPEST = 60
_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)((?: [a-z-]+=\"[^\"]*\")*)>|[^<]+|<")
_ATTRIBUTE = re.compile(r" ([a-z-]+)=\"([^\"]*)\"")
_ESCAPED = (("&", "&amp;"), ("\u00a0", "&nbsp;"), ('"', "&quot;"), ("<", "&lt;"), (">", "&gt;"))


@dataclass
class Element:
    """An element with its attributes, decoded, and what it holds: elements, and text as it stands in the HTML."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)

    @property
    def is_block(self) -> bool:
        return self.name in BLOCKS


def parse(html: str) -> "list[Element | str]":
    """The top level of a sanitised text. What stands deeper than any story goes leaves its words."""
    root = Element("")
    opened = [root]
    for token in _TOKEN.finditer(html):
        closing, name, attributes = token.groups()
        if name is None:
            opened[-1].children.append(token[0])
        elif closing:
            if any(each.name == name for each in opened[1:]):
                while opened.pop().name != name:
                    pass
        elif len(opened) <= _DEEPEST:
            element = Element(name, {key: unescape(value) for key, value in _ATTRIBUTE.findall(attributes)})
            opened[-1].children.append(element)
            if name not in VOID:
                opened.append(element)
    return root.children


def write(nodes: "Iterable[Element | str]") -> str:
    """The HTML of these nodes."""
    return "".join(node if isinstance(node, str) else write_element(node, write(node.children)) for node in nodes)


def write_element(element: Element, inner: str) -> str:
    """The element's own tags around this HTML."""
    attributes = "".join(f' {name}="{_escaped(value)}"' for name, value in element.attributes.items())
    ending = "" if element.name in VOID else f"{inner}</{element.name}>"
    return f"<{element.name}{attributes}>{ending}"


def words(nodes: "Iterable[Element | str]") -> str:
    """The text of these nodes as it stands in the HTML, without any tag."""
    return "".join(node if isinstance(node, str) else words(node.children) for node in nodes)


def _escaped(value: str) -> str:
    for character, entity in _ESCAPED:
        value = value.replace(character, entity)
    return value
