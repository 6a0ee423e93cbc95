"""ExifTool, who knows every format of metadata: in tests alone, once for many files."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

PROGRAM = shutil.which("exiftool")


def required() -> None:
    """Skip a test where ExifTool is missing; fail it where it has to be there."""
    if PROGRAM is None:
        if os.environ.get("NEWSROOM_REQUIRE_EXIFTOOL"):
            pytest.fail("ExifTool is required here and not installed.")
        pytest.skip("ExifTool is not installed: the oracle of these tests is missing.")


def write(folder: Path, *arguments: str) -> None:
    """Have ExifTool write into all files of a folder."""
    run(*arguments, "-q", "-q", "-m", "-overwrite_original", str(folder))


def tags(folder: Path) -> dict[str, dict[str, object]]:
    """All tags of all files of a folder, by file name, as «XMP-dc:Description», lists as lists."""
    said = json.loads(run("-json", "-a", "-G1", "-s", "-ee", "-struct", "-charset", "iptc=UTF8", str(folder)))
    return {Path(each["SourceFile"]).name: each for each in said}


def run(*arguments: str) -> str:
    """What ExifTool answers to these arguments; «-execute» parts several commands."""
    done = subprocess.run([str(PROGRAM), *arguments], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
