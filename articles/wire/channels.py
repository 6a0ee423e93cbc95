"""What a post of a messenger channel carries beside its text: emoji, accounts, invitations, hashtags."""

import re
from dataclasses import replace

from .blocks import Block, Run, cut
from .records import Removed

_EMOJI = (
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u231a-\u23ff\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe"
    "\u203c\u2049\U000e0020-\U000e007f\u20e3\ufe0f\u200d]+"
)
_ANY_EMOJI = re.compile(_EMOJI)
_EMOJI_BETWEEN_WORDS = re.compile(rf"(?<=\w){_EMOJI}(?=\w)")
_EMOJI_AND_SPACE = re.compile(rf"[ \u00a0]*{_EMOJI}(?=[.,!?:;…]|$)|(?:(?<=\s)|^){_EMOJI}[ \u00a0]*|{_EMOJI}")
_HANDLE = r"(?<![\w.@/])@\w{3,40}"
_ONLY_HANDLES = re.compile(rf"(?:[\s|•·,/–—-]*{_HANDLE})+[\s|•·,.]*")
_HANDLES_AT_END = re.compile(rf"(?<=[.!?…»\s])(?:[\s|•·,/–—-]*{_HANDLE})+[\s|.]*$")
_LINK = r"(?:https?://|www\.|t\.me/|wa\.me/|instagram\.com/|facebook\.com/)\S+"
_ONLY_LINKS = re.compile(rf"[|•·–—-]*\s*{_LINK}(?:\s[\s|•·–—-]*{_LINK})*", re.I)
_HASHTAG = r"(?<![\w#&])#\w{2,60}"
_ONLY_HASHTAGS = re.compile(rf"(?:[\s|•·,]*{_HASHTAG})+[\s.]*")
_HASHTAGS_AT_END = re.compile(rf"(?<=[.!?…»\s])(?:[\s|•·,]*{_HASHTAG})+[\s.]*$")
_INVITATION = re.compile(
    r"\W*(?:подпи(?:сывайтесь|шитесь|саться|шись)|присоединяйтесь|присоединиться|следите за нами|читайте нас|"
    r"жазыл(?:ыңыз|гыла)\w*|катталыңыз|биздин канал|наш (?:телеграм|telegram|канал)|прислать новость|"
    r"subscribe|follow us|join (?:us|our))",
    re.I,
)
_CHANNEL = re.compile(
    r"канал|телеграм|telegram|t\.me|@|instagram|инстаграм|whatsapp|ватсап|соцсет|channel|facebook", re.I
)
_LONGEST_INVITATION = 160
_LONGEST_END = 400


def without_channel(blocks: list[Block]) -> tuple[list[Block], tuple[str, ...], list[Removed]]:
    """The story without the channel's own words; its hashtags as tags; and all that was removed.

    An account or hashtag inside a sentence is part of it and stays.
    """
    kept: list[Block] = []
    tags: list[str] = []
    removed: list[Removed] = []
    for block in blocks:
        if not block.is_words:
            kept.append(block)
            continue
        block = _without_emoji(block, removed)
        code = _whole(block)
        if not code:
            block = _without_ends(block, tags, removed)
            code = _whole(block)
        if code:
            removed.append(Removed(_with_addresses(block), code))
            tags += _tags(block.text) if code == "hashtags" else []
        elif block.text:
            kept.append(block)
    _drop_last_links(kept, removed)
    return kept, tuple(dict.fromkeys(tags)), removed


def is_channel_line(text: str) -> bool:
    """Whether a line holds nothing of a story: accounts, hashtags, addresses, an invitation."""
    return bool(_whole(Block("p", (Run(text),)))) or _is_link(text)


def _without_emoji(block: Block, removed: list[Removed]) -> Block:
    found = _ANY_EMOJI.findall(block.text)
    if not any(mark.strip("\ufe0f\u200d") for mark in found):
        return block
    removed.append(Removed(" ".join(found), "emoji"))
    return block.with_runs(
        replace(run, text=_EMOJI_AND_SPACE.sub("", _EMOJI_BETWEEN_WORDS.sub(" ", run.text))) for run in block.runs
    )


def _without_ends(block: Block, tags: list[str], removed: list[Removed]) -> Block:
    """Accounts and hashtags after the last sentence of a paragraph, in whichever order they stand."""
    for _ in range(2):
        for pattern, code in ((_HASHTAGS_AT_END, "hashtags"), (_HANDLES_AT_END, "handle")):
            tail = block.text[-_LONGEST_END:]
            match = pattern.search(tail) if "#" in tail or "@" in tail else None
            if match:
                removed.append(Removed(match[0].strip(), code))
                tags += _tags(match[0]) if code == "hashtags" else []
                block = block.with_runs(cut(block.runs, 0, len(block.text) - len(tail) + match.start()))
    return block


def _whole(block: Block) -> str:
    """Why a whole paragraph is the channel's, or nothing."""
    text = block.text
    if len(text) > _LONGEST_END:
        return ""
    if _ONLY_HASHTAGS.fullmatch(text):
        return "hashtags"
    if _ONLY_HANDLES.fullmatch(text):
        return "handle"
    if len(text) <= _LONGEST_INVITATION and _INVITATION.match(text) and _CHANNEL.search(_with_addresses(block)):
        return "invitation"
    return ""


def _with_addresses(block: Block) -> str:
    return " ".join(dict.fromkeys([block.text, *(run.href for run in block.runs if run.href)]))


def _tags(text: str) -> list[str]:
    return [tag.lstrip("#").replace("_", " ") for tag in re.findall(_HASHTAG, text)]


def _is_link(text: str) -> bool:
    return len(text) <= _LONGEST_END and bool(_ONLY_LINKS.fullmatch(text))


def _drop_last_links(blocks: list[Block], removed: list[Removed]) -> None:
    while len(blocks) > 1 and blocks[-1].is_words and _is_link(blocks[-1].text):
        removed.append(Removed(blocks.pop().text, "link"))
