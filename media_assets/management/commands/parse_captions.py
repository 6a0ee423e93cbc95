"""Captions over any file: who is shown, where and with which office, without touching the database."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from media_assets.captions import parse_caption


class Command(BaseCommand):
    help = "Read who captions (JSON lines: id, text) show, by rows from left to right; one line a caption on stdout."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("captions", nargs="+", type=Path, metavar="FILE", help="captions: id and text")

    def handle(self, *args, **options):
        read = 0
        try:
            for path in options["captions"]:
                for row in self._rows(path):
                    people = [
                        {"row": one.row, "position": one.position, "post": one.post, "name": one.name.full}
                        for one in parse_caption(row["text"]).people
                    ]
                    line = json.dumps({"id": row["id"], "people": people}, ensure_ascii=False)
                    # half an emoji, from a caption cut by bytes, goes out escaped as it came
                    self.stdout.write(line.encode(errors="backslashreplace").decode())
                    read += 1
        except OSError as error:
            raise CommandError(
                f"{error.filename}: {error.strerror}. Give the path of a file that can be read."
            ) from error
        if not read:
            raise CommandError("No caption could be read. A caption is a line with id and text.")

    def _rows(self, path: Path) -> Iterator[dict[str, Any]]:
        """The captions of a file; a line that is none is told and left out."""
        with path.open(encoding="utf-8", errors="replace") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip("\ufeff \r\n\t"):
                    continue
                try:
                    row = json.loads(line.lstrip("\ufeff"))
                except ValueError as error:
                    self.stderr.write(f"{path}, line {number}: this is no JSON ({error}). The line is left out.")
                    continue
                if isinstance(row, dict) and "id" in row and isinstance(row.get("text"), str):
                    yield row
                else:
                    self.stderr.write(
                        f"{path}, line {number}: an object with an id and a text in quotes is expected. "
                        "The line is left out."
                    )
