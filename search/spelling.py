"""What different spellings of one name share: sister letters folded, and how it is written in Latin letters."""

import re
from functools import lru_cache

from .slugs import transliterate
from .words import search_key

# «Жээнбеков» and «Жеенбеков», «Өмүр» typed «Омур»: letters a keyboard or a wire service trades for their sisters.
_SISTERS = str.maketrans("эөүңқғҳҷұәіһӣӯ\u2011", "еоункгхжуаихиу-")
_DOUBLED = re.compile(r"(\w)\1+")

# Japarov, Zhaparov and Dzhaparov; Tokaev and Tokayev; Muhriddin and Mukhriddin; Yevgeny and Evgenii.
_LATIN = (
    ("shch", "sh"), ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck", "k"),
    ("yo", "e"), ("ye", "e"), ("y", "i"), ("w", "v"), ("x", "ks"), ("q", "k"),
)  # fmt: skip


@lru_cache(maxsize=1 << 14)
def coarse_key(word: str) -> str:
    """«Бузакка» and «Бузака», «Жээнбек» and «Женбек» share it: sister letters are one, doubled letters single."""
    return _DOUBLED.sub(r"\1", search_key(word).translate(_SISTERS))


@lru_cache(maxsize=1 << 14)
def latin_key(word: str) -> str:
    """What a name written in either script shares with its other spellings: Жапаров, Zhaparov and Japarov."""
    latin = transliterate(search_key(word))
    for spelled, heard in _LATIN:
        latin = latin.replace(spelled, heard)
    return _DOUBLED.sub(r"\1", latin)
