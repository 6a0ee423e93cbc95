"""A body as a row of blocks, and which block of one version stands for which of another."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape

from ..body.tree import Element, parse, write, write_element
from .words import CELL_END, PLAIN, Looks, Word, Writer

# So alike two blocks are one that was changed, not two.
_ALIKE = 0.4
# A story rewritten from end to end has no pairs worth a minute's search.
_MOST_COMPARED = 20_000

_LOOKS = {"strong": "bold", "em": "italic", "sub": "subscript", "sup": "superscript", "th": "head of a table"}
_LINKS = {"data-article": "article", "data-person": "person"}
_NODES = {"data-photo": "photo", "data-video": "video", "data-document": "document", "data-article": "article"}
_SAID = {"data-speaker": "speaker", "data-post": "post", "data-author": "author", "data-time": "time"}

Nodes = Sequence[Element | str]


@dataclass(frozen=True)
class Block:
    """A paragraph, a subhead, a picture with its caption, a row of a table…

    ``facts`` are what it says beside words, as ``("photo", "7")``; ``html`` is the block as it is stored.
    """

    kind: str
    html: str
    words: tuple[Word, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """What makes two blocks the same: a line of a list is no paragraph."""
        return f"{self.kind} {self.html}"

    @property
    def text(self) -> str:
        """Its words as readers read them."""
        return "".join(word.text + word.gap for word in self.words if not word.is_sign).strip()

    @cached_property
    def said(self) -> frozenset[str]:
        return frozenset(word.text for word in self.words)


@dataclass
class _Reader:
    """Reads nodes into blocks; ``kind`` is what a paragraph is here, as in a quote."""

    kind: str = "p"
    blocks: list[Block] = field(default_factory=list)

    def read(self, nodes: Nodes) -> None:
        line: list[Element | str] = []
        for node in nodes:
            if isinstance(node, str) or not node.is_block:
                line.append(node)
                continue
            self._end(line)
            getattr(self, f"_{node.name}", self._plain)(node)
        self._end(line)

    def _end(self, line: list[Element | str]) -> None:
        if write(line).strip():
            self._add(self.kind, line, line)
        line.clear()

    def _add(self, kind: str, nodes: Nodes, inner: Nodes, **facts: str) -> None:
        self.blocks.append(Block(kind, write(nodes).strip(), words_of_nodes(inner), tuple(facts.items())))

    def _inside(self, kind: str, nodes: Nodes) -> None:
        outside, self.kind = self.kind, kind
        self.read(nodes)
        self.kind = outside

    def _head(self, kind: str, element: Element, **facts: str) -> None:
        """A block for what holds others: who speaks, at what time."""
        self.blocks.append(Block(kind, write_element(element, ""), (), tuple(facts.items())))

    def _plain(self, element: Element) -> None:
        self._add(self.kind if element.name == "p" else element.name, [element], element.children)

    def _ul(self, element: Element) -> None:
        self._items("li", element)

    def _ol(self, element: Element) -> None:
        self._items("numbered", element)

    def _items(self, kind: str, element: Element) -> None:
        for item in element.children:
            if isinstance(item, Element):
                self._inside(kind, item.children)

    def _blockquote(self, element: Element) -> None:
        facts = _facts(element, _SAID)
        kind = "post" if "post" in facts else "quote"
        if facts:
            self._head(kind, element, **facts)
        self._inside(kind, element.children)

    def _section(self, element: Element) -> None:
        self._head("entry", element, **_facts(element, _SAID))
        self.read(element.children)

    def _figure(self, element: Element) -> None:
        facts = _facts(element, _NODES)
        self._add("video" if "video" in facts else "photo", [element], element.children, **facts)

    def _div(self, element: Element) -> None:
        facts = _facts(element, _NODES)
        if not facts:
            self._head("gallery", element)
            self.read(element.children)
            return
        self._add("document" if "document" in facts else "related", [element], element.children, **facts)

    def _table(self, element: Element) -> None:
        for row in _rows(element):
            self._add("row", [row], row.children)


def _rows(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            yield from [child] if child.name == "tr" else _rows(child)


def _facts(element: Element, names: dict[str, str]) -> dict[str, str]:
    return {fact: element.attributes[name] for name, fact in names.items() if name in element.attributes}


def blocks_of(body: str) -> list[Block]:
    """The blocks of a sanitised body in reading order."""
    reader = _Reader()
    reader.read(parse(body))
    return reader.blocks


def words_of_nodes(nodes: Nodes) -> tuple[Word, ...]:
    writer = Writer()
    _write(nodes, writer, PLAIN)
    return writer.words()


def _write(nodes: Nodes, writer: Writer, looks: Looks) -> None:
    for node in nodes:
        if isinstance(node, str):
            writer.write(unescape(node), looks)
            continue
        if node.name == "br":
            writer.line_end()
        own = _LOOKS.get(node.name)
        _write(node.children, writer, looks | {own} if own else looks)
        for sign in _signs(node):
            writer.sign(sign)
        if node.is_block:
            writer.write(" ")


def _signs(element: Element) -> Iterable[str]:
    """What an element says that is no word: the place a link leads to, the width of a cell."""
    if element.name == "a":
        kept = ((_LINKS.get(name, name), value) for name, value in element.attributes.items())
        return [f"→ {value}" if name == "href" else f"→ {name}:{value}" for name, value in kept]
    if element.name in ("td", "th"):
        return [CELL_END, *(f"{name}={value}" for name, value in element.attributes.items())]
    return []


Pair = tuple[Block | None, Block | None]


def paired(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Pair]:
    """Each block with what it was, in reading order; None stands for what was not there or is no more."""
    matcher = difflib.SequenceMatcher(None, [block.key for block in old], [block.key for block in new])
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(old[a:b], new[c:d], strict=True)
        else:
            yield from _likely(old[a:b], new[c:d])


def _likely(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Pair]:
    """The pairs that have most in common and keep the order; the rest are alone."""
    pairs = _best(old, new) if len(old) * len(new) <= _MOST_COMPARED else []
    a = c = 0
    for i, j in [*pairs, (len(old), len(new))]:
        yield from ((block, None) for block in old[a:i])
        yield from ((None, block) for block in new[c:j])
        if i < len(old):
            yield old[i], new[j]
        a, c = i + 1, j + 1


def _best(old: Sequence[Block], new: Sequence[Block]) -> list[tuple[int, int]]:
    """The places of such pairs: what a longest common subsequence is for things that are alike, not equal."""
    alike = [[_likeness(a, b) for b in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            together = best[i + 1][j + 1] + alike[i][j] if alike[i][j] else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(old: Block, new: Block) -> float:
    """From 0 to 1; the same picture is the same whatever stands under it."""
    if old.facts and old.facts == new.facts:
        return 1.0
    if not old.words or not new.words:
        return _ALIKE if old.kind == new.kind else 0.0
    share = len(old.said & new.said) / max(len(old.said), len(new.said))
    return share if share >= _ALIKE else 0.0
