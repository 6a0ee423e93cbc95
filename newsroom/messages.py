"""What the site says, gathered from code and templates into catalogs and compiled, without gettext installed.

English words in the code are the keys; newsroom/locale holds the Russian and Kyrgyz ones. A catalog has exactly the
messages in use: translations are kept, what is no longer said is dropped.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages import pofile
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from django.utils.translation.template import templatize

APPS = ("newsroom", "articles", "media_assets", "people", "search", "clock")
LANGUAGES = ("ru", "ky")
KEYWORDS = {
    **dict.fromkeys(("_", "_t", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
# A message: its words (with a plural, two), its context, and the file that says it.
Found = tuple[str | tuple[str, ...], str | None, str]


def said(root: Path) -> Iterator[Found]:
    """Every message of our apps and templates."""
    for app in APPS:
        for path in sorted((root / app).rglob("*.py")):
            yield from _in_code(path.read_bytes(), path.relative_to(root).as_posix())
    for folder in (root / "templates", *(root / app / "templates" for app in APPS)):
        for path in sorted([*folder.rglob("*.html"), *folder.rglob("*.txt"), *folder.rglob("*.xml")]):
            yield from _in_template(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())


def _in_code(source: bytes, name: str) -> Iterator[Found]:
    for _line, words, _comments, context in extract("python", BytesIO(source), keywords=KEYWORDS):
        yield words, context, name


def _in_template(source: str, name: str) -> Iterator[Found]:
    # Django writes the template's calls as Python among rows of X; without its indentation a tokenizer can read it.
    code = re.sub(r"(?m)^\s+", "", templatize(source, name))
    yield from _in_code(code.encode(), name)


def catalog_path(locale: Path, language: str) -> Path:
    return locale / language / "LC_MESSAGES" / "django.po"


def read_catalog(locale: Path, language: str) -> Catalog:
    """The catalog as it stands; an empty one when there is none yet."""
    path = catalog_path(locale, language)
    if not path.exists():
        return Catalog(locale=language, creation_date=datetime.now(UTC))
    return parsed(path.read_bytes(), language)


def parsed(text: bytes, language: str) -> Catalog:
    """The catalog that a .po file holds."""
    return pofile.read_po(BytesIO(text), locale=language)


def renewed(old: Catalog, messages: list[Found]) -> Catalog:
    """A catalog of exactly these messages, with the translations that ``old`` has of them."""
    fresh = Catalog(
        locale=old.locale,
        project="newsroom",
        version="",
        msgid_bugs_address="",
        last_translator="The newsroom's authors",
        language_team=str(old.locale.english_name),
        creation_date=old.creation_date,
        revision_date=old.creation_date,  # a date of its own would change the file without a change in it
        fuzzy=False,
    )
    fresh.header_comment = f"# What the newsroom says, in {old.locale.english_name}. Update with `make messages`."
    for words, context, name in messages:
        known = old.get(words if isinstance(words, str) else words[0], context)
        translation = known.string if known and isinstance(known.string, str) == isinstance(words, str) else None
        fresh.add(words, translation, [(name, 1)], context=context)
    return fresh


def missing(catalog: Catalog) -> list[str]:
    """The messages without a translation, or with a plural form that lacks one."""
    return [_key(message) for message in catalog if _lacks(message, catalog)]


def _lacks(message: Message, catalog: Catalog) -> bool:
    forms = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return bool(message.id) and (not all(forms) or (message.pluralizable and len(forms) < catalog.num_plurals))


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def fill(catalog: Catalog, translations: dict[str, str | list[str]]) -> None:
    """Put translations from a translator's list into the messages that lack one; the rest is left as it is."""
    for message in catalog:
        if _lacks(message, catalog) and _key(message) in translations:
            given = translations[_key(message)]
            message.string = given if isinstance(given, str) else tuple(given)


def as_text(catalog: Catalog) -> bytes:
    """The catalog as a .po file, in the order of its words."""
    buffer = BytesIO()
    pofile.write_po(buffer, catalog, width=110, sort_output=True, include_lineno=False)
    return buffer.getvalue()


def compiled(text: bytes, language: str) -> bytes:
    """A .po file as the .mo file that Django reads."""
    buffer = BytesIO()
    write_mo(buffer, parsed(text, language))
    return buffer.getvalue()
