"""Small pictures of every format, made in code, and the words they carry. All people are invented."""

import datetime
from dataclasses import replace
from io import BytesIO

from PIL import Image

from media_assets.metadata import Metadata, Taken

METADATA = Metadata(
    headline="Встреча министров",
    description="(слева направо) Министр Бакыт Үсөнов, өкүл Айгүл Ташиева\nи посол <Иван Тестов> & другие. «Кабар»",
    alt_text="Трое стоят в ряд перед флагами",
    creator="Нурлан Өскөнов, Иван Тестов",
    credit_line="Пресс-служба",
    source="КТРК",
    copyright_notice="© Пробное агентство, 2025",
    usage_terms="Только для новостей;\nбез перепродажи",
    taken_at=Taken(2025, 6, 30, datetime.time(15, 45, 10), 360),
    city="Чолпон-Ата",
    country="Кыргызстан",
    event="Заседание совета",
    keywords=("ОДКБ", "саммит", "ыңтымак"),
    persons_shown=("Бакыт Үсөнов", "Айгүл Ташиева", "Иван Тестов"),
    rights_from=Taken(2025, 6, 30),
    rights_until=Taken(2026, 6, 30),
    description_writer="АТ",
)
OTHER = replace(METADATA, headline="Другой заголовок", keywords=(), creator="")

_FORMATS: dict[str, dict[str, object]] = {
    "plain.jpg": {"format": "JPEG"},
    "progressive.jpg": {"format": "JPEG", "progressive": True, "restart_marker_blocks": 4},
    "plain.png": {"format": "PNG"},
    "clear.png": {"format": "PNG", "mode": "RGBA"},
    "plain.webp": {"format": "WEBP"},
    "clear.webp": {"format": "WEBP", "mode": "RGBA"},
    "lossless.webp": {"format": "WEBP", "mode": "RGBA", "lossless": True},
    "plain.avif": {"format": "AVIF", "speed": 10},
    "clear.avif": {"format": "AVIF", "mode": "RGBA", "speed": 10},
    "plain.tif": {"format": "TIFF"},
    "packed.tif": {"format": "TIFF", "compression": "tiff_lzw"},
    "jpeg.tif": {"format": "TIFF", "compression": "jpeg"},
}


def picture(**options: object) -> bytes:
    """A noisy picture, 96 by 64 pixels, saved with these options of Pillow."""
    mode = str(options.pop("mode", "RGB"))
    made = Image.effect_noise((96, 64), 60).convert(mode)
    if mode == "RGBA":
        made.putalpha(Image.linear_gradient("L").resize(made.size))
    buffer = BytesIO()
    made.save(buffer, **options)  # type: ignore[arg-type]
    return buffer.getvalue()


PICTURES = {name: picture(**options) for name, options in _FORMATS.items()}


def pixels(data: bytes) -> tuple[str, tuple[int, int], bytes]:
    """What a decoder sees, without turning it."""
    with Image.open(BytesIO(data)) as opened:
        return opened.mode, opened.size, opened.tobytes()
