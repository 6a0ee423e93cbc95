"""Blocks from plain text: every line a paragraph, unless the lines were evidently wrapped."""

import re
from itertools import pairwise

from . import furniture
from .blocks import Block, Run

_NARROWEST_WRAP, _WIDEST_WRAP = 40, 120
_SPACES = re.compile(r"[ \t]+")


def read_plain(text: str) -> list[Block]:
    """The paragraphs of a text without markup; nothing in it is read as a list, heading or mark."""
    chunks = [
        [line for raw in chunk.split("\n") if (line := _SPACES.sub(" ", raw).strip())]
        for chunk in re.split(r"\n[ \t]*\n", text)
    ]
    width = wrap_width(chunks)
    return [Block("p", (Run(line),)) for chunk in chunks for line in unwrap(chunk, width)]


def wrap_width(chunks: list[list[str]]) -> int:
    """The column at which the lines were wrapped by a mail program; 0 when they were not.

    The evidence is sentences that go on in the next line, in most places where the next word had no room.
    """
    width = max((len(line) for chunk in chunks for line in chunk), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    breaks = [pair for chunk in chunks for pair in pairwise(chunk)]
    full = [pair for pair in breaks if _had_no_room(*pair, width)]
    going_on = [pair for pair in full if pair[0][-1] not in ".!?…" and not furniture.is_furniture(pair[0])]
    return width if going_on and len(going_on) * 2 >= len(full) and len(full) * 2 >= len(breaks) else 0


def unwrap(chunk: list[str], width: int) -> list[str]:
    """The lines of one chunk, those joined that were one before wrapping."""
    joined: list[list[str]] = []
    previous = ""
    for line in chunk:
        follows = width and previous and _had_no_room(previous, line, width)
        if follows and not furniture.is_furniture(previous) and not furniture.is_furniture(line):
            joined[-1].append(line)
        else:
            joined.append([line])
        previous = line
    return [" ".join(parts) for parts in joined]


def _had_no_room(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line would have crossed the column (dialogue begins anew)."""
    if following.startswith(("-", "–", "—", "•", "*")):
        return False
    return len(line) + 1 + len(following.split()[0]) > width and len(line) * 10 >= width * 6
