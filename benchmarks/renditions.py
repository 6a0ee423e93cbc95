"""How long a photo's copies take: ours, in a process of its own and with words in every file, against Pillow alone.

    python benchmarks/renditions.py [--megapixels 24] [--rounds 5]

Both make five widths in three formats from one JPEG, with the same decode, sizes and qualities, in turns in one run.
The figure that counts is the ratio; the seconds are this machine's.
"""

import argparse
import statistics
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PIL import Image, ImageOps

from media_assets.imaging import sandbox
from media_assets.imaging.copying import QUALITY
from media_assets.imaging.specs import WIDTHS
from media_assets.metadata import Metadata, embed

_FOCAL = (0.5, 0.5)
WORDS = Metadata(
    description="(слева направо) Министр культуры Лаковии Асан Токтосунов, глава МИД Боровии Болот Сыдыков.",
    creator="Вера Осокина",
    credit_line="Чолпон",
    persons_shown=("Асан Токтосунов", "Болот Сыдыков"),
)


def photograph(megapixels: float) -> bytes:
    """A JPEG with the detail of a photograph: large shapes, edges and the grain of a sensor."""
    width = round((megapixels * 1e6 * 1.5) ** 0.5)
    height = round(width / 1.5)
    shapes = Image.effect_noise((12, 8), 120).resize((width, height), Image.Resampling.BICUBIC)
    edges = Image.effect_noise((width // 40, height // 40), 60).resize((width, height), Image.Resampling.NEAREST)
    grain = Image.effect_noise((width, height), 8)
    grey = Image.blend(Image.blend(shapes, edges, 0.3), grain, 0.2)
    picture = Image.merge("RGB", (grey, grey.point(lambda level: level * 0.9), ImageOps.invert(grey)))
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


def bare(path: Path) -> None:
    """The calls of Pillow that such a set of copies needs, and nothing else."""
    with Image.open(path) as opened:
        whole = opened.size
        opened.draft("RGB", (WIDTHS[-1].width_px,) * 2)
        opened.load()
        larger = opened.convert("RGB")
    for spec in reversed(WIDTHS):
        larger = larger.resize(spec.size_of(*whole), Image.Resampling.LANCZOS, reducing_gap=3.0)
        for format in spec.formats:
            larger.save(BytesIO(), format.upper(), **QUALITY[format])


def ours(path: Path) -> None:
    """What a worker does for the same files, but for storing them."""
    wanted = [(spec, format) for spec in WIDTHS for format in spec.formats]
    for copy in sandbox.make(path, wanted, _FOCAL):
        embed(copy.data, WORDS)


def timed(work, path: Path) -> float:
    start = time.perf_counter()
    work(path)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megapixels", type=float, default=24)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "photograph.jpg"
        path.write_bytes(photograph(asked.megapixels))
        seconds: dict[str, list[float]] = {"bare": [], "ours": []}
        for _ in range(asked.rounds):  # in turns: whatever else the machine does befalls both
            seconds["bare"].append(timed(bare, path))
            seconds["ours"].append(timed(ours, path))
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    print(f"a photograph of {asked.megapixels:g} megapixels, 5 widths x 3 formats, median of {asked.rounds}")
    for name, values in seconds.items():
        print(f"{name:5} {medians[name]:6.2f} s  ({min(values):.2f} to {max(values):.2f})")
    print(f"ratio {medians['ours'] / medians['bare']:6.2f}")


if __name__ == "__main__":
    main()
