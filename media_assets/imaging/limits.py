"""How much of a picture is looked at, and what a process that decodes one may use."""

MAX_BYTES = 80 * 1024 * 1024
MAX_PIXELS = 120_000_000
MAX_SIDE_PX = 65_000
MAX_FRAMES = 20  # pages of a TIFF, lenses of a stereo camera; a film is refused earlier
MEMORY_BYTES = (
    3 * 1024**3
)  # address space: a TIFF of MAX_PIXELS is held three times, encoders reserve more than they use
SECONDS = 120
