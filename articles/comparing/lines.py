"""A comparison as the lines of a page: what changed marked, what did not folded away."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .blocks import Block, Pair
from .records import Records
from .words import CELL_END, LINE_END, Looks, Piece, Word, diff

# Unchanged words kept before and after a change in a long paragraph, and unchanged blocks around a changed one.
_WORDS_AROUND = 20
_BLOCKS_AROUND = 1
# Fewer than these are shown: a fold would take the room it saves.
_FEWEST_WORDS_FOLDED = 30
_FEWEST_BLOCKS_FOLDED = 2

KINDS = {
    "p": "",
    "h2": _("subhead"),
    "h3": _("smaller subhead"),
    "li": _("list item"),
    "numbered": _("numbered item"),
    "quote": _("quote"),
    "post": _("post of a network"),
    "entry": _("entry"),
    "photo": _("photo"),
    "video": _("video"),
    "gallery": _("gallery"),
    "document": _("document"),
    "related": _("another story"),
    "row": _("row of a table"),
    "hr": _("dividing line"),
}
_LOOKS = {
    "bold": _("bold"),
    "italic": _("italic"),
    "subscript": _("subscript"),
    "superscript": _("superscript"),
    "head of a table": _("head of a table"),
}
_ELEMENTS = {"bold": "strong", "italic": "em", "subscript": "sub", "superscript": "sup", "head of a table": "strong"}
_ENDS = {LINE_END: "<br>", CELL_END: f'<span class="sign">{CELL_END}</span>'}
# Only of these it matters that they were one thing and are another; the kind of a block alone says «photo».
_FACTS = {"speaker": _("who says it"), "author": _("author"), "time": _("time")}


@dataclass(frozen=True)
class Line:
    """One block or one field: what it is, what happened to it (``same``, ``changed``, ``added``, ``removed``)."""

    kind: str
    fate: str
    html: SafeString


@dataclass(frozen=True)
class Fold:
    """Lines that did not change, and how many in words."""

    label: str
    lines: list[Line]


def line_of_words(old: Sequence[Word], new: Sequence[Word]) -> Line:
    """A field that is one line."""
    pieces = diff(old, new)
    return Line("", "changed" if _tells(pieces) else "same", written(pieces, Records()))


def lines_of_pairs(pairs: Sequence[Pair]) -> list[Line | Fold]:
    """The lines of two bodies; long stretches without a change are folded."""
    records = Records.of(block for pair in pairs for block in pair if block)
    return _folded([_line(old, new, records) for old, new in pairs])


def _line(old: Block | None, new: Block | None, records: Records) -> Line:
    pieces = diff(old.words if old else (), new.words if new else ())
    fate = "added" if old is None else "removed" if new is None else "same" if old.key == new.key else "changed"
    parts = [*_kind_told(old, new), *_facts_told(old, new, records), written(pieces, records)]
    if fate == "changed" and not _tells(pieces) and len(parts) == 1:
        parts.append(format_html("<ins>[{}]</ins>", _("set in another way")))
    kind = str(KINDS[(new or old).kind])
    return Line(kind, fate, mark_safe(" ".join(part for part in parts if part)))


def _tells(pieces: Sequence[Piece]) -> bool:
    return any(piece.fate != "same" for piece in pieces)


def _kind_told(old: Block | None, new: Block | None) -> list[SafeString]:
    if old is None or new is None or old.kind == new.kind:
        return []
    was, now = (str(KINDS[block.kind]) or str(_("paragraph")) for block in (old, new))
    return [format_html("<del>[{}]</del> <ins>[{}]</ins>", was, now)]


def _facts_told(old: Block | None, new: Block | None, records: Records) -> list[SafeString]:
    """What a block says beside its words, with what it said before."""
    had, has = dict(old.facts if old else ()), dict(new.facts if new else ())
    told = []
    for fact in dict.fromkeys([*has, *had]):
        was, now = (records.told(fact, side[fact]) if fact in side else "" for side in (had, has))
        if had.get(fact) == has.get(fact):
            told.append(format_html('<span class="sign">{}</span>', _stated(fact, now)))
            continue
        told += [format_html("<del>[{}]</del>", _stated(fact, was))] if was else []
        told += [format_html("<ins>[{}]</ins>", _stated(fact, now))] if now else []
    return told


def _stated(fact: str, value: str) -> str:
    return f"{_FACTS[fact]}: {value}" if fact in _FACTS else value


def _folded(lines: Sequence[Line]) -> list[Line | Fold]:
    found: list[Line | Fold] = []
    runs = [(is_same, list(run)) for is_same, run in groupby(lines, key=lambda line: line.fate == "same")]
    for place, (is_same, run) in enumerate(runs):
        before = _BLOCKS_AROUND if place else 0
        after = len(run) - (_BLOCKS_AROUND if place < len(runs) - 1 else 0)
        if not is_same or after - before < _FEWEST_BLOCKS_FOLDED:
            found += run
            continue
        found += [*run[:before], Fold(_blocks_unchanged(after - before), run[before:after]), *run[after:]]
    return found


def _blocks_unchanged(count: int) -> str:
    return ngettext("%(count)s paragraph unchanged", "%(count)s paragraphs unchanged", count) % {"count": count}


def written(pieces: Sequence[Piece], records: Records) -> SafeString:
    """The pieces as HTML: ``ins``, ``del``, everything escaped, the middle of a long unchanged stretch left out."""
    last = len(pieces) - 1
    parts = []
    for place, piece in enumerate(pieces):
        words = piece.words
        if piece.fate == "same":
            parts.append(_same(words, records, keep_head=place > 0, keep_tail=place < last))
        elif piece.fate == "reset":
            parts.append(_reset(piece, records))
        else:
            element = "ins" if piece.fate == "added" else "del"
            parts.append(format_html("<{0}>{1}</{0}>{2}", element, _words(words, records), _gap(pieces, place)))
    return mark_safe("".join(parts).strip())


def _gap(pieces: Sequence[Piece], place: int) -> str:
    """The space behind a piece; words taken away stand apart from what took their place."""
    is_replaced = pieces[place].fate == "removed" and pieces[place + 1 : place + 2]
    return " " if is_replaced and is_replaced[0].fate == "added" else pieces[place].words[-1].gap


def _same(words: Sequence[Word], records: Records, *, keep_head: bool, keep_tail: bool) -> SafeString:
    head = _WORDS_AROUND if keep_head else 0
    tail = len(words) - (_WORDS_AROUND if keep_tail else 0)
    is_alone = not keep_head and not keep_tail
    if is_alone or tail - head < _FEWEST_WORDS_FOLDED:
        return _words(words, records, hide_signs=True)
    count = tail - head
    label = ngettext("%(count)s word unchanged", "%(count)s words unchanged", count) % {"count": count}
    fold = format_html(' <span class="sign">[… {} …]</span> ', label)
    return mark_safe(
        _words(words[:head], records, hide_signs=True) + fold + _words(words[tail:], records, hide_signs=True)
    )


def _reset(piece: Piece, records: Records) -> SafeString:
    """The words as they are set now, and what that changes."""
    gained, lost = ([str(_LOOKS[look]) for look in sorted(looks)] for looks in (piece.gained, piece.lost))
    told = [format_html("<del>[{}]</del>", ", ".join(lost))] if lost else []
    told += [format_html("<ins>[{}]</ins>", ", ".join(gained))] if gained else []
    told = told or [format_html("<ins>[{}]</ins>", _("set in another way"))]
    words = _words(piece.words, records)
    return format_html("{} {}{}", words, mark_safe(" ".join(told)), piece.words[-1].gap)


def _words(words: Sequence[Word], records: Records, *, hide_signs: bool = False) -> SafeString:
    """Words as they are set, their signs beside them."""
    last = len(words) - 1
    parts = [_sign(word, records, is_hidden=hide_signs) if word.is_sign else _set(word) for word in words]
    gaps = [word.gap if place < last or hide_signs else "" for place, word in enumerate(words)]
    return mark_safe("".join(part + gap for part, gap in zip(parts, gaps, strict=True)))


def _sign(word: Word, records: Records, *, is_hidden: bool) -> SafeString:
    """Where nothing changed, the end of a line or a cell is one, and nobody need know where a link leads."""
    if is_hidden:
        return mark_safe(_ENDS.get(word.text, ""))
    return format_html('<span class="sign">[{}]</span>', records.sign(word.text))


def _set(word: Word) -> SafeString:
    start, parts = 0, []
    for length, looks in word.looks or ((len(word.text), frozenset()),):
        parts.append(_in_elements(word.text[start : start + length], looks))
        start += length
    return format_html_join("", "{}", ((part,) for part in parts))


def _in_elements(text: str, looks: Looks) -> SafeString:
    html = format_html("{}", text)
    for look in sorted(looks):
        html = format_html("<{0}>{1}</{0}>", _ELEMENTS[look], html)
    return html
