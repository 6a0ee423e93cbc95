"""Two foldings of a name: what is spelled alike, and what is written differently for the same sound."""

from functools import lru_cache

from search.spelling import coarse_key
from search.words import search_key


@lru_cache(maxsize=1 << 14)
def exact_key(word: str) -> str:
    """``search_key``, remembered: names repeat within a text and between texts."""
    return search_key(word)


def name_key(name: str) -> str:
    """The key names are looked up by: «Бузакка» and «Бузака», «Жээнбек» and «Женбек» share it.

    Coarser than ``search_key``. Whoever is found by it only, and not spelled alike, counts less than an exact bearer
    (``people.names.matcher``).
    """
    return coarse_key(name)
