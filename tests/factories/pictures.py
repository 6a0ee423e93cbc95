"""Photos drawn in code."""

from io import BytesIO

from PIL import Image

from media_assets.ingest import ingest
from media_assets.models import Photo


def picture_bytes(
    colour: str = "#345678", size: tuple[int, int] = (640, 480), format: str = "JPEG", **options
) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", size, colour).save(buffer, format, **options)
    return buffer.getvalue()


def photo(colour: str = "#345678", credit_line: str = "рисунок редакции", **fields) -> Photo:
    return ingest(BytesIO(picture_bytes(colour)), "рисунок.jpg", credit_line=credit_line, **fields)[0]
