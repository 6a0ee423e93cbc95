"""Whatever an editor pastes or uploads, as texts."""

import re

from . import decode, docx, markdown
from .assembling import assemble
from .blocks import Block
from .markup import read_html
from .pictures import take_pictures
from .plain import read_plain
from .records import Wire, WireError, WirePicture
from .splitting import split
from .unfolding import unfold

_HTML = re.compile(
    r"<(?:!doctype|html|body|meta|p|div|br|h[1-6]|table|ul|ol|span|section|article|img)\b[^<>]*>|"
    r"</(?:p|b|strong|i|em|a|u|span|font|script|style)>",
    re.IGNORECASE,
)


def read(source: str | bytes, filename: str = "") -> list[Wire]:
    """The texts of a paste or file, each a filled draft; several when the paste plainly holds several.

    Raises:
        WireError: nothing can be read; its message says why and what to do.
    """
    blocks, pictures = _read_blocks(source, filename.lower())
    wires = [assemble(part, pictures) for part in split(blocks)]
    if not any(map(_holds_something, wires)):
        raise WireError("empty")
    return wires


def _holds_something(wire: Wire) -> bool:
    texts = wire.headline, wire.lede, wire.body_html, wire.source, wire.dateline
    return any(texts) or bool(wire.captions or wire.pictures or wire.tags or wire.published)


def _read_blocks(source: str | bytes, filename: str) -> tuple[list[Block], tuple[WirePicture, ...]]:
    if isinstance(source, bytes):
        if source.startswith(docx.MAGIC):
            return _from_html(docx.html_of(source))
        source = decode.characters(source)
        if filename.endswith(".docx"):
            raise WireError("docx_broken")
    if filename.endswith((".html", ".htm")) or _HTML.search(source):
        return _from_html(source)
    text = decode.normal(source)
    if filename.endswith((".md", ".markdown")) or markdown.is_markdown(text):
        return unfold(read_html(markdown.html_of(text)), soft=True), ()
    return unfold(read_plain(text), soft=False), ()


def _from_html(html: str) -> tuple[list[Block], tuple[WirePicture, ...]]:
    html, pictures = take_pictures(html)
    return unfold(read_html(decode.normal(html)), soft=False), pictures
