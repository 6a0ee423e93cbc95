"""Several texts in one paste, told apart only where the paste is plain about it."""

import re

from . import furniture
from .blocks import HEADINGS, Block
from .datelines import find_date_line, find_dateline

LONGEST_HEADLINE = 200
_SECOND_SENTENCE = re.compile(r"\w{4,}[»\")]?[.!?…]\s+[«\"A-ZА-ЯЁӨҮҢ]")
_REACH = 4


def split(blocks: list[Block]) -> list[list[Block]]:
    """The texts of a paste.

    A text begins after a rule with a headline and, within a few lines, its own date; or with a first- or
    second-level heading right above a date line. A rule alone parts nothing: many texts end with one.
    """
    starts = [0]
    for i in range(1, len(blocks)):
        after_rule = blocks[i - 1].kind == "rule" and looks_like_headline(blocks[i])
        if i - starts[-1] >= 2 and ((after_rule and _has_date(blocks[i + 1 :])) or _heads_date(blocks, i)):
            starts.append(i)
    ends = [*starts[1:], len(blocks)]
    return [blocks[start:end] for start, end in zip(starts, ends, strict=True)]


def looks_like_headline(block: Block) -> bool:
    """Whether a block could be a headline: a heading, or one short sentence that is no line of its own kind."""
    if block.kind in HEADINGS:
        return True
    text = block.text
    return (
        block.kind == "p"
        and len(text) <= LONGEST_HEADLINE
        and "\n" not in text
        and any(map(str.isalpha, text))
        and not text.startswith(("-", "–", "—", "•"))
        and not _SECOND_SENTENCE.search(text)
        and not furniture.is_furniture(text)
        and not find_dateline(text)
    )


def _has_date(following: list[Block]) -> bool:
    for block in following[:_REACH]:
        if block.kind == "rule":
            return False
        if find_date_line(block.text) or find_dateline(block.text):
            return True
    return False


def _heads_date(blocks: list[Block], i: int) -> bool:
    """A heading above a date line, where the first text was dated too."""
    is_heading = blocks[i].kind in ("h1", "h2") and find_date_line(blocks[i + 1].text if i + 1 < len(blocks) else "")
    return bool(is_heading) and any(find_date_line(block.text) for block in blocks[:i])
