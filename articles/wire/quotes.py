"""Paragraphs that are direct speech: what was said and who says it was."""

import re

from .records import WireQuote

_PAIRS = {"«": "»", "“": "”", "„": "“", '"': '"'}
_DASHED = re.compile(r"[,.!?…]{0,3}\s*[–—-]\s+")
_SPEAKING = re.compile(
    r"\b(?:сказа\w+|заяв\w+|отме[тч]\w+|подчерк\w+|сообщ\w+|рассказ\w+|добав\w+|ответ\w+|пояс\w+|объяс\w+|говор\w+|"
    r"счита\w+|напис\w+|пиш\w+|цитир\w+|уточн\w+|призва\w+|замет\w+|деди|деп|айтты|белгиле\w+|билдир\w+|кошумчала\w+|"
    r"said|says|told|added|noted|stressed|wrote|according)\b",
    re.I,
)
# «Нужна вода, — сказал он. — Без неё нет урожая»: the speech goes on after its author.
_INTERRUPTED = re.compile(
    r"(?P<first>.+?)[,!?…]\s[–—-]\s(?P<who>[^.«»]{3,120}?)(?P<stop>[.,])\s[–—-]\s(?P<rest>.+)", re.S
)
_LONGEST = 5_000
_SHORTEST_ALONE = 5


def find_quote(text: str) -> WireQuote | None:
    """The quote a paragraph consists of; None when it merely contains one, or opens with a name in «»."""
    if len(text) > _LONGEST or text[:1] not in _PAIRS:
        return None
    end = _closing(text)
    if not end:
        return None
    words, rest = text[1:end].strip(), text[end + 1 :].strip()
    if interrupted := _split_interrupted(words, rest):
        return interrupted
    if not rest.strip(" .!?…"):
        return WireQuote(words, "") if len(words.split()) >= _SHORTEST_ALONE else None
    dash = _DASHED.match(text, end + 1)
    attribution = (text[dash.end() :] if dash else rest.lstrip(", ")).strip().removesuffix(".")
    # «Что? Где? Когда?» — игра: without a comma only a verb of speaking tells a quote from a name.
    comma = dash is not None and (dash[0].startswith(",") or words.endswith(","))
    if not comma and not _SPEAKING.search(attribution[:120]):
        return None
    if not dash and not (words.endswith((",", "!", "?")) or rest.startswith(",")):
        return None
    return WireQuote(words.removesuffix(","), attribution)


def _closing(text: str) -> int:
    """Where the opening quotation mark is closed, marks inside it counted; 0 when it is not."""
    opening, closing = text[0], _PAIRS[text[0]]
    if opening == closing:
        return max(text.find(closing, 1), 0)
    depth = 0
    for position, character in enumerate(text):
        if character == opening:
            depth += 1
        elif character == closing:
            depth -= 1
            if not depth:
                return position
    return 0


def _split_interrupted(words: str, rest: str) -> WireQuote | None:
    match = _INTERRUPTED.fullmatch(words) if not rest.strip(" .") else None
    if not match or not _SPEAKING.search(match["who"]):
        return None
    mark = words[match.end("first")]
    between = mark if mark in "!?…" else match["stop"]
    return WireQuote(f"{match['first']}{between} {match['rest']}", match["who"])
