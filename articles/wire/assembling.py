"""The blocks of one text as a filled draft: each step takes its lines out and says so."""

import re
from dataclasses import replace
from datetime import datetime

import nh3

from .blocks import COMPOUND, HEADINGS, Block, cut, render, text_of
from .captions import take_captions
from .channels import without_channel
from .datelines import Dateline, find_dateline
from .dates import PrintedDate, date_line
from .furniture import source_of
from .language import guess_language
from .lede import why_lede
from .markup import BODY_TAGS
from .notes import Notes
from .quotes import find_quote
from .records import Wire, WirePicture, WireQuote
from .repairs import find_repairs
from .splitting import looks_like_headline

_DATE_LINE_REACH = 6
_ABBREVIATION = re.compile(r"(?:\.\.|\b(?:г|гг|др|пр|руб|им|т\.\s?[дп]|[А-ЯЁA-Z]))\.$")
_LONGEST_DOTTED_HEADLINE = 110


def assemble(blocks: list[Block], pictures: tuple[WirePicture, ...]) -> Wire:
    """One text as a draft, with every guess and removal noted."""
    notes = Notes()
    addresses = {block.code for block in blocks if block.kind == "picture"}
    blocks, tags, notes.removed = without_channel(blocks)
    blocks = _take_marks(blocks, notes)
    printed, blocks = _take_date(blocks, notes)
    source, blocks = _take_source(blocks, notes)
    headline, blocks = _take_headline(blocks, printed, notes)
    blocks, captions, before_caption = take_captions(blocks, notes)
    dateline, dateline_at, blocks = _take_dateline(blocks)
    lede = ""
    if code := why_lede(blocks, before_caption, dateline_at):
        notes.guess("lede", blocks[0].text, code)
        lede, blocks = notes.plain(blocks[0]), blocks[1:]
    if dateline:
        source, printed = _use_dateline(dateline, source, printed, notes)
    published = printed.at if printed else None
    _note_missing(headline, published, notes)

    body_html, quotes = _body(blocks, notes)
    body_words = text_of(body_html)
    everything = "\n".join(
        [headline, lede, dateline.place if dateline else "", source, body_words]
        + [f"{caption.text}\n{caption.credit}" for caption in captions]
    )
    language = guess_language(everything)
    notes.guess("language", language, "language")
    return Wire(
        headline=headline,
        lede=lede,
        published=published,
        published_precision=printed.precision if printed and published else "",
        dateline=dateline.place if dateline else "",
        source=source,
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


def _take_date(blocks: list[Block], notes: Notes) -> tuple[PrintedDate | None, list[Block]]:
    """The first date line near the top, else the last block if it is one."""
    for i in [*range(min(_DATE_LINE_REACH, len(blocks))), len(blocks) - 1]:
        if not blocks or not blocks[i].is_words or not (date := date_line(blocks[i].text)):
            continue
        if date.is_impossible:
            notes.guess("published", blocks[i].text, "date_impossible")
            return None, blocks
        notes.guess("published", blocks[i].text, "date_line" if date.precision == "minute" else "date_day_only")
        return date, blocks[:i] + blocks[i + 1 :]
    return None, blocks


def _take_source(blocks: list[Block], notes: Notes) -> tuple[str, list[Block]]:
    for i, block in enumerate(blocks):
        if block.is_words and (source := source_of(block.text)):
            notes.guess("source", notes.plain(block), "source_line")
            return source, blocks[:i] + blocks[i + 1 :]
    return "", blocks


def _take_headline(blocks: list[Block], printed: PrintedDate | None, notes: Notes) -> tuple[str, list[Block]]:
    """The first words of the text, pictures skipped, if they are a heading or look like a headline."""
    for i, block in enumerate(blocks):
        if block.kind == "picture":
            continue
        is_heading = block.kind in HEADINGS
        if not is_heading and not (looks_like_headline(block) and _stands_apart(block, blocks[i + 1 :], printed)):
            return "", blocks
        headline = notes.plain(block).replace("**", "").strip()
        if headline.endswith(".") and not _ABBREVIATION.search(headline):
            headline = headline.removesuffix(".").rstrip()
        notes.guess("headline", block.text, "headline_heading" if is_heading else "headline_first")
        return headline, blocks[:i] + blocks[i + 1 :]
    return "", blocks


def _stands_apart(block: Block, following: list[Block], printed: PrintedDate | None) -> bool:
    """Whether a first line that is no heading is set off from the story: bold, dated, or without a full stop."""
    if not following or find_quote(block.text):
        return False
    if block.all_marked("strong") or not block.text.endswith((".", ":", ";", ",")):
        return True
    return block.text.endswith(".") and printed is not None and len(block.text) <= _LONGEST_DOTTED_HEADLINE


def _take_dateline(blocks: list[Block]) -> tuple[Dateline | None, int | None, list[Block]]:
    """The dateline of the first or, under a lede, the second paragraph, and the blocks without it."""
    for i, block in enumerate(blocks[:2]):
        if block.kind == "p" and (dateline := find_dateline(block.text)):
            story = block.with_runs(cut(block.runs, dateline.end))
            return dateline, i, [*blocks[:i], *([story] if story.text else []), *blocks[i + 1 :]]
    return None, None, blocks


def _use_dateline(
    dateline: Dateline, source: str, printed: PrintedDate | None, notes: Notes
) -> tuple[str, PrintedDate | None]:
    """Source and date once the dateline is known: a line of their own outweighs it."""
    notes.guess("dateline", dateline.place, "dateline")
    if dateline.source:
        notes.guess("source", dateline.source, "source_dateline")
    date = dateline.date
    if date and not printed:
        code = "date_day_only" if date.at else "date_impossible" if date.has_year else "year_missing"
        notes.guess("published", dateline.printed_date, code)
        printed = date
    elif date and printed and date.differs_from(printed):
        notes.guess("published", dateline.printed_date, "date_second")
    return source or dateline.source, printed


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
    body_html = nh3.clean(
        "\n".join(parts), tags=BODY_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )  # fmt: skip
    return body_html, tuple(quotes)
