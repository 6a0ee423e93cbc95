"""A file becomes a Photo: checked, turned upright, hashed, kept as it came.

Whatever is no accepted picture is refused alone, by name, with the reason.
"""

import hashlib
import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from search.slugs import slugify

from .models import Photo

MAX_BYTES = 80 * 1024 * 1024
MAX_PIXELS = 120_000_000
_FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "TIFF": "tif"}
# Cameras and phones with two lenses or a depth map write MPO: a JPEG with more pictures behind the first.
_ENDINGS = {**_FORMATS, "MPO": "jpg"}


class NotAPhoto(ValueError):
    """The file is refused; the message is a sentence that names it and says what to do."""


@dataclass(frozen=True)
class Looked:
    """What a look at the file tells: its format's ending, its upright size in pixels, its hashes."""

    ending: str
    width_px: int
    height_px: int
    sha256: str
    perceptual_hash: str


def look(data: bytes, name: str) -> Looked:
    """Open the picture as far as needed to be sure that it is one.

    Raises:
        NotAPhoto: too large, of another kind, cut off, or more pixels than a camera makes.
    """
    if len(data) > MAX_BYTES:
        raise NotAPhoto(
            _("“%(name)s” is larger than %(limit)s MB: send a smaller copy.") % {"name": name, "limit": MAX_BYTES >> 20}
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=list(_FORMATS)) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    raise NotAPhoto(_("“%(name)s” has too many pixels: send a smaller copy.") % {"name": name})
                ending = _ENDINGS[picture.format]
                picture.draft("RGB", (1024, 1024))
                upright = ImageOps.exif_transpose(picture)
                turned = picture.getexif().get(0x0112, 1) in {5, 6, 7, 8}
                fingerprint = _difference_hash(upright)
        with Image.open(BytesIO(data), formats=list(_FORMATS)) as picture:
            width, height = picture.size
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise NotAPhoto(_("“%(name)s” has too many pixels: send a smaller copy.") % {"name": name}) from error
    except UnidentifiedImageError as error:
        raise NotAPhoto(
            _("“%(name)s” is not a picture we can take: send JPEG, PNG, WebP, AVIF or TIFF.") % {"name": name}
        ) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        if isinstance(error, NotAPhoto):
            raise
        raise NotAPhoto(_("“%(name)s” is damaged or cut off: send it again.") % {"name": name}) from error
    if turned:
        width, height = height, width
    return Looked(ending, width, height, hashlib.sha256(data).hexdigest(), fingerprint)


def _difference_hash(picture: Image.Image) -> str:
    """Sixteen hex digits that stay alike when a picture is scaled or compressed again (dHash)."""
    small = picture.convert("L").resize((9, 8), Image.Resampling.BOX)
    pixels = small.tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            bits = bits << 1 | (pixels[row * 9 + column] > pixels[row * 9 + column + 1])
    return f"{bits:016x}"


def ingest(upload: BinaryIO, name: str, by=None, **fields: object) -> tuple[Photo, bool]:
    """The Photo of this file and whether it is new: the same file is never kept twice.

    Raises:
        NotAPhoto: see ``look``.
    """
    data = upload.read(MAX_BYTES + 1)
    looked = look(data, name)
    if known := Photo.objects.filter(sha256=looked.sha256).first():
        return known, False
    photo = Photo(uploaded_by=by, **fields)
    fill(photo, looked, data, name)
    try:
        with transaction.atomic():
            photo.save()
    except IntegrityError:  # the same file came in twice at the same moment: the other one stays
        photo.original.delete(save=False)
        return Photo.objects.get(sha256=looked.sha256), False
    return photo, True


def fill(photo: Photo, looked: Looked, data: bytes, name: str) -> None:
    """Put the file and what was seen in it on a photo that is not saved yet."""
    photo.original_name = name[:200]
    photo.sha256, photo.perceptual_hash = looked.sha256, looked.perceptual_hash
    photo.width_px, photo.height_px = looked.width_px, looked.height_px
    stem = slugify(name.rpartition(".")[0], fallback="photo", max_length=60)
    photo.original.save(f"{stem}.{looked.ending}", ContentFile(data), save=False)
