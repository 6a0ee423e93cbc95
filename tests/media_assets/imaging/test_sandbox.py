"""The process that decodes: it answers, it refuses in one word, it may die, and it takes nobody along."""

import struct
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from media_assets.imaging import limits, sandbox
from media_assets.imaging.opening import Refused
from media_assets.imaging.specs import BY_NAME, SPECS, specs_for
from tests.factories.pictures import picture_bytes

HALF = (0.5, 0.5)
_TURN = Image.Transpose
# EXIF's number of how a picture lies, and how one that is upright comes to lie so.
_LAID = {
    2: _TURN.FLIP_LEFT_RIGHT,
    3: _TURN.ROTATE_180,
    4: _TURN.FLIP_TOP_BOTTOM,
    5: _TURN.TRANSPOSE,
    6: _TURN.ROTATE_90,
    7: _TURN.TRANSVERSE,
    8: _TURN.ROTATE_270,
}


@pytest.fixture
def file(tmp_path):
    def file(data: bytes) -> Path:
        path = tmp_path / "picture"
        path.write_bytes(data)
        return path

    return file


def _refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        sandbox.look(path)
    return refused.value.why


def _film(format: str) -> bytes:
    buffer = BytesIO()
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "green")]
    frames[0].save(buffer, format, save_all=True, append_images=frames[1:])
    return buffer.getvalue()


