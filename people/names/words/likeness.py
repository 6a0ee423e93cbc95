"""How alike two spellings of a name are: «Сейтек» and «Сеитек», «Гаррет» and «Гарет», «Вольф» and Wolf."""

import re
from collections.abc import Sequence
from functools import lru_cache

from people.names.keys import name_key
from search.distance import distance

# Beyond what ``name_key`` folds: written for the same sound, or not heard at all.
_SOUNDS = str.maketrans("йы", "ии", "ьъ'’-")

# Consonants that a spelling in the other script may stand for each other with: j is heard as ж, х or й.
_LATIN = {
    **dict.fromkeys(("sch", "tsch", "sh", "ch", "zh", "ts", "cz", "sz", "s", "z", "c", "j", "x"), "s"),
    **dict.fromkeys(("kh", "gh", "k", "g", "q", "h", "ck"), "k"),
    **dict.fromkeys(("ph", "b", "p", "v", "w", "f"), "p"),
    **dict.fromkeys(("th", "dh", "d", "t"), "t"),
    **dict.fromkeys(("m", "n"), "n"),
    **dict.fromkeys(("l", "r"), "l"),
}
_CYRILLIC = {
    **dict.fromkeys(("дж", "дз", "ж", "з", "с", "ц", "ч", "ш", "щ", "кс"), "s"),
    **dict.fromkeys("кгх", "k"),
    **dict.fromkeys("бпвф", "p"),
    **dict.fromkeys("дт", "t"),
    **dict.fromkeys("мн", "n"),
    **dict.fromkeys("лр", "l"),
}
_LATIN_SOUND, _CYRILLIC_SOUND = (
    re.compile("|".join(sorted(table, key=len, reverse=True))) for table in (_LATIN, _CYRILLIC)
)
_REPEATED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 14)
def skeleton(word: str) -> str:
    """What the spellings of one name share: «Сейтек», «Сеитек»; «Дэвис», «Девис»."""
    return name_key(word).translate(_SOUNDS)


def is_misprint(printed: str, forms: Sequence[str]) -> bool:
    """Whether a printed word is one of these forms but for a letter or, in a long name, two.

    The first letter stays: «Бонер» is «Бенер», but «Танер» is somebody else.
    """
    word = skeleton(printed)
    slips = 2 if len(word) >= 10 else 1 if len(word) >= 5 else 0
    letters = set(word)
    return any(
        key[:1] == word[:1]
        and abs(len(key) - len(word)) <= slips
        and len(letters.symmetric_difference(key)) <= 2 * slips
        and distance(key, word) <= slips
        for key in map(skeleton, forms)
    )


def sounds_like(cyrillic: str, latin: str) -> bool:
    """Whether a name in one script may be the name in the other: «Джошуа Вольф» and Joshua Wolf.

    Rough on purpose: it is asked of two names of which one stands in parentheses behind the other.
    """
    one = _consonants(cyrillic, _CYRILLIC_SOUND, _CYRILLIC)
    other = _consonants(latin, _LATIN_SOUND, _LATIN)
    return bool(one or other) and distance(one, other) <= 0.4 * max(len(one), len(other))


def _consonants(name: str, sound: re.Pattern[str], table: dict[str, str]) -> str:
    heard = "".join(table[match.group()] for match in sound.finditer(name_key(name)))
    return _REPEATED.sub(r"\1", heard)
