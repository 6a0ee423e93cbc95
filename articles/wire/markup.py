"""Blocks from HTML, whoever wrote it: Word, Google Docs, a web page, mammoth, our own Markdown."""

import re
from html import escape
from html.parser import HTMLParser

from .blocks import COMPOUND, HEADINGS, Block, Run, lines, trim
from .sanitising import BODY_TAGS, sanitise, sanitise_body

_INLINE_TAGS = {"strong", "b", "em", "i", "span", "a"}
_EMBED_TAGS = {"iframe", "video", "audio", "embed", "object"}
# Inside a list or a table only these remain; other blocks there become paragraphs, lest words run together.
_RENAMED = {"b": "strong", "i": "em"}

_SPACES = re.compile(r"[ \t\n]+")
_BLANKS_BETWEEN = re.compile(r"\s*(</?(?:table|tr|td|th|ul|ol|li|p|blockquote)>)\s*")


def read_html(html: str) -> list[Block]:
    """The blocks of a page in reading order; marks, links, lists and tables are kept, the rest is unwrapped.

    Raises:
        WireError: tags nested deeper than any editor's program does.
    """
    walker = _Walker()
    walker.feed(sanitise(html))
    walker.close()
    walker.end_block()
    return walker.blocks


class _Walker(HTMLParser):
    """Reads sanitised HTML only: ``HTMLParser`` alone is slow and lenient on what strangers send."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.runs: list[Run] = []
        self.kind = "p"
        self.inline: list[tuple[str, Run]] = []  # open inline tags, each with the marks valid inside it
        self.compound = ""
        self.depth = 0
        self.inner: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "img" or tag in _EMBED_TAGS:
            self.add_embed(tag, values)
        elif self.compound:
            self.depth += tag == self.compound
            self.inner.append(_inner_tag(tag, values))
        elif tag in COMPOUND:
            self.end_block()
            self.compound, self.depth, self.inner = tag, 1, [f"<{tag}>"]
        elif tag == "br":
            self.runs.append(Run("\n"))
        elif tag in _INLINE_TAGS:
            self.inline.append((tag, _marked(self.marks(), tag, values)))
        else:
            self.end_block()
            self.kind = tag if tag in HEADINGS else "caption" if tag == "figcaption" else "p"
            if tag == "hr":
                self.blocks.append(Block("rule"))

    def handle_endtag(self, tag: str) -> None:
        if self.compound:
            self.depth -= tag == self.compound
            self.inner.append(_inner_tag(tag, {}, close=True))
            if not self.depth:
                self.end_compound()
        elif tag in _INLINE_TAGS:
            if self.inline and self.inline[-1][0] == tag:
                self.inline.pop()
        else:
            self.end_block()

    def handle_data(self, data: str) -> None:
        text = _SPACES.sub(" ", data)
        if self.compound:
            self.inner.append(escape(text, quote=False))
        else:
            marks = self.marks()
            self.runs.append(Run(text, marks.strong, marks.em, marks.href))

    def marks(self) -> Run:
        return self.inline[-1][1] if self.inline else Run("")

    def add_embed(self, tag: str, values: dict[str, str]) -> None:
        """A picture interrupts its paragraph; inside a list or a table it goes before it."""
        if not self.compound:
            self.end_block()
        address = values.get("src") or values.get("data") or ""
        if address.startswith("picture:"):
            self.blocks.append(Block("picture", code=address))
            return
        code = "picture_format" if address.startswith("format:") else "remote_picture" if tag == "img" else "embed"
        words = " ".join(filter(None, [address.removeprefix("format:"), values.get("alt", "")]))
        if words:
            self.blocks.append(Block("embed", (Run(words),), code=code))

    def end_block(self) -> None:
        """Close the paragraph; a blank line inside it closes one as well, as pages made of <br> need."""
        kind, self.kind = self.kind, "p"
        runs, self.runs = tuple(self.runs), []
        part: list[Run] = []
        for line in [*lines(runs), ()]:
            if line:
                part += [Run("\n"), *line] if part else line
            elif part:
                self.blocks.append(Block(kind, trim(part)))
                part = []

    def end_compound(self) -> None:
        kind, inner = self.compound, "".join(self.inner)
        self.compound, self.inner = "", []
        if kind == "table" and inner.count("<td>") + inner.count("<th>") <= inner.count("<tr>"):
            # Mail programs lay a whole letter out in a table of one column: that is text, not a table.
            self.blocks += read_html(re.sub(r"<(/?)t(?:able|r|d|h)>", r"<\1div>", inner))
        else:
            inner = _BLANKS_BETWEEN.sub(r"\1", inner)
            safe = sanitise_body(inner)
            self.blocks.append(Block(kind, html=safe))


def _marked(outer: Run, tag: str, values: dict[str, str]) -> Run:
    """The marks inside a tag. Google Docs wraps a whole text in <b style="font-weight:normal">."""
    style = values.get("style", "")
    weight = re.search(r"font-weight:\s*(\w+)", style)
    slant = re.search(r"font-style:\s*(\w+)", style)
    bold = weight[1] in ("bold", "bolder", "600", "700", "800", "900") if weight else tag in ("b", "strong")
    italic = slant[1] in ("italic", "oblique") if slant else tag in ("i", "em")
    return Run("", outer.strong or bold, outer.em or italic, values.get("href") or outer.href)


def _inner_tag(tag: str, values: dict[str, str], close: bool = False) -> str:
    tag = _RENAMED.get(tag, tag)
    if tag not in BODY_TAGS:
        if tag in ("span", "thead", "tbody", "tfoot"):
            return ""
        tag = "p"
    if close:
        return "" if tag == "br" else f"</{tag}>"
    return f'<a href="{escape(values["href"])}">' if values.get("href") else f"<{tag}>"