def _png_bomb(side: int) -> bytes:
    """A few hundred bytes that say they are a picture of side x side pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 999)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "kind"),
        (b"This is no picture", "kind"),
        (b"%PDF-1.7", "kind"),
        (picture_bytes(format="GIF"), "kind"),
        (picture_bytes(size=(900, 900))[:400], "damaged"),
        (picture_bytes(size=(900, 900), format="PNG")[:-300], "damaged"),
        (picture_bytes(size=(900, 900), format="WEBP")[:-100], "damaged"),
        (b"\xff\xd8\xff\xe0 no more of a JPEG than its first bytes", "damaged"),
        (_png_bomb(60_000), "pixels"),
        (_png_bomb(2_000_000_000), "pixels"),
        (_film("WEBP"), "film"),
        (_film("PNG"), "film"),
        (_film("AVIF"), "film"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_a_word(file, data, why):
    assert _refusal(file(data)) == why


def test_a_picture_cut_off_in_its_last_line_is_found_out(file):
    """The eighth of its size that is decoded still reads the file to its end."""
    noise = BytesIO()
    Image.effect_noise((3000, 2000), 80).save(noise, "JPEG")
    assert _refusal(file(noise.getvalue()[: len(noise.getvalue()) * 95 // 100])) == "damaged"


def test_a_decoder_that_dies_or_hangs_is_a_damaged_file(file, monkeypatch):
    def dies(command, **options):
        return subprocess.run(["python3", "-c", "import os; os.abort()"], **options)  # noqa: S607

    def hangs(command, **options):
        raise subprocess.TimeoutExpired(command, 1)

    for run in (dies, hangs):
        monkeypatch.setattr(sandbox.subprocess, "run", _only_once(run, monkeypatch))
        assert _refusal(file(picture_bytes())) == "damaged"


def _only_once(run, monkeypatch):
    real = subprocess.run

    def first(command, **options):
        monkeypatch.setattr(sandbox.subprocess, "run", real)
        return run(command, **options)

    return first


def test_a_decoder_gets_no_more_memory_and_time_than_its_share():
    resource = pytest.importorskip("resource")
    asked = "from media_assets.imaging.__main__ import bounded; import resource as r; bounded(); "
    asked += "print(r.getrlimit(r.RLIMIT_AS)[0], r.getrlimit(r.RLIMIT_CPU)[0])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, cwd=sandbox._ROOT, check=True)
    memory, seconds = map(int, done.stdout.split())
    assert seconds == limits.SECONDS
    if resource.getrlimit(resource.RLIMIT_AS)[1] == resource.RLIM_INFINITY and sys.platform == "linux":
        assert memory == limits.MEMORY_BYTES


def test_the_decoder_knows_none_of_our_secrets(file, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "never tell")
    seen = {}
    real = subprocess.run
    monkeypatch.setattr(
        sandbox.subprocess, "run", lambda command, **options: seen.update(options) or real(command, **options)
    )
    sandbox.look(file(picture_bytes()))
    assert "SECRET_KEY" not in seen["env"]


def test_copies_have_the_sizes_their_rows_have_been_promised(file):
    size = (1701, 1133)
    wanted = [(spec, format) for spec in specs_for(size[0]) for format in spec.formats]
    made = sandbox.make(file(picture_bytes(size=size)), wanted, HALF)
    assert {(copy.spec, copy.format) for copy in made} == {(spec.name, format) for spec, format in wanted}
    for copy in made:
        assert (copy.width_px, copy.height_px) == BY_NAME[copy.spec].size_of(*size)
        assert Image.open(BytesIO(copy.data)).size == (copy.width_px, copy.height_px)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_a_picture_lying_in_any_way_is_turned_upright(file, format, orientation):
    """Red, lime and blue from the top left corner on, in a picture wider than it is high."""
    picture = Image.new("RGB", (640, 320), "white")
    for colour, corner in (("red", (0, 0)), ("lime", (320, 0)), ("blue", (0, 160))):
        picture.paste(colour, (*corner, corner[0] + 320, corner[1] + 160))
    exif = Image.Exif()
    exif[0x0112] = orientation
    buffer = BytesIO()
    lying = picture.transpose(_LAID[orientation]) if orientation > 1 else picture
    lying.save(buffer, format, **({"tiffinfo": exif} if format == "TIFF" else {"exif": exif}))
    path = file(buffer.getvalue())
    seen = sandbox.look(path).seen
    assert (seen.width_px, seen.height_px) == (640, 320)
    (copy,) = sandbox.make(path, [(BY_NAME["w320"], "jpeg")], HALF)
    upright = Image.open(BytesIO(copy.data))
    assert upright.size == (320, 160)
    corners = [upright.getpixel(place) for place in ((40, 40), (280, 40), (40, 120), (280, 120))]
    assert ["".join("01"[level > 127] for level in pixel) for pixel in corners] == ["100", "010", "001", "111"]


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (200, ["w320"]),
        (320, ["w320"]),
        (700, ["w320", "w640", "w960"]),
        (6000, ["w320", "w640", "w960", "w1280", "w1920"]),
    ],
)
def test_widths_end_with_the_first_that_shows_all_of_the_picture(width, widths):
    crops = ["wide", "standard", "square", "portrait", "wide-small", "card"]
    assert [spec.name for spec in specs_for(width)] == widths + crops


@pytest.mark.parametrize(("focal", "colour"), [((0.0, 0.5), "red"), ((1.0, 0.5), "blue")])
def test_every_crop_keeps_the_focal_point(file, focal, colour):
    """A picture red on the left and blue on the right, wider than any crop."""
    picture = Image.new("RGB", (1600, 400), "red")
    picture.paste("blue", (800, 0, 1600, 400))
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    crops = [spec for spec in SPECS if spec.height_px and spec.width_px <= spec.height_px * 1.4]
    for copy in sandbox.make(file(buffer.getvalue()), [(spec, "jpeg") for spec in crops], focal):
        pixel = Image.open(BytesIO(copy.data)).getpixel((copy.width_px // 2, copy.height_px // 2))
        assert (pixel[0] > 200) == (colour == "red"), copy.spec


def test_colours_are_those_of_the_screen(file):
    """A profile in which red and green have changed places: read by it, what is red in numbers is green to the eye."""
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = screen.replace(b"rXYZ", b"????", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"????", b"gXYZ", 1)
    [copy] = sandbox.make(file(picture_bytes("#ff0000", icc_profile=swapped)), [(BY_NAME["w320"], "jpeg")], HALF)
    red, green, _blue = Image.open(BytesIO(copy.data)).getpixel((9, 9))
    assert (red < 60, green > 200) == (True, True)


def test_a_broken_profile_leaves_the_colours_as_they_are(file):
    broken = picture_bytes("#ff0000", icc_profile=b"no profile")
    [copy] = sandbox.make(file(broken), [(BY_NAME["w320"], "jpeg")], HALF)
    assert Image.open(BytesIO(copy.data)).getpixel((9, 9))[0] > 200


@pytest.mark.parametrize("mode", ["L", "LA", "RGBA", "P", "1", "CMYK", "I;16"])
def test_pictures_of_every_kind_of_colour_have_copies(file, mode):
    format = "TIFF" if mode in {"CMYK", "I;16"} else "PNG"
    buffer = BytesIO()
    Image.new(mode, (400, 300), 100 if mode in {"L", "P", "1", "I;16"} else None).save(buffer, format)
    [copy] = sandbox.make(file(buffer.getvalue()), [(BY_NAME["w320"], "jpeg")], HALF)
    assert Image.open(BytesIO(copy.data)).mode == "RGB"


def test_what_is_transparent_stands_on_white_paper(file):
    buffer = BytesIO()
    Image.new("RGBA", (400, 300), (0, 0, 0, 0)).save(buffer, "PNG")
    [copy] = sandbox.make(file(buffer.getvalue()), [(BY_NAME["w320"], "jpeg")], HALF)
    assert Image.open(BytesIO(copy.data)).getpixel((9, 9)) == (255, 255, 255)
