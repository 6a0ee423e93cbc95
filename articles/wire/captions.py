"""Captions and credits told from the story, and paired."""

from dataclasses import replace

from . import furniture
from .blocks import Block, cut, render
from .notes import Notes
from .records import WireCaption

_SHORT = 250


def take_captions(blocks: list[Block], notes: Notes) -> tuple[list[Block], tuple[WireCaption, ...], int | None]:
    """The story without its captions and pictures; the captions; and how many blocks stood before the first.

    The last is None when there was neither a picture nor a caption.
    """
    rest: list[Block] = []
    captions: list[WireCaption] = []
    first: int | None = None
    beside = ""  # what stood right before: "picture", "caption" or "credit"
    for i, block in enumerate(blocks):
        following = blocks[i + 1 : i + 2]
        if block.kind == "picture":
            beside, code = "picture", ""
        elif credit := _credit(block):
            notes.guess("credit", block.text, "credit_line")
            if beside == "caption" and not captions[-1].credit:
                captions[-1] = replace(captions[-1], credit=credit)
            else:
                captions.append(WireCaption("", "", credit))
            notes.plain(block)
            beside = "credit"
        elif code := _why_caption(block, beside, rest, following):
            caption = _caption(block, notes, code)
            if beside == "credit" and not captions[-1].text and not caption.credit:
                caption = replace(caption, credit=captions.pop().credit)
            captions.append(caption)
            beside = "caption"
        else:
            beside = ""
            rest.append(block)
            continue
        first = len(rest) if first is None else first
    return rest, tuple(captions), first


def _credit(block: Block) -> str | None:
    """The credit of a credit line; one with single names in bold is a caption."""
    if not block.is_words or (any(run.strong for run in block.runs) and not block.all_marked("strong")):
        return None
    return furniture.credit_of(block.text)


def _why_caption(block: Block, beside: str, rest: list[Block], following: list[Block]) -> str:
    """The reason to take a block for a caption, as the code of a guess; "" for a paragraph of the story."""
    if block.kind == "caption":
        return "caption_under_picture"
    if block.kind != "p":
        return ""
    # «Фото: **Асан Усенов** (слева)»: a credit names nobody in bold.
    if furniture.opens_caption(block.text) or furniture.credit_of(block.text):
        return "caption_opening"
    credit_follows = bool(following) and _credit(following[0]) is not None
    is_short = len(block.text) <= _SHORT and not block.text.endswith((".", ":", "»", "?", "!", "…"))
    if beside == "picture" and (credit_follows or block.all_marked("em") or is_short):
        return "caption_under_picture"
    # Above the story a paragraph of names in bold with a credit under it can be nothing else.
    if credit_follows and len(rest) <= 1 and sum(run.strong for run in block.runs) > 1:
        return "caption_before_credit"
    return ""


def _caption(block: Block, notes: Notes, code: str) -> WireCaption:
    notes.guess("caption", block.text, code)
    end, credit = furniture.credit_at_end(block.text) or (None, "")
    if credit:
        notes.guess("credit", block.text[end:], "credit_in_caption")
    words = Block("p").with_runs(cut(block.runs, furniture.caption_start(block.text), end))
    if credit:
        words = words.with_runs(cut(words.runs, 0, len(words.text.rstrip(" (/|"))))
    return WireCaption(words.text, render(words.runs), credit)
