"""Whether a text is Markdown, and if so its HTML. Plain text must not be harmed by reading it as Markdown."""

import re

from markdown_it import MarkdownIt

_HEADING = re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE)
_STRONG = re.compile(r"\*\*[^\s*](?:[^*\n]{0,300}[^\s*])?\*\*")
_LINK = re.compile(r"!?\[[^\]\n]{0,300}\]\((?:https?://|/|mailto:)[^)\s]{1,500}[^)\n]{0,100}\)")
_BULLET = re.compile(r"^ {0,3}[-*+] +(?=\S)")
_NUMBER = re.compile(r"^ {0,3}(\d{1,9})[.)] +(?=\S)")
_MARK = re.compile(r"^( *\d*)([-*+.)])")
# «- Да, - сказал он.»: a dash inside after a comma or a stop is speech, not a point of a list.
_SPEECH = re.compile(r"[,.!?…] [-–—] ")

# No indented code (pasted paragraphs are indented), no headings by underlining (a paragraph above «---» is not
# one), no raw HTML, no reference definitions (they would swallow words).
_MARKDOWN = MarkdownIt("zero", {"html": False, "breaks": True}).enable(
    ["heading", "emphasis", "link", "image", "blockquote", "hr", "list", "table", "escape", "entity", "newline"]
)


def is_markdown(text: str) -> bool:
    """Headings, pairs of ** or written-out links; bullets, numbers and single stars prove nothing."""
    return bool(_HEADING.search(text) or _STRONG.search(text) or _LINK.search(text))


def html_of(text: str) -> str:
    """The text as HTML, single line ends as <br>."""
    return _MARKDOWN.render("\n".join(_protect(text.split("\n"))))


def _protect(source: list[str]) -> list[str]:
    """The lines with those marks escaped that only look like lists: «1. » alone, «- » of a dialogue."""
    kept = list(source)
    for pattern, run in _runs(source):
        points = _counting(source, run) if pattern is _NUMBER else _unspoken(source, run)
        for i in set(run) - set(points if len(points) > 1 else []):
            kept[i] = _MARK.sub(r"\1\\\2", source[i])
    return kept


def _runs(source: list[str]) -> list[tuple[re.Pattern[str], list[int]]]:
    """The numbers of neighbouring lines that open alike; blank and indented lines do not part them."""
    runs: list[tuple[re.Pattern[str], list[int]]] = []
    neighbours = False
    for i, line in enumerate(source):
        pattern = next((pattern for pattern in (_BULLET, _NUMBER) if pattern.match(line)), None)
        if pattern and neighbours and runs[-1][0] is pattern:
            runs[-1][1].append(i)
        elif pattern:
            runs.append((pattern, [i]))
        if line.strip() and not line.startswith("  "):
            neighbours = bool(pattern)
    return runs


def _counting(source: list[str], run: list[int]) -> list[int]:
    """The lines numbered 1, 2, 3: «2025. Год…» opens a paragraph, not the point 2025 of a list."""
    points: list[int] = []
    for i in run:
        number = _NUMBER.match(source[i])
        if number and int(number[1]) == len(points) + 1:
            points.append(i)
    return points


def _unspoken(source: list[str], run: list[int]) -> list[int]:
    return [i for i in run if not _SPEECH.search(source[i])]
