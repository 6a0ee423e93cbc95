"""Characters from the bytes of a file: Unicode with or without a byte order mark, or windows-1251."""

import codecs
import re
import unicodedata

from .messages import MAX_CHARACTERS, MAX_FILE_MB
from .records import WireError

_MAGIC = {b"%PDF": "pdf", b"{\\rtf": "rtf"}
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Soft hyphens and zero-width marks hide inside names copied from the web; the joiner U+200D stays, emoji need it.
_HIDDEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff\ud800-\udfff]")


def characters(source: bytes) -> str:
    """The text of a file that is not a Word document.

    Raises:
        WireError: the file is not a text, or one of its lines is damaged.
    """
    if len(source) > MAX_FILE_MB * 1_000_000:
        raise WireError("too_large")
    for magic, code in _MAGIC.items():
        if source.startswith(magic):
            raise WireError(code)
    if source.startswith(_OLE):
        raise WireError("encrypted" if _ENCRYPTED in source else "old_word")
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if source.startswith(mark):
            return _decode(source.removeprefix(mark), encoding)
    if _CONTROL.search(source.decode("latin-1")):
        raise WireError("binary")
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_mostly_utf8(source):
            raise WireError("encoding", line=_line_of(source, error.start)) from error
    return _decode(source, "windows-1251")


def normal(text: str) -> str:
    """The text in NFC with "\\n" line ends and no hidden characters.

    Raises:
        WireError: there is nothing to read, or more than a story can be.
    """
    if len(text) > MAX_CHARACTERS:
        raise WireError("too_long")
    text = _HIDDEN.sub("", _LINE_ENDS.sub("\n", text))
    # macOS writes «й» as two characters, and then no name with it is found.
    text = unicodedata.normalize("NFC", text)
    if not text.strip():
        raise WireError("empty")
    return text


def _decode(source: bytes, encoding: str) -> str:
    try:
        text = source.decode(encoding)
    except UnicodeDecodeError as error:
        raise WireError("encoding" if encoding == "utf-8" else "binary", _line_of(source, error.start)) from error
    if _CONTROL.search(text):
        raise WireError("binary")
    return text


def _is_mostly_utf8(source: bytes) -> bool:
    """One broken byte must not turn a whole story into «РџСЂРµР·РёРґРµРЅС‚»."""
    text = source.decode("utf-8", errors="replace")
    letters = sum(character > "\x7f" for character in text)
    return text.count("\ufffd") * 4 < letters


def _line_of(source: bytes, position: int) -> int:
    return len(re.findall(rb"\r\n|\r|\n", source[:position])) + 1
