"""What a file is by its content, whatever its name says: the kinds of documents readers may be given. Plain Python."""

import re
import zipfile
from io import BytesIO
from typing import NamedTuple

MAX_BYTES = 50 << 20


class Kind(NamedTuple):
    """A kind of document: the ending of its files, as readers know it, and its media type."""

    ending: str
    media_type: str

    @property
    def label(self) -> str:
        """«PDF»."""
        return self.ending.upper()


PDF = Kind("pdf", "application/pdf")
TXT = Kind("txt", "text/plain")
CSV = Kind("csv", "text/csv")
_OFFICE = "application/vnd.openxmlformats-officedocument."
# By the part every such file has; a ``vbaProject.bin`` beside it is a program, which nobody should be sent.
_OPEN_XML = {
    "word/document.xml": Kind("docx", f"{_OFFICE}wordprocessingml.document"),
    "xl/workbook.xml": Kind("xlsx", f"{_OFFICE}spreadsheetml.sheet"),
    "ppt/presentation.xml": Kind("pptx", f"{_OFFICE}presentationml.presentation"),
}
_OPEN_DOCUMENT = {
    kind.media_type: kind
    for kind in (
        Kind("odt", "application/vnd.oasis.opendocument.text"),
        Kind("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    )
}
KINDS = {kind.ending: kind for kind in (PDF, TXT, CSV, *_OPEN_XML.values(), *_OPEN_DOCUMENT.values())}
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def kind_of(data: bytes, name: str) -> Kind | None:
    """The kind of this file, None for what readers are not given: pictures, programs, archives, old binary formats.

    The name only tells a table from a text where both are plain text.
    """
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return PDF
    if data.startswith(b"PK"):
        return _of_archive(data)
    if not data or not _is_text(data):
        return None
    return CSV if name.lower().endswith(".csv") else TXT


def _of_archive(data: bytes) -> Kind | None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = set(archive.namelist())
            if any(part.endswith("vbaProject.bin") for part in parts):
                return None
            if "mimetype" in parts:
                with archive.open("mimetype") as said:
                    return _OPEN_DOCUMENT.get(said.read(100).decode("ascii", "replace").strip())
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        return None
    return next((kind for part, kind in _OPEN_XML.items() if part in parts), None)


def _is_text(data: bytes) -> bool:
    """UTF-8, or what Excel in Russian saves a table as."""
    for encoding in ("utf-8-sig", "cp1251"):
        try:
            return not _NO_TEXT.search(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    return False


def printed_size(size_bytes: int, language: str) -> str:
    """«1,2 МБ», “340 KB”: what a reader on a phone pays for."""
    units = ("B", "KB", "MB") if language == "en" else ("Б", "КБ", "МБ")
    if size_bytes < 1000:
        return f"{size_bytes}\u00a0{units[0]}"
    if size_bytes < 1_000_000:
        return f"{round(size_bytes / 1000)}\u00a0{units[1]}"
    size = f"{size_bytes / 1_000_000:.1f}".removesuffix(".0")
    return f"{size if language == 'en' else size.replace('.', ',')}\u00a0{units[2]}"
