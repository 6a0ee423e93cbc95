"""Words as they are compared: one folding for names, tags and search. Plain Python, free of Django."""

import re
import unicodedata

# Zero-width spaces, joiners and soft hyphens occur inside names in print and on the web.
_INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ][^\W_]+)*")

# After their sisters: Kyrgyz ң ө ү and the Tajik and Kazakh letters would otherwise stand behind я.
_ALPHABET_ORDER = {
    "ё": "е\uffff",
    "ң": "н\uffff",
    "ө": "о\uffff",
    "ү": "у\uffff",
    "ұ": "у\uffff\uffff",
    "қ": "к\uffff",
    "ғ": "г\uffff",
    "ҳ": "х\uffff",
    "һ": "х\uffff\uffff",
    "ҷ": "ч\uffff",
    "ӣ": "и\uffff",
    "ӯ": "у\uffff",
    "ә": "а\uffff",
    "і": "и\uffff\uffff",
}


def clean(text: str) -> str:
    """The text without invisible characters, in NFC, with single spaces."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text).translate(_INVISIBLE)).strip()


def search_key(text: str) -> str:
    """What two spellings share: case and ё folded, invisible characters gone, spaces single.

    SQLite does not fold Cyrillic case, so keys are stored and compared, never computed in SQL.
    """
    return clean(text).casefold().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def sort_key(text: str) -> str:
    """A key that sorts as a Russian, Kyrgyz or Tajik reader expects: ң after н, ө after о, ү after у."""
    return "".join(_ALPHABET_ORDER.get(letter, letter) for letter in clean(text).casefold())


def words(text: str) -> list[str]:
    """The words of a text in reading order, hyphenated ones whole, folded by ``search_key``."""
    return _WORD.findall(search_key(text))
