"""The process that decodes: ``python -m media_assets.imaging look FILE`` or ``copy FILE FOLDER``, the job on stdin.

It answers with one line of JSON. It may die of what it reads; ``sandbox`` waits for it and says so.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from media_assets.metadata import Taken, read

from . import limits
from .copying import copies
from .looking import look
from .opening import Refused
from .specs import named


def bounded() -> None:
    """Take no more memory and processor time than a picture needs. Windows knows no such limits."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, limits.MEMORY_BYTES), (resource.RLIMIT_CPU, limits.SECONDS)):
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (most, hard))
        except (ValueError, OSError):  # macOS keeps no limit of address space
            continue


def looked(path: Path) -> dict[str, object]:
    """What the file is, and what it says of itself."""
    words = {name: _plain(value) for name, value in vars(read(path.read_bytes())).items()}
    return {"seen": asdict(look(path)), "words": words}


def _plain(value: object) -> object:
    return value.iso if isinstance(value, Taken) else value


def copied(path: Path, folder: Path, job: dict) -> list[dict[str, object]]:
    """Make the copies the job asks for in the folder and say what each is."""
    wanted = [(spec, format) for name, format in job["wanted"] if (spec := named(name))]
    made = []
    for number, copy in enumerate(copies(path, wanted, tuple(job["focal"]))):
        (folder / str(number)).write_bytes(copy.data)
        made.append({"spec": copy.spec, "format": copy.format, "width_px": copy.width_px, "height_px": copy.height_px})
    return made


def main(arguments: list[str]) -> None:
    bounded()
    verb, path, *folder = arguments
    try:
        answer = looked(Path(path)) if verb == "look" else copied(Path(path), Path(*folder), json.load(sys.stdin))
        said: dict[str, object] = {"answer": answer}
    except Refused as refused:
        said = {"refused": refused.why}
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
