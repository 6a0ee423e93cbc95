"""A file is opened as a picture, in the formats we take and no other; turned upright, in sRGB, on white paper."""

import warnings
from io import BytesIO
from pathlib import Path
from typing import Literal, cast

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from .limits import MAX_FRAMES, MAX_PIXELS, MAX_SIDE_PX

# Cameras and phones with two lenses or a depth map write MPO: a JPEG with more pictures behind the first.
ENDINGS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "TIFF": "tif", "HEIF": "heic"}
_FILMS = {"WEBP", "AVIF", "PNG"}
_ORIENTATION = 0x0112
_TURNED_BY_DECODER = {"HEIF", "TIFF"}  # their size is that of the upright picture, though EXIF may still say how it lay

Why = Literal["size", "kind", "heic", "pixels", "frames", "film", "damaged"]


class Refused(ValueError):
    """The file is no picture we can take; ``why`` is a word for it."""

    def __init__(self, why: Why):
        super().__init__(why)
        self.why = why


def formats() -> list[str]:
    """The names of the formats that can be read here; HEIC needs the extra ``heic``."""
    known = [name for name in ENDINGS if name not in {"MPO", "HEIF"}]  # Pillow finds the MPO in a JPEG by itself
    try:
        from pi_heif import register_heif_opener
    except ImportError:
        return known
    register_heif_opener(thumbnails=False)
    return [*known, "HEIF"]


def open_checked(path: Path) -> Image.Image:
    """The picture, its header read and nothing decoded.

    Raises:
        Refused: of another kind, larger than a camera makes, a film, or damaged.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is the one that counts
            picture = Image.open(path, formats=formats())
    except Image.DecompressionBombError as error:
        raise Refused("pixels") from error
    except UnidentifiedImageError as error:
        raise Refused(_unknown(path)) from error
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError) as error:
        raise Refused("damaged") from error
    if picture.width * picture.height > MAX_PIXELS or max(picture.size) > MAX_SIDE_PX:
        raise Refused("pixels")
    frames = _frames(picture)
    if frames > 1 and picture.format in _FILMS:
        raise Refused("film")
    if frames > MAX_FRAMES:
        raise Refused("frames")
    return picture


def _frames(picture: Image.Image) -> int:
    try:
        return getattr(picture, "n_frames", 1)
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise Refused("damaged") from error


def _unknown(path: Path) -> Why:
    """What a file is that no decoder knows: a picture of a phone we could read, one cut off, or something else."""
    with path.open("rb") as file:
        head = file.read(16)
    if head[4:8] == b"ftyp" and head[8:12] in {b"heic", b"heix", b"hevc", b"mif1", b"msf1"}:
        return "heic"
    starts = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*")
    return "damaged" if head.startswith(starts) or head[8:12] == b"WEBP" else "kind"


def upright_size(picture: Image.Image) -> tuple[int, int]:
    """Width and height in pixels as they will be seen: a camera on its side has them change places."""
    width, height = picture.size
    if picture.format in _TURNED_BY_DECODER:
        return width, height
    return (height, width) if picture.getexif().get(_ORIENTATION, 1) in {5, 6, 7, 8} else (width, height)


def decode(picture: Image.Image, *, at_least_px: int) -> Image.Image:
    """The pixels: upright, in sRGB, without transparency; of a JPEG as few as its decoder can give that are enough.

    Raises:
        Refused: cut off or damaged.
    """
    try:
        picture.draft("RGB", (at_least_px, at_least_px))
        picture.load()
        profile = picture.info.get("icc_profile")
        upright = ImageOps.exif_transpose(picture)
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError, Image.DecompressionBombError) as error:
        raise Refused("damaged") from error
    return _on_paper(_to_srgb(upright, profile) if profile else upright)


def _to_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        mode = {"RGB": "RGB", "CMYK": "RGB", "L": "RGB", "RGBA": "RGBA"}.get(picture.mode)
        screen = ImageCms.createProfile("sRGB")
        return (mode and ImageCms.profileToProfile(picture, source, screen, outputMode=mode)) or picture
    except (ImageCms.PyCMSError, OSError):  # a broken profile: the colours as they are
        return picture


def _on_paper(picture: Image.Image) -> Image.Image:
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        paper = Image.new("RGB", layered.size, "white")
        paper.paste(layered, mask=layered.getchannel("A"))
        return paper
    if picture.mode.startswith("I;16") or picture.mode in {"I", "F"}:  # more levels than a screen shows
        high = cast(tuple[float, float], picture.getextrema())[1]
        scale = 255 / 65_535 if high > 255 else 1
        return picture.convert("F").point(lambda level: level * scale).convert("L").convert("RGB")
    return picture.convert("RGB")
