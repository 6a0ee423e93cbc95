"""A text as blocks of marked runs: the one shape every input is read into and every step works on."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape, unescape

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
COMPOUND = ("ul", "ol", "table", "blockquote")
_TAG = re.compile(r"<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>")
_BLOCK_TAG = re.compile(r"</?(?:p|h[1-6]|li|tr|td|th|ul|ol|table|blockquote|br)\b[^>]*>")


@dataclass(frozen=True)
class Run:
    """Characters that share their marks; a newline is a line break."""

    text: str
    strong: bool = False
    em: bool = False
    href: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph or heading as runs; a list, table or blockquote as its HTML.

    Kinds: p, h1-h6, caption (marked so by its source), ul, ol, table, blockquote, rule, picture, embed.
    """

    kind: str
    runs: tuple[Run, ...] = ()
    html: str = ""
    code: str = ""

    @cached_property
    def text(self) -> str:
        if self.kind in COMPOUND:
            return text_of(self.html)
        return "".join(run.text for run in self.runs)

    @property
    def is_words(self) -> bool:
        return self.kind == "p" or self.kind == "caption" or self.kind in HEADINGS

    def all_marked(self, mark: str) -> bool:
        """Whether every letter carries the mark, ``strong`` or ``em``."""
        lettered = [run for run in self.runs if any(map(str.isalnum, run.text))]
        return bool(lettered) and all(getattr(run, mark) for run in lettered)

    def with_runs(self, runs: Iterable[Run]) -> "Block":
        return replace(self, runs=trim(runs))


def text_of(html: str) -> str:
    """The words of sanitised HTML, one line a block."""
    lines = unescape(_TAG.sub("", _BLOCK_TAG.sub("\n", html))).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def cut(runs: Iterable[Run], start: int, end: int | None = None) -> tuple[Run, ...]:
    """The runs between two offsets of their joined text."""
    parts, position = [], 0
    for run in runs:
        low = max(start - position, 0)
        high = len(run.text) if end is None else min(end - position, len(run.text))
        if low < high:
            parts.append(replace(run, text=run.text[low:high]))
        position += len(run.text)
    return tuple(parts)


def trim(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs without blank ends."""
    runs = tuple(runs)
    text = "".join(run.text for run in runs)
    return cut(runs, len(text) - len(text.lstrip()), len(text.rstrip()))


def lines(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """The runs of each line, blank lines as empty tuples."""
    line: list[Run] = []
    for run in runs:
        first, *rest = run.text.split("\n")
        line.append(replace(run, text=first))
        for piece in rest:
            yield trim(line)
            line = [replace(run, text=piece)]
    yield trim(line)


def join(parts: Iterable[tuple[Run, ...]], by: str) -> tuple[Run, ...]:
    """The parts as one sequence of runs, ``by`` between them."""
    joined: list[Run] = []
    for part in parts:
        joined += [Run(by), *part] if joined else part
    return tuple(joined)


def render(runs: Iterable[Run]) -> str:
    """The runs as inline HTML: neighbours share their marks, which begin and end at a letter, not a blank."""
    groups: list[tuple[Run, list[str]]] = []
    for run in runs:
        if groups and (not run.text.strip() or replace(groups[-1][0], text=run.text) == run):
            groups[-1][1].append(run.text)
        else:
            groups.append((run, [run.text]))
    return "".join(_render_run(replace(run, text="".join(texts))) for run, texts in groups)


def _render_run(run: Run) -> str:
    core = run.text.strip()
    if not core:
        return run.text.replace("\n", "<br>")
    before, after = run.text.split(core)
    words = escape(core, quote=False)
    if run.em:
        words = f"<em>{words}</em>"
    if run.strong:
        words = f"<strong>{words}</strong>"
    if run.href:
        words = f'<a href="{escape(run.href)}">{words}</a>'
    return f"{before}{words}{after}".replace("\n", "<br>")
