"""HTML with its pictures from a Word document, checked before anything unpacks it."""

import base64
import io
import zipfile

import mammoth
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from mammoth.documents import Image

from .messages import MAX_FILE_MB
from .records import WireError

MAGIC = b"PK\x03\x04"
_MAX_UNPACKED = 200_000_000
# A hundred pages are about 3 MB of XML, and mammoth takes two seconds for each.
_MAX_XML = 6_000_000
_MAX_PARTS = 2_000
_ENCRYPTED = 0x1
_XML_STARTS = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00<")
_STYLES = "\n".join(
    f"p[style-name='{name}'] => figcaption:fresh" for name in ("caption", "Caption", "Название объекта")
)


def _address(picture: Image) -> dict[str, str]:
    """A data: address; a picture that lies on the sender's disk is named, so that the editor asks for it."""
    try:
        with picture.open() as file:
            data = base64.b64encode(file.read()).decode()
    except ValueError:
        return {"src": "linked:picture"}
    return {"src": f"data:{picture.content_type};base64,{data}"}


_PICTURE = mammoth.images.img_element(_address)


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
        return mammoth.convert_to_html(io.BytesIO(source), style_map=_STYLES, convert_image=_PICTURE).value
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
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise WireError("encrypted")
    markup = [part for part in parts if _is_markup(archive, part)]
    if sum(part.file_size for part in markup) > _MAX_XML:
        raise WireError("docx_bomb")
    for part in markup:
        fromstring(archive.read(part), forbid_dtd=True)


def _is_markup(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Told by the first bytes, for a document may call its text word/media/1.png and have it read as XML."""
    with archive.open(part) as file:
        return file.read(4).lstrip().startswith(_XML_STARTS)
