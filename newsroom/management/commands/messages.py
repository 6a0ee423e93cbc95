"""``manage.py messages``: catalogs brought up to date and compiled, without gettext."""

import json
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from newsroom import messages


class Command(BaseCommand):
    help = "Gather what the site says, keep its translations, compile them, and list what lacks one."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--check", action="store_true", help="Write nothing; fail if anything is stale or missing.")
        parser.add_argument(
            "--fill", type=Path, metavar="FILE", help='JSON of a translator: {"words": {"ru": "…", "ky": "…"}}.'
        )

    def handle(self, *, check: bool, fill: Path | None, **options) -> None:
        [locale] = settings.LOCALE_PATHS
        said = list(messages.said(settings.BASE_DIR))
        translations = json.loads(fill.read_text(encoding="utf-8")) if fill else {}
        wrong = 0
        for language in messages.LANGUAGES:
            catalog = messages.renewed(messages.read_catalog(locale, language), said)
            messages.fill(catalog, {words: by[language] for words, by in translations.items() if by.get(language)})
            lacking = messages.missing(catalog)
            self.stdout.write(f"{language}: {len(catalog)} messages, {len(lacking)} without a translation")
            for words in lacking:
                self.stdout.write(f"  {json.dumps(words, ensure_ascii=False)}")
            wrong += len(lacking) + self._bring(locale, language, catalog, check)
        if check and wrong:
            raise CommandError("Catalogs are stale or incomplete: run `make messages`, then translate what it lists.")

    def _bring(self, locale: Path, language: str, catalog, check: bool) -> int:
        """Write what differs from the files; returns how many did."""
        path = messages.catalog_path(locale, language)
        text = messages.as_text(catalog)
        wanted = {path: text, path.with_suffix(".mo"): messages.compiled(text, language)}
        stale = [file for file, content in wanted.items() if not file.exists() or file.read_bytes() != content]
        for file in stale:
            if not check:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(wanted[file])
        return len(stale)
