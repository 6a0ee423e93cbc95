"""Paragraphs whose line breaks part a story from the lines around it: «…подпись<br>источник фото: …»."""

from dataclasses import replace

from . import furniture
from .blocks import Block, Run, join, lines
from .channels import is_channel_line

# In a dialogue every speaker begins a paragraph.
_SPEECH = ("- ", "– ", "— ")


def unfold(blocks: list[Block], soft: bool) -> list[Block]:
    """The blocks, source, date, caption, credit and channel lines apart; marks alone on a line become rules.

    ``soft``: other line breaks are a matter of typing, as in Markdown, and become spaces.
    """
    unfolded = [part for i, block in enumerate(blocks) for part in _parts(block, soft, is_first=i == 0)]
    return [_as_rule(block) if block.is_words and furniture.is_stray_mark(block.text) else block for block in unfolded]


def _parts(block: Block, soft: bool, is_first: bool) -> list[Block]:
    if not block.is_words or "\n" not in block.text:
        return [block]
    parts: list[list[tuple[Run, ...]]] = []
    apart = True
    for i, line in enumerate(lines(block.runs)):
        text = "".join(run.text for run in line)
        # A channel's post often has its headline as a bold first line right above the text.
        is_headline = is_first and i == 0 and Block("p", line).all_marked("strong")
        alone = is_headline or furniture.is_furniture(text) or is_channel_line(text)
        if alone or apart or text.startswith(_SPEECH):
            parts.append([line])
        else:
            parts[-1].append(line)
        apart = alone
    return [replace(block, runs=join(part, " " if soft else "\n")) for part in parts]


def _as_rule(block: Block) -> Block:
    return Block("rule", block.runs)
