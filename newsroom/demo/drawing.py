"""Pictures drawn in code: a placeholder for a press photo that is not ours to ship, and invented landscapes."""

import random
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

_FONTS = Path(__file__).parent / "fonts"
_PAPER, _INK, _LAKE, _MUTED = "#F3F1EB", "#1B1D1F", "#0A587A", "#7E8A92"
SIZE_PX = (1920, 1280)


def press_photo(lines: list[str], persons: int) -> bytes:
    """A quiet drawing of ``persons`` people standing in a row before flags, with words that say what it stands for."""
    width, height = SIZE_PX
    picture = Image.new("RGB", SIZE_PX, "#DDE5E8")
    draw = ImageDraw.Draw(picture)
    draw.rectangle([0, height * 0.62, width, height], fill="#C9D2D4")
    step = width / (persons + 1)
    for number in range(persons):
        _flag(draw, step * (number + 1) + step * 0.36, height * 0.60, number)
    for number in range(persons):
        _figure(draw, step * (number + 1), height * 0.80, 0.96 + 0.05 * ((number * 5) % 3 - 1), number)
    draw.rectangle([0, height * 0.815, width, height], fill=_PAPER)
    draw.rectangle([0, height * 0.815, width, height * 0.815 + 4], fill=_LAKE)
    for number, line in enumerate(lines):
        _write(
            draw, line, 92, height * 0.845 + number * 62, 46 if number == 0 else 38, _INK if number == 0 else "#565C62"
        )
    return _jpeg(picture)


def places(persons: int) -> list[tuple[float, float, float, float]]:
    """Where the people of ``press_photo`` stand: boxes (x, y, width, height) in shares of the picture."""
    step = 1 / (persons + 1)
    return [(step * (number + 0.58), 0.27, step * 0.84, 0.54) for number in range(persons)]


def _flag(draw: ImageDraw.ImageDraw, x: float, ground: float, number: int) -> None:
    shade = ("#9FB6BF", "#B9C4BE", "#A9B3C4")[number % 3]
    draw.line([x, ground, x, ground - 560], fill=_MUTED, width=7)
    draw.polygon([(x, ground - 555), (x + 92, ground - 530), (x + 84, ground - 300), (x, ground - 330)], fill=shade)


def _figure(draw: ImageDraw.ImageDraw, x: float, ground: float, scale: float, number: int) -> None:
    suit = ("#2C3B44", "#33424B", "#273640")[number % 3]
    head, shoulders, tall = 50 * scale, 104 * scale, 640 * scale
    top = ground - tall
    draw.rounded_rectangle([x - shoulders, top + 130, x + shoulders, ground + 60], radius=64, fill=suit)
    draw.polygon([(x - 26, top + 128), (x + 26, top + 128), (x, top + 270)], fill="#E8ECEC")
    draw.polygon([(x - 9, top + 140), (x + 9, top + 140), (x, top + 262)], fill=_LAKE)
    draw.ellipse([x - head, top, x + head, top + head * 2.4], fill="#B8A899")


def landscape(seed: int) -> bytes:
    """A mountain lake of nowhere; the same seed gives the same picture."""
    dice = random.Random(seed)  # noqa: S311  a drawing, not a secret
    width, height = SIZE_PX
    evening = seed % 2
    top, horizon = (("#2E4A63", "#E8B98A"), ("#7FB0C8", "#EAF1EF"))[evening]
    picture = _gradient(top, horizon)
    draw = ImageDraw.Draw(picture)
    sun = dice.randint(int(width * 0.2), int(width * 0.8))
    draw.ellipse([sun - 90, 330, sun + 90, 510], fill="#FBF3DF")
    for layer, colour in enumerate((("#6F8796", "#4F6B7C", "#2F4A5A"), ("#9DB4BC", "#6E919E", "#3E6875"))[evening]):
        draw.polygon(_ridge(dice, height * (0.50 + 0.07 * layer), 230 - 55 * layer), fill=colour)
    water = ("#38566A", "#5E93A6")[evening]
    draw.rectangle([0, height * 0.74, width, height], fill=water)
    for _ in range(150):
        x, y = dice.randint(0, width), dice.randint(int(height * 0.755), height)
        reach = int((y - height * 0.7) * 0.5) + 20
        draw.line([x, y, x + reach, y], fill=("#6C8798", "#8FBAC7")[evening], width=3)
    return _jpeg(picture.filter(ImageFilter.GaussianBlur(1.2)))


def portrait(seed: int) -> bytes:
    """A bust without a face on a plain ground, for somebody who does not exist."""
    dice = random.Random(seed)  # noqa: S311
    picture = Image.new("RGB", (960, 1200), ("#D8DEDC", "#DAD6CC", "#CFD9DE")[seed % 3])
    draw = ImageDraw.Draw(picture)
    suit = dice.choice(["#2C3B44", "#4A3B3B", "#35463B", "#3A3A52"])
    draw.rounded_rectangle([130, 800, 830, 1400], radius=220, fill=suit)
    draw.polygon([(400, 790), (560, 790), (480, 1040)], fill="#EFEFEA")
    draw.ellipse([300, 260, 660, 760], fill=dice.choice(["#C2AE9C", "#A98F7C", "#B8A08C"]))
    return _jpeg(picture.filter(ImageFilter.GaussianBlur(2)))


def _ridge(dice: random.Random, base: float, rise: float) -> list[tuple[float, float]]:
    width, height = SIZE_PX
    points, x = [(0.0, float(height)), (0.0, base)], 0.0
    while x < width:
        x += dice.uniform(90, 210)
        points.append((x, base - dice.uniform(0.15, 1) * rise))
    return [*points, (width, height)]


def _gradient(top: str, bottom: str) -> Image.Image:
    mask = Image.linear_gradient("L").resize(SIZE_PX)
    return Image.composite(Image.new("RGB", SIZE_PX, bottom), Image.new("RGB", SIZE_PX, top), mask)


def _write(draw: ImageDraw.ImageDraw, words: str, x: float, y: float, size: int, colour: str) -> None:
    """Russian words with both halves of the font: letters from one file, figures and points from the other."""
    cyrillic = ImageFont.truetype(_FONTS / "pt-serif-cyrillic.woff", size)
    latin = ImageFont.truetype(_FONTS / "pt-serif-latin.woff", size)
    for letter in words:
        font = cyrillic if "\u0400" <= letter <= "\u04ff" else latin
        draw.text((x, y), letter, font=font, fill=colour, anchor="la")
        x += font.getlength(letter)


def _jpeg(picture: Image.Image) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=88)
    return buffer.getvalue()
