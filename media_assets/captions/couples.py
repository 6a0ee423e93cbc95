"""Given names before one surname: «Асан и Айгуль Токтосуновы» are Асан Токтосунов and Айгуль Токтосунова."""

import re
from collections.abc import Iterator

from people.names.records import NameParts
from people.names.words.nominative import guesses
from people.names.words.readings import ANY_CASE

_WORD = r"[А-ЯЁӨҮҢ][а-яёөүң-]+"
_COUPLE = re.compile(
    rf"(?<![\w-])((?:{_WORD},\s+)*{_WORD}\s+и\s+{_WORD})\s+({_WORD}?)(ы|ых|ым|ыми|ие|их|им|ими)(?![\w-])"
)
_OF_FAMILY = re.compile(r"(?:[ое]в|[иы]н|ск|цк)$")
# The plural ending -> its cases, and how one man and one woman of the family are called in them.
_SINGULAR = {
    "ы": (("nomn",), "", "а"),
    "ых": (("gent", "accs"), "а", "ой"),
    "ым": (("datv",), "у", "ой"),
    "ыми": (("ablt",), "ым", "ой"),
    "ие": (("nomn",), "ий", "ая"),
    "их": (("gent", "accs"), "ого", "ой"),
    "им": (("datv",), "ому", "ой"),
    "ими": (("ablt",), "им", "ой"),
}


def couples(text: str) -> Iterator[tuple[NameParts, int, int]]:
    """Each of them in the nominative, with the place of the given name; the last one's reaches over the surname."""
    for match in _COUPLE.finditer(text):
        stem, ending = match[2], match[3]
        is_adjective = stem.endswith(("ск", "цк"))
        if not _OF_FAMILY.search(stem) or is_adjective != ending.startswith("и"):
            continue
        given = list(re.finditer(_WORD, match[1]))
        names = [name for word in given if (name := _name(word[0], stem, ending))]
        if len(names) == len(given):
            for word, name in zip(given, names, strict=True):
                start, end = (match.start() + place for place in word.span())
                yield name, start, match.end() if word is given[-1] else end


def _name(given: str, stem: str, ending: str) -> NameParts | None:
    """The likelier of man and woman; a woman's accusative ends otherwise: «Айгуль Токтосунову»."""
    cases, *endings = _SINGULAR[ending]
    found = [
        guess
        for family in (stem + each for each in endings)
        for guess in guesses([given, family])
        if (guess.case in cases or guess.case == ANY_CASE) and guess.name.family.startswith(stem)
    ]
    return max(found, key=lambda guess: guess.score).name if found else None
