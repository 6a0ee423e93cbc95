"""The names engine over any texts: who is linked and who is proposed, without touching the database."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from people.names.corpus import Reader, read_people, read_texts
from people.names.unknown import neural


class Command(BaseCommand):
    help = "Find and link the names in texts (JSON lines) against people (JSON lines); one line a text on stdout."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "--people", action="append", required=True, type=Path, metavar="FILE", help="people; may be repeated"
        )
        parser.add_argument(
            "--neural", action="store_true", help="let the language model of the extra `ner` propose people as well"
        )
        parser.add_argument("texts", nargs="+", type=Path, metavar="FILE", help="texts: doc_id, text and date")

    def handle(self, *args, **options):
        read = 0
        if options["neural"] and not neural.is_installed():
            raise CommandError(neural.HOW_TO_INSTALL)
        try:
            record = read_people(options["people"], self.stderr.write)
            reader = Reader(record, neural.people_in if options["neural"] else None)
            for path in options["texts"]:
                for text in read_texts(path, timezone.localdate(), self.stderr.write):
                    line = json.dumps(reader.read(text), ensure_ascii=False)
                    # half an emoji, from a text cut by bytes, goes out escaped as it came
                    self.stdout.write(line.encode(errors="backslashreplace").decode())
                    read += 1
        except OSError as error:
            raise CommandError(
                f"{error.filename}: {error.strerror}. Give the path of a file that can be read."
            ) from error
        if not read:
            raise CommandError("No text could be read. A text is a line with doc_id, text and date.")
