"""The blocks of one text as a filled draft: each step takes its lines out and says so."""

from dataclasses import replace
from datetime import datetime

from search.language import guess_language

from .blocks import COMPOUND, HEADINGS, Block, render, text_of
from .captions import take_captions
from .channels import without_channel
from .head import imprint, take_date_line, take_dateline, take_headline, take_source_line
from .lede import why_lede
from .notes import Notes
from .quotes import find_quote
from .records import Wire, WirePicture, WireQuote
from .repairs import find_repairs
from .sanitising import sanitise_body


def assemble(blocks: list[Block], pictures: tuple[WirePicture, ...]) -> Wire:
    """One text as a draft, with every guess and removal noted."""
    notes = Notes()
    addresses = {block.code for block in blocks if block.kind == "picture"}
    blocks, tags, notes.removed = without_channel(blocks)
    blocks = _take_marks(blocks, notes)
    date_line, blocks = take_date_line(blocks, notes)
    source, blocks = take_source_line(blocks, notes)
    headline, blocks = take_headline(blocks, date_line is not None, notes)
    blocks, captions, before_caption = take_captions(blocks, notes)
    dateline, dateline_at, blocks = take_dateline(blocks)
    lede = ""
    if code := why_lede(blocks, before_caption, dateline_at):
        notes.guess("lede", blocks[0].text, code)
        lede, blocks = notes.plain(blocks[0]), blocks[1:]
    printed = imprint(date_line, source, dateline, notes)
    published = printed.date.at if printed.date else None
    _note_missing(headline, published, notes)

    body_html, quotes = _body(blocks, notes)
    words = [headline, lede, printed.place, printed.source, text_of(body_html)]
    words += [f"{caption.text}\n{caption.credit}" for caption in captions]
    everything = "\n".join(words)
    language = guess_language(everything)
    notes.guess("language", language, "language")
    return Wire(
        headline=headline,
        lede=lede,
        published=published,
        published_precision=printed.date.precision if printed.date and published else "",
        dateline=printed.place,
        source=printed.source,
        language=language,
        captions=captions,
        body_html=body_html,
        quotes=quotes,
        pictures=tuple(picture for i, picture in enumerate(pictures, start=1) if f"picture:{i}" in addresses),
        tags=tags,
        guesses=tuple(notes.guesses),
        removed=tuple(notes.removed),
        repairs=find_repairs(everything),
    )


def _take_marks(blocks: list[Block], notes: Notes) -> list[Block]:
    kept = []
    for block in blocks:
        if block.kind == "rule":
            notes.remove(block.text or "---", "mark")
        elif block.kind == "embed":
            notes.remove(block.text, block.code)
        else:
            kept.append(block)
    return kept


def _note_missing(headline: str, published: datetime | None, notes: Notes) -> None:
    if not headline:
        notes.guess("headline", "", "headline_missing")
    if not published and not any(guess.field == "published" for guess in notes.guesses):
        notes.guess("published", "", "date_missing")


def _body(blocks: list[Block], notes: Notes) -> tuple[str, tuple[WireQuote, ...]]:
    """The story as sanitised HTML, and its quotes. A quote stays whole: speech and speaker in one blockquote."""
    parts: list[str] = []
    quotes: list[WireQuote] = []
    for block in blocks:
        quote = find_quote(block.text) if block.kind in ("p", "blockquote") else None
        if quote:
            notes.guess("quote", quote.words, "quote")
            quotes.append(quote)
        if block.kind in COMPOUND:
            parts.append(block.html)
        elif block.kind in HEADINGS:
            tag = "h2" if block.kind in ("h1", "h2") else "h3"
            words = render(replace(run, strong=False) for run in block.runs)
            parts.append(f"<{tag}>{words}</{tag}>")
        else:
            paragraph = f"<p>{render(block.runs)}</p>"
            parts.append(f"<blockquote>{paragraph}</blockquote>" if quote else paragraph)
    return sanitise_body("\n".join(parts)), tuple(quotes)
