"""The lines above a story: its headline, and when, where and by whom it was published."""

import re
from dataclasses import dataclass

from .blocks import HEADINGS, Block, cut
from .datelines import Dateline, find_date_line, find_dateline
from .dates import PrintedDate
from .furniture import source_of
from .notes import Notes
from .quotes import find_quote
from .splitting import looks_like_headline

_DATE_LINE_REACH = 6
_ABBREVIATION = re.compile(r"(?:\.\.|\b(?:г|гг|др|пр|руб|им|т\.\s?[дп]|[А-ЯЁA-Z]))\.$")
_LONGEST_DOTTED_HEADLINE = 110


@dataclass(frozen=True)
class Imprint:
    """When, where and by whom; what is not printed is empty."""

    date: PrintedDate | None
    place: str
    source: str


def take_date_line(blocks: list[Block], notes: Notes) -> tuple[Dateline | None, list[Block]]:
    """The first date line near the top, else the last block if it is one, and the blocks without it."""
    for i in sorted({*range(min(_DATE_LINE_REACH, len(blocks))), *range(len(blocks))[-1:]}):
        line = find_date_line(blocks[i].text) if blocks[i].is_words else None
        if not line or not line.date:
            continue
        if line.date.is_impossible:
            notes.guess("published", blocks[i].text, "date_impossible")
            return None, blocks
        notes.guess("published", blocks[i].text, "date_line" if line.date.precision == "minute" else "date_day_only")
        return line, blocks[:i] + blocks[i + 1 :]
    return None, blocks


def take_source_line(blocks: list[Block], notes: Notes) -> tuple[str, list[Block]]:
    """The agency of the line «Источник: …», wherever it stands, and the blocks without it."""
    for i, block in enumerate(blocks):
        if block.is_words and (source := source_of(block.text)):
            notes.guess("source", notes.plain(block), "source_line")
            return source, blocks[:i] + blocks[i + 1 :]
    return "", blocks


def take_headline(blocks: list[Block], is_dated: bool, notes: Notes) -> tuple[str, list[Block]]:
    """The first words of the text, pictures skipped, if they are a heading or look like a headline."""
    for i, block in enumerate(blocks):
        if block.kind == "picture":
            continue
        is_heading = block.kind in HEADINGS
        if not is_heading and not (looks_like_headline(block) and _stands_apart(block, blocks[i + 1 :], is_dated)):
            return "", blocks
        headline = notes.plain(block).replace("**", "").strip()
        if headline.endswith(".") and not _ABBREVIATION.search(headline):
            headline = headline.removesuffix(".").rstrip()
        notes.guess("headline", block.text, "headline_heading" if is_heading else "headline_first")
        return headline, blocks[:i] + blocks[i + 1 :]
    return "", blocks


def _stands_apart(block: Block, following: list[Block], is_dated: bool) -> bool:
    """Whether a first line that is no heading is set off from the story: bold, dated, or without a full stop."""
    if not following or find_quote(block.text):
        return False
    if block.all_marked("strong") or not block.text.endswith((".", ":", ";", ",")):
        return True
    return block.text.endswith(".") and is_dated and len(block.text) <= _LONGEST_DOTTED_HEADLINE


def take_dateline(blocks: list[Block]) -> tuple[Dateline | None, int | None, list[Block]]:
    """The dateline of the first or, under a lede, the second paragraph; which one; the blocks without it."""
    for i, block in enumerate(blocks[:2]):
        if block.kind == "p" and (dateline := find_dateline(block.text)):
            story = block.with_runs(cut(block.runs, dateline.end))
            return dateline, i, [*blocks[:i], *([story] if story.text else []), *blocks[i + 1 :]]
    return None, None, blocks


def imprint(line: Dateline | None, source: str, front: Dateline | None, notes: Notes) -> Imprint:
    """When, where and by whom, from the date line, the source line and the dateline: the earlier outweigh."""
    date = line.date if line else None
    if front and front.date and not date:
        date = front.date
        notes.guess("published", front.printed_date, _why_dated(date))
    elif front and front.date and date and front.date.differs_from(date):
        notes.guess("published", front.printed_date, "date_second")
    places = [(line, "dateline_beside_date"), (front, "dateline")]
    sources = [(line, "source_beside_date"), (front, "source_dateline")]
    for found, code in places:
        if found and found.place:
            notes.guess("dateline", found.place, code)
    for found, code in sources:
        if found and found.source:
            notes.guess("source", found.source, code)
    found_in = [found for found in (line, front) if found]
    return Imprint(
        date=date,
        place=next((found.place for found in found_in if found.place), ""),
        source=next(filter(None, [source, *(found.source for found in found_in)]), ""),
    )


def _why_dated(date: PrintedDate) -> str:
    if not date.has_year:
        return "year_missing"
    return "date_impossible" if date.is_impossible else "date_day_only"
