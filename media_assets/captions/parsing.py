"""Who a caption shows: its names, without those not in the picture, put in rows and counted from the left."""

import re
from collections.abc import Sequence
from dataclasses import replace

from media_assets.captions.absent import without_absent
from media_assets.captions.named import named
from media_assets.captions.places import Note, notes_of, order_of, places_of
from media_assets.captions.records import Order, ParsedCaption, Shown
from media_assets.captions.rows import Row, rows_of
from media_assets.captions.unnamed import places_before
from media_assets.credits import parse_credit

_CREDIT_SENTENCE = re.compile(
    r"(?:(?<=[.!?)»])\s+|\n\s*|\(\s*)((?:©|источник\s*:|(?:источник\s+фото|фото|автор\s+фото|сүрөттүн\s+(?:булагы|автору)"
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
    placed: list[Shown] = []
    for row in rows:
        before = max((one.position for one in placed if one.row == row.number), default=0)
        placed += _placed(words, row, rows, order, list(zip(people, notes, strict=True)), before)
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
    text: str, row: Row, rows: Sequence[Row], order: Order, people: Sequence[tuple[Shown, Note | None]], before: int
) -> list[Shown]:
    """The people of one row with their places from the left: by the order said of the row, else of the whole.

    ``before`` are the places that an earlier stretch of the caption gave in the same row: they are not given again.
    """
    inside = [(one, note) for one, note in people if row.start <= one.extent[0] < row.end]
    shown = [replace(one, row=row.number) for one, _ in inside]
    own = order_of(text[row.start : row.end]) if len(rows) > 1 else order
    order = own if own != "none" else order
    if order == "none":
        places = places_of([note for _, note in inside]) if not before else [0] * len(inside)
        return [replace(one, position=place) for one, place in zip(shown, places, strict=True)]
    unnamed = places_before(text, shown, row.start, row.end)
    if order == "right_to_left":
        shown.reverse()
        unnamed.reverse()
    return [replace(one, position=before + n + sum(unnamed[:n])) for n, one in enumerate(shown, 1)]
