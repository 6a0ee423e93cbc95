"""Where a text names somebody on record: «Садыром Жапаровым», «С. Н. Жапаров», «ЖАПАРОВ САДЫР».

A pattern is a row of parts that belong to one name of one person and share a case, so «Садыра Жапаровым»
is no full name. Places are found here; who is meant is the resolver's question.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

from people.names.endings import PARTICLES, PATRONYMIC
from people.names.index import Lookup
from people.names.records import Kind, NameSpan, PartForm
from people.names.tokens import Word, split_words

# g given, p patronymic, f family, w a whole name, i initial; + a patronymic, * a middle name not on record.
_PATTERNS: dict[Kind, tuple[str, ...]] = {
    "full": ("w", "gf", "gpf", "g+f", "g*f", "fg", "fgp", "fg+"),
    "initials": ("if", "iif", "fi", "fii"),
    "given_patronymic": ("gp",),
    "surname": ("f",),
}
_KINDS = tuple(_PATTERNS)
_SYMBOLS = {"given": "g", "patronymic": "p", "family": "f", "whole": "w"}
_LONGEST_PART = 4  # «Хо Ван Ли Мэй»

# Whose name it may be: (person id, name id) → cases.
Owners = dict[tuple[int, int], int]
# What a word may begin: (symbol, index behind, owners); owners are None for what names nobody by itself.
Reading = tuple[str, int, Owners | None]


def find_names(text: str, lookup: Lookup) -> list[NameSpan]:
    """Find every case form of the names on record in plain text.

    Spans are half-open code-point offsets, ordered, never overlapping; the longest name wins. No name crosses
    the end of a line or of a sentence. ``lookup`` is asked once.
    """
    words = split_words(text)
    readings = _readings(words, lookup)
    found = [
        (first, stop, kind, owners)
        for first in range(len(words))
        for kind, patterns in _PATTERNS.items()
        for pattern in patterns
        for stop, owners in _fits(words, readings, first, pattern)
        if owners and not (kind == "surname" and _is_abbreviation(words[first:stop]))
    ]
    found.sort(key=lambda match: (match[0] - match[1], _KINDS.index(match[2]), match[0]))
    taken: set[int] = set()
    spans = []
    for first, stop, kind, owners in found:
        if taken.isdisjoint(range(first, stop)):
            taken.update(range(first, stop))
            start, end = words[first].start, words[stop - 1].end + words[stop - 1].is_initial
            candidates = tuple(sorted({person_id for person_id, _ in owners}))
            cases = reduce(or_, owners.values())
            spans.append(NameSpan(start, end, text[start:end], kind, candidates, cases))
    return sorted(spans, key=lambda span: span.start)


def _readings(words: Sequence[Word], lookup: Lookup) -> list[list[Reading]]:
    """For every word, what parts of names begin there."""
    phrases = [dict(_phrases(words, first)) for first in range(len(words))]
    postings = lookup({phrase for here in phrases for phrase in here.values()})
    readings: list[list[Reading]] = []
    for first, word in enumerate(words):
        here: list[Reading] = []
        for stop, phrase in phrases[first].items():
            here += [(symbol, stop, owners) for symbol, owners in _owners(postings.get(phrase, ())).items()]
        if word.is_initial:
            here.append(("i", first + 1, None))
        if word.is_capital:
            here.append(("+" if PATRONYMIC.search(word.key) else "*", first + 1, None))
        readings.append(here)
    return readings


def _phrases(words: Sequence[Word], first: int) -> Iterator[tuple[int, str]]:
    """Phrases that may be one part of a name, with the index behind them: «Халафом», «бин Халафом»."""
    for stop in range(first + 1, min(first + _LONGEST_PART, len(words)) + 1):
        last = words[stop - 1]
        if not (last.is_capital or _is_small_part(last)) or (stop > first + 1 and not last.is_joined):
            return
        if any(word.is_capital or "-" in word.key for word in words[first:stop]):
            yield stop, " ".join(word.key for word in words[first:stop])


def _is_small_part(word: Word) -> bool:
    """«бин», «уулу», and «аль-Хадж» with its particle."""
    particle, hyphen, rest = word.text.partition("-")
    return particle in PARTICLES and (not hyphen or rest[:1].isupper())


def _is_abbreviation(name: Sequence[Word]) -> bool:
    """A short word in capitals alone: «КАН» is an agency, no Mr Kan."""
    return len(name) == 1 and name[0].text.isupper() and len(name[0].text) <= 4


def _owners(forms: Sequence[PartForm]) -> dict[str, Owners]:
    by_symbol: dict[str, Owners] = defaultdict(lambda: defaultdict(int))
    for form in forms:
        by_symbol[_SYMBOLS[form.part]][form.person_id, form.name_id] |= form.cases
    return by_symbol


def _fits(
    words: Sequence[Word], readings: Sequence[list[Reading]], first: int, pattern: str
) -> Iterator[tuple[int, Owners | None]]:
    """Every way the pattern fits at a word: the index behind it, and whose name it then is."""
    for symbol, stop, owners in readings[first]:
        if symbol != pattern[0]:
            continue
        if len(pattern) == 1:
            yield stop, owners
        elif stop < len(words) and words[stop].is_joined:
            for end, rest in _fits(words, readings, stop, pattern[1:]):
                both = _common(owners, rest)
                if both is None or both:
                    yield end, both


def _common(one: Owners | None, other: Owners | None) -> Owners | None:
    if one is None or other is None:
        return one or other
    return {owner: one[owner] & other[owner] for owner in one.keys() & other.keys() if one[owner] & other[owner]}
