"""HTML with its pictures from a Word document, checked before anything unpacks it."""

import io
import zipfile

import mammoth
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from .messages import MAX_FILE_MB
from .records import WireError

MAGIC = b"PK\x03\x04"
_MAX_UNPACKED = 200_000_000
# The XML of a 100-page report is about 3 MB; mammoth needs seconds for each further ten.
_MAX_XML = 12_000_000
_MAX_PARTS = 2_000
_STYLES = "\n".join(
    f"p[style-name='{name}'] => figcaption:fresh" for name in ("caption", "Caption", "Название объекта")
)


def html_of(source: bytes) -> str:
    """The document as HTML, pictures as data: addresses.

    Raises:
        WireError: not a Word document, damaged, too large when unpacked, or with XML entities.
    """
    if len(source) > MAX_FILE_MB * 1_000_000:
        raise WireError("too_large")
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            _check(archive)
        return mammoth.convert_to_html(io.BytesIO(source), style_map=_STYLES).value
    except WireError:
        raise
    except DefusedXmlException as error:
        raise WireError("docx_unsafe") from error
    except RecursionError as error:
        raise WireError("docx_bomb") from error
    except Exception as error:
        # Mammoth looks up parts and attributes without asking, so a bent document raises anything.
        raise WireError("docx_broken") from error


def _check(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED:
        raise WireError("docx_bomb")
    if "word/document.xml" not in archive.namelist():
        raise WireError("not_docx")
    markup = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    if sum(part.file_size for part in markup) > _MAX_XML:
        raise WireError("docx_bomb")
    for part in markup:
        if part.flag_bits & 0x1:
            raise WireError("encrypted")
        fromstring(archive.read(part), forbid_dtd=True)
