import time
from contextlib import suppress

import pytest

from articles.wire import WireError, read


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        ("", "empty", 0),
        (b"", "empty", 0),
        (" \r\n\t\u200b", "empty", 0),
        ("---\n\n.", "empty", 0),
        ("<p></p><script>alert(1)</script>", "empty", 0),
        (b"%PDF-1.7 text", "pdf", 0),
        (b"{\\rtf1 text}", "rtf", 0),
        (bytes(range(256)), "binary", 0),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary", 0),
        ("Слово ".encode() * 50 + b"\r\n\r\n" + b"\xd0 " + "слово ".encode() * 50, "encoding", 3),
        ("слово " * 900_000, "too_long", 0),
        (("слово " * 900_000).encode(), "too_long", 0),
        ("<div>\n" * 600 + "текст", "too_deep", 501),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(source: str | bytes, code: str, line: int) -> None:
    with pytest.raises(WireError) as refusal:
        read(source)
    assert (refusal.value.code, refusal.value.line) == (code, line)
    assert refusal.value.message.endswith(".")
    assert "{" not in refusal.value.message


@pytest.mark.parametrize(
    "piece",
    ["<div>", "<b>", "<p>а", "<!--", "<", "«", "# а\n", "[", "**", "*а _б ", "- а\n", "---\n\n", "&", "https://",
     "@абв ", "#аб ", "> "],
)  # fmt: skip
def test_no_repetition_of_marks_is_slow(piece: str) -> None:
    started = time.perf_counter()
    with suppress(WireError):
        read("# Заголовок\n\n" + piece * (20_000 // len(piece)))
    assert time.perf_counter() - started < 5
