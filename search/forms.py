"""What a word is found by: keys that all its case forms, spellings and scripts share. Plain Python.

A word of a text has many keys, a word asked for has many, and one in common is enough: no single key holds for all
forms of «Кулубаев», whose likeliest dictionary form is often a wrong one.
"""

import re
from functools import lru_cache

from .dictionary import analyzer
from .kyrgyz import stems
from .spelling import coarse_key, latin_key
from .surnames import surname_stems
from .words import clean, search_key

# Hyphens and apostrophes part words, those that count as letters too: «премьер-министр» is found by either half.
WORD = re.compile(r"[^\W_ʼŉ]+")
_LONGEST = 60  # of letters in a row nobody reads more; the rest of a pasted key or address is not kept
_SHORTEST_STEM = 4  # «во» would be the stem of «вода», as if it were Kyrgyz
_KYRGYZ = re.compile(r"[ңөү]")
# A key of Latin letters says where they come from: a Cyrillic word in Latin letters meets only what is asked in Latin,
# or «жать» would find Zhat'.
_OF_LATIN, _OF_CYRILLIC = "x_", "c_"


def words_in(text: str) -> list[str]:
    """The words of a text as they are written, in order, the parts of hyphenated ones apart."""
    return [word[:_LONGEST] for word in WORD.findall(clean(text))]


def keys_of(word: str, language: str) -> frozenset[str]:
    """The keys by which a word written in a text of this language is found.

    A name, that is a word with a capital, is also found by its Latin spellings.
    """
    return _keys(word, word[:1].isupper(), language == "ky")


@lru_cache(maxsize=1 << 16)
def _keys(word: str, is_name: bool, is_kyrgyz: bool) -> frozenset[str]:
    key = search_key(word)
    if key.isascii():
        return _latin(key)
    found = _cyrillic(key, is_kyrgyz=is_kyrgyz)
    latin = {_OF_CYRILLIC + latin_key(each) for each in found} if is_name else set()
    return frozenset({*map(coarse_key, found), *latin})


@lru_cache(maxsize=1 << 12)
def keys_asked(word: str) -> frozenset[str]:
    """The keys any of which a text must have where a reader asks for this word, in whatever case and script."""
    key = search_key(word)
    if key.isascii():
        return _latin(key) | {_OF_CYRILLIC + latin_key(key)}
    # Nobody says in which language they ask: a word no Russian dictionary knows may have a Kyrgyz ending.
    found = _cyrillic(key, is_kyrgyz=bool(_KYRGYZ.search(key)) or not _is_known(key))
    return frozenset({*map(coarse_key, found), *(_OF_LATIN + latin_key(each) for each in found)})


def keys_begun(letters: str) -> frozenset[str]:
    """The beginnings any of which a key has of a word that begins with these letters."""
    key = search_key(letters)
    if not key.isascii():
        return frozenset({coarse_key(key)})
    return frozenset({key, _OF_CYRILLIC + latin_key(key)} if key[:1].isalpha() else {key})


def _latin(key: str) -> frozenset[str]:
    """An English word, a name or a number; “ministers” is also “minister”."""
    if not key[:1].isalpha():
        return frozenset({key})
    found = {key, key[:-1]} if key.endswith("s") and len(key) > _SHORTEST_STEM else {key}
    return frozenset({*found, *(_OF_LATIN + latin_key(each) for each in found)})


def _cyrillic(key: str, *, is_kyrgyz: bool) -> set[str]:
    found = {key, *(search_key(parse.normal_form) for parse in analyzer().parse(key))}
    found |= surname_stems(key, is_known=_is_known(key))
    if is_kyrgyz:
        bare = {stem.text for stem in stems(key, possessed=True) if len(stem.text) >= _SHORTEST_STEM}
        found |= bare | {name for stem in bare for name in surname_stems(stem, is_known=True)}
    return found


def _is_known(key: str) -> bool:
    return analyzer().word_is_known(key)
