"""The near side of the process that decodes: it is given a file, waited for, and may die alone."""

import json
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from media_assets.metadata import Metadata, Taken

from . import limits
from .copying import Copy
from .looking import Seen
from .opening import Refused
from .specs import Focal, Spec

logger = logging.getLogger(__name__)

_INSTANTS = {"taken_at", "rights_from", "rights_until"}
_ROOT = Path(__file__).resolve().parent.parent.parent
# A file is decoded in as many processes as can be afforded at once, however many people upload.
_AT_ONCE = BoundedSemaphore(2)


@dataclass(frozen=True)
class Looked:
    """What was seen of a picture, and what its file says of it."""

    seen: Seen
    words: Metadata


def look(path: Path) -> Looked:
    """Look at a file that anybody may have sent.

    Raises:
        Refused: it is no picture we can take, or nothing could look at it and live.
    """
    answer = _asked("look", [path])
    words = {name: _restored(name, value) for name, value in answer["words"].items()}
    return Looked(Seen(**answer["seen"]), Metadata(**words))


def _restored(name: str, value: Any) -> Any:
    """A word of the file as it was before it travelled as JSON."""
    if isinstance(value, list):
        return tuple(value)
    return Taken.from_iso(value) if name in _INSTANTS and value else value


def make(path: Path, wanted: Sequence[tuple[Spec, str]], focal: Focal) -> list[Copy]:
    """The copies of the picture in this file.

    Raises:
        Refused: the file cannot be decoded any more.
    """
    with tempfile.TemporaryDirectory(prefix="copies-") as folder:
        job = {"wanted": [(spec.name, format) for spec, format in wanted], "focal": focal}
        made = _asked("copy", [path, Path(folder)], job)
        return [Copy(**each, data=(Path(folder) / str(number)).read_bytes()) for number, each in enumerate(made)]


def _asked(verb: str, paths: Sequence[Path], job: dict | None = None) -> Any:
    command = [sys.executable, "-m", "media_assets.imaging", verb, *map(str, paths)]
    # Only what a decoder needs of our surroundings: no key and no password is there for a broken one to tell.
    surroundings = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    with _AT_ONCE:
        try:
            done = subprocess.run(
                command,
                input=json.dumps(job or {}).encode(),
                capture_output=True,
                cwd=_ROOT,
                env={**surroundings, "PYTHONUTF8": "1"},
                timeout=limits.SECONDS,
                check=True,
            )
            said = json.loads(done.stdout)
        except (subprocess.SubprocessError, ValueError) as error:
            logger.warning("Nothing could decode %s: %s", paths[0].name, _last_words(error))
            raise Refused("damaged") from error
    if "refused" in said:
        raise Refused(said["refused"])
    return said["answer"]


def _last_words(error: Exception) -> str:
    """Why the other process ended, as it said itself, for the log."""
    said = getattr(error, "stderr", None) or b""
    return said.decode(errors="replace").strip().rpartition("\n")[2] or str(error)


@contextmanager
def on_disk(data: bytes) -> Iterator[Path]:
    """The bytes as a file that the other process can open, for as long as it looks."""
    with tempfile.NamedTemporaryFile(prefix="picture-") as file:
        file.write(data)
        file.flush()
        yield Path(file.name)
