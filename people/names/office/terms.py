"""The words of offices as they can be compared: «главы МИД РФ» and «министр иностранных дел России» share most.

A term is a rough stem; the names, adjectives and abbreviations of a country are one term, and a ministry's short
name stands for its words.
"""

import re
from functools import lru_cache

from people.names.keys import exact_key
from people.names.office.posts import HEADS, INTERNATIONAL, MINISTRIES
from people.names.words.countries import ADJECTIVES, NAMES

_WORD = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(
    r"(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|иям|ией|ой|ей|ом|ем|ам|ям|ах|ях|ую|юю|ый|ий|ая|яя|ое|ее|ые|ие|ых|их|ым|им|ии|ию|ия|ов|ев"
    r"|[аеиоуыэюяйь])$"
)
# «Кандидат в президенты» holds no office of that name.
_CANDIDATE = re.compile(r"[Кк]андидат\w*\s+(?:в|на пост)\s+\w+")
_STEM = 6
# Words of no office, and those of time, which ``evidence`` asks about apart.
_EMPTY = re.compile(
    r"(?:для|при|под|над|без|про|как|это|его|все|или|что|они|она|был|год|экс|(?:бывш|прежн|тогдашн).*)$"
)


def terms(words: str) -> frozenset[str]:
    """What an office, or a piece of text, can be compared by."""
    return frozenset().union(*map(_terms_of, _WORD.findall(_CANDIDATE.sub("кандидат", words))))


@lru_cache(maxsize=1 << 13)
def _terms_of(word: str) -> frozenset[str]:
    key = exact_key(word)
    if word.isupper() and word in _ABBREVIATIONS:
        return _ABBREVIATIONS[word]
    if (len(key) < 3 and not word.isupper()) or _EMPTY.match(key):
        return frozenset()
    stem = _stemmed(key)
    return _SHORT.get(stem) or frozenset([_COUNTRIES.get(stem) or stem[:_STEM]])


def _stemmed(key: str) -> str:
    short = _ENDING.sub("", key)
    return short if len(short) >= 2 else key


def _plain(words: str) -> frozenset[str]:
    return frozenset(_stemmed(exact_key(word))[:_STEM] for word in _WORD.findall(words) if len(word) > 2)


def _country_terms() -> dict[str, str]:
    """Stems of the names and adjectives of a country → one term: «России», «российского»."""
    found: dict[str, str] = {}
    for name, country in (*NAMES.items(), *ADJECTIVES.items()):
        if " " not in name and not name.isupper():
            found[_stemmed(exact_key(name))] = _stemmed(exact_key(country))[:_STEM]
    return found


_COUNTRIES = _country_terms()
_ABBREVIATIONS: dict[str, frozenset[str]] = {
    **{name: frozenset([_stemmed(exact_key(country))[:_STEM]]) for name, country in NAMES.items() if name.isupper()},
    **{short: _plain(full) | {exact_key(short)} for short, full in INTERNATIONAL.items()},
    **{short: _plain(f"министерство {subject}") for subject, short in MINISTRIES.items() if short.isupper()},
}
# «премьера», «спикером», «Минфина»: one word for several.
_SHORT: dict[str, frozenset[str]] = {
    **{_stemmed(short): _plain(full) for short, full in HEADS.items() if short != full},
    **{_stemmed(exact_key(short)): _plain(f"министерство {subject}") for subject, short in MINISTRIES.items()},
}

# Terms of those beside an office: «помощник президента», «полпред президента», «супруга президента».
DEPENDENT_TERMS = terms(
    "заместитель помощник советник вице полномочный постоянный кандидат супруг супруга жена муж вдова сын дочь"
)
