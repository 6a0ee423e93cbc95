"""Addresses in ASCII from Russian and Kyrgyz words: the one transliteration function."""

import re
import unicodedata

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
    "э": "e", "ю": "iu", "я": "ia",
    "ң": "n", "ө": "o", "ү": "u", "ұ": "u", "қ": "k", "ғ": "g", "ҳ": "h", "һ": "h", "ҷ": "j", "ӣ": "i",
    "ӯ": "u", "ә": "a", "і": "i", "ї": "i", "є": "e", "ў": "u", "ґ": "g",
}  # fmt: skip


def transliterate(text: str) -> str:
    """Lower-case ASCII for a Cyrillic or Latin text; letters that have none are dropped."""
    latin = "".join(_LETTERS.get(letter, letter) for letter in text.casefold())
    return unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()


def slugify(text: str, *, fallback: str = "item", max_length: int = 80) -> str:
    """A slug of ASCII letters, digits and hyphens, cut at a word; ``fallback`` when nothing is left."""
    slug = re.sub(r"[^a-z0-9]+", "-", transliterate(text)).strip("-")
    if len(slug) > max_length:
        slug = slug[: max_length + 1].rpartition("-")[0] or slug[:max_length]
    return slug or fallback
