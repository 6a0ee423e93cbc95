"""Who a caption shows: its names, without those not in the picture, put in rows and counted from the left."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from media_assets.captions.absent import without_absent
from media_assets.captions.counting import places_of
from media_assets.captions.named import named
from media_assets.captions.places import Note, notes_of, order_of
from media_assets.captions.records import Order, ParsedCaption, Shown
from media_assets.captions.rows import Row, rows_of
from media_assets.captions.unnamed import places_before
from media_assets.credits import parse_credit

_CREDIT_SENTENCE = re.compile(
    r"(?:(?<=[.!?)»])\s+|\n\s*|\(\s*|\s[/|]\s*)((?:©|источник\s*:|(?:источник\s+фото|фото|автор\s+фото|фотограф|сүрөттүн\s+(?:булагы|автору)"
    r"|сүрөт|photo(?:graph)?|credit|image)\b)[^\n]*)$",
    re.I,
)


def parse_caption(text: str) -> ParsedCaption:
    """Who is in the picture, in which order, and the credit, as far as the caption says.

    The absent («без …»), the dead («в память о …») and the photographer are not shown. An unnamed person of a row
    keeps the count: after «переводчик» comes the third place, not the second.
    """
    words, credit = _split_credit(text)
    order = order_of(words)
    people = without_absent(words, named(words, order))
    extents = [one.extent for one in people]
    notes = notes_of(words, extents)
    people = [replace(one, place_note=note.text if note else "") for one, note in zip(people, notes, strict=True)]
    rows = rows_of(words, extents)
    by_row: dict[int, list[Row]] = {}
    for row in rows:
        by_row.setdefault(row.number, []).append(row)
    noted = list(zip(people, notes, strict=True))
    placed = [one for stretches in by_row.values() for one in _placed(words, stretches, len(rows) > 1, order, noted)]
    placed.sort(key=lambda one: (one.row, one.position or len(placed) + 10))
    if order == "none" and any(notes):
        order = "noted"
    return ParsedCaption(order, tuple(placed), credit)


def _split_credit(text: str) -> tuple[str, str]:
    """The caption's own words, at their offsets, and the credit that follows them."""
    whole = parse_credit(text)
    if whole:
        return "", whole
    match = _CREDIT_SENTENCE.search(text)
    credit = parse_credit(match[1]) if match else ""
    return (text[: match.start()], credit) if match and credit else (text, "")


def _placed(
    text: str, stretches: Sequence[Row], has_rows: bool, order: Order, people: Sequence[tuple[Shown, Note | None]]
) -> Iterator[Shown]:
    """The people of one row with their places from the left: by the order said of a stretch, else of the whole.

    A row of which the caption speaks twice counts on; without an order the notes beside the names tell.
    """
    unordered: list[tuple[Shown, Note | None]] = []
    taken = 0
    for row in stretches:
        inside = [(replace(one, row=row.number), note) for one, note in people if row.start <= one.extent[0] < row.end]
        own = order_of(text[row.start : row.end]) if has_rows else order
        own = own if own != "none" else order
        if own == "none":
            unordered += inside
            continue
        shown = _in_order(text, row, own, [one for one, _ in inside], taken)
        taken = max([taken, *(one.position for one in shown)])
        yield from shown
    places = [0] * len(unordered) if taken else places_of([note for _, note in unordered])
    yield from (replace(one, position=place) for (one, _), place in zip(unordered, places, strict=True))


def _in_order(text: str, row: Row, order: Order, shown: list[Shown], taken: int) -> list[Shown]:
    """The people of an ordered stretch, numbered from the left with the unnamed between them."""
    unnamed = places_before(text, shown, row.start, row.end)
    if order == "right_to_left":
        shown.reverse()
        unnamed.reverse()
    return [replace(one, position=taken + n + sum(unnamed[:n])) for n, one in enumerate(shown, 1)]
