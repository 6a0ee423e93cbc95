"""Whether the first paragraph is the lede. When unsure it stays in the body, where no reader misses it."""

from search.words import search_key

from .blocks import Block
from .quotes import find_quote
from .splitting import looks_like_headline

_LONGEST = 400
_SHORT = 220


def why_lede(blocks: list[Block], before_caption: int | None, dateline_at: int | None) -> str:
    """The reason to take the first of the story's blocks as its lede, as the code of a guess; "" for none."""
    if len(blocks) < 2 or blocks[0].kind != "p" or dateline_at == 0:
        return ""
    first, second = blocks[:2]
    if len(first.text) > _LONGEST or find_quote(first.text) or _repeats(first, second):
        return ""
    for mark in ("strong", "em"):
        if first.all_marked(mark) and second.kind == "p" and not second.all_marked(mark):
            return "lede_emphasised"
    if first.runs[0].strong:
        return ""
    if before_caption == 1:
        return "lede_before_caption"
    is_short = len(first.text) <= _SHORT and looks_like_headline(first)
    story_begins = dateline_at == 1 or (second.kind == "p" and any(run.strong for run in second.runs[:2]))
    return "lede_short" if is_short and story_begins and not any(run.strong for run in first.runs) else ""


def _repeats(first: Block, second: Block) -> bool:
    return search_key(second.text).startswith(search_key(first.text).rstrip("."))
