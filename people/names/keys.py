"""Two foldings of a name: what is spelled alike, and what is written differently for the same sound."""

import re
from functools import lru_cache

from search.words import search_key

# «Жээнбеков» and «Жеенбеков», «Өмүр» typed «Омур»: letters a keyboard or a wire service trades for their sisters.
_SISTERS = str.maketrans("эөүңқғҳҷұәіһӣӯ\u2011", "еоункгхжуаихиу-")
_DOUBLED = re.compile(r"(\w)\1+")


@lru_cache(maxsize=1 << 14)
def exact_key(word: str) -> str:
    """``search_key``, remembered: names repeat within a text and between texts."""
    return search_key(word)


@lru_cache(maxsize=1 << 14)
def name_key(name: str) -> str:
    """The key names are looked up by: «Бузакка» and «Бузака», «Жээнбек» and «Женбек» share it.

    Coarser than ``search_key``: sister letters are one, doubled letters single. Whoever is found by it only, and
    not spelled alike, counts less than an exact bearer (``people.names.matcher``).
    """
    return _DOUBLED.sub(r"\1", exact_key(name).translate(_SISTERS))
