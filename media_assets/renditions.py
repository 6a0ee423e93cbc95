"""Copies of a photo for readers: every size and format from one decode, named by an unguessable key."""

import secrets
from dataclasses import dataclass
from io import BytesIO

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from PIL import Image, ImageCms, ImageOps

from .models import Photo, Rendition


@dataclass(frozen=True)
class Spec:
    """A size to make: a width that keeps the shape, or with ``height_px`` a crop around the focal point."""

    name: str
    width_px: int
    height_px: int | None = None
    formats: tuple[str, ...] = ("webp", "jpeg")

    def focal_key(self, photo: Photo) -> str:
        """The focal point as far as it matters: hundredths of width and height to a crop, nothing to a whole shape."""
        return f"{photo.focal_x:.2f}-{photo.focal_y:.2f}" if self.height_px else ""


SPECS = (
    Spec("w1600", 1600),
    Spec("w960", 960),
    Spec("w480", 480),
    Spec("card", 1200, 630, formats=("jpeg",)),
    Spec("square", 240, 240),
)
_SAVE = {"webp": {"quality": 80, "method": 4}, "jpeg": {"quality": 82, "optimize": True, "progressive": True}}
_HIGHEST_PX = 16_383  # WebP has no more
_ENDINGS = {"webp": "webp", "jpeg": "jpg", "avif": "avif"}


def is_fresh(rendition: Rendition, photo: Photo) -> bool:
    """Made for the photo's present focal point, or independent of it."""
    return any(spec.name == rendition.spec and spec.focal_key(photo) == rendition.focal_key for spec in SPECS)


def missing(photo: Photo) -> list[tuple[Spec, str]]:
    """The sizes and formats not made yet for the photo's present focal point."""
    made = {(each.spec, each.format) for each in photo.renditions.all() if is_fresh(each, photo)}
    return [(spec, format) for spec in SPECS for format in spec.formats if (spec.name, format) not in made]


def ensure(photo: Photo) -> int:
    """Make what is missing and return how many were made. Decodes once, outside any transaction."""
    wanted = missing(photo)
    if not wanted:
        return 0
    picture = _upright_srgb(photo)
    for spec in dict.fromkeys(spec for spec, _ in wanted):
        sized = _resized(picture, spec, (photo.focal_x, photo.focal_y))
        for format in (format for each, format in wanted if each == spec):
            _keep(photo, spec, format, sized)
    return len(wanted)


def _upright_srgb(photo: Photo) -> Image.Image:
    with photo.original.open("rb") as file, Image.open(file) as opened:
        largest = max(spec.width_px for spec in SPECS)
        opened.draft("RGB", (largest * 2, largest * 2))
        picture = ImageOps.exif_transpose(opened)
        profile = opened.info.get("icc_profile")
        if profile:
            picture = _to_srgb(picture, profile)
        if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
            layered = picture.convert("RGBA")
            paper = Image.new("RGB", layered.size, "white")
            paper.paste(layered, mask=layered.getchannel("A"))
            return paper
        return picture.convert("RGB")


def _to_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        mode = "RGB" if picture.mode in {"RGB", "CMYK", "L"} else picture.mode
        return ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except ImageCms.PyCMSError:
        return picture  # a broken profile: the colours as they are


def _resized(picture: Image.Image, spec: Spec, focal: tuple[float, float]) -> Image.Image:
    if spec.height_px:
        return ImageOps.fit(picture, (spec.width_px, spec.height_px), Image.Resampling.LANCZOS, centering=focal)
    # A screenshot of a whole page may be twenty times as high as it is wide.
    scale = min(1, spec.width_px / picture.width, _HIGHEST_PX / picture.height)
    width, height = (max(1, round(side * scale)) for side in picture.size)
    return picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _keep(photo: Photo, spec: Spec, format: str, picture: Image.Image) -> None:
    buffer = BytesIO()
    picture.save(buffer, format.upper(), **_SAVE[format])
    rendition = Rendition(
        photo=photo,
        spec=spec.name,
        focal_key=spec.focal_key(photo),
        format=format,
        width_px=picture.width,
        height_px=picture.height,
        size_bytes=buffer.tell(),
    )
    key = secrets.token_urlsafe(18)
    rendition.file.save(f"{key[:2]}/{key}.{_ENDINGS[format]}", ContentFile(buffer.getvalue()), save=False)
    try:
        with transaction.atomic():
            rendition.save()
    except IntegrityError:  # another worker made the same one at the same time: theirs stays
        rendition.file.delete(save=False)
