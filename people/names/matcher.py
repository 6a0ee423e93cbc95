"""Where a text names somebody on record: «Садыром Жапаровым», «С. Н. Жапаров», «ЖАПАРОВ САДЫР».

A pattern is a row of parts that belong to one name of one person and share a case, so «Садыра Жапаровым»
is no full name. Places are found here; who is meant is the resolver's question.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import reduce
from operator import or_

from people.names.endings import FIXED_LAST_WORDS, PARTICLES, PATRONYMIC
from people.names.index import Index, Postings
from people.names.keys import exact_key, name_key
from people.names.printed import Printed, as_on_record
from people.names.records import ALL_CASES, Kind, NameSpan
from people.names.tokens import Word, runs
from search.language import kyrgyz_places

# g given, p patronymic, f family, w a whole name, i initial; + a patronymic, * a middle name not on record.
_PATTERNS: dict[Kind, tuple[str, ...]] = {
    "full": ("w", "gf", "gpf", "g+f", "g*f", "fg", "fgp", "fg+"),
    "initials": ("if", "iif", "fi", "fii"),
    "given_patronymic": ("gp", "pg"),  # «Азамат Бакыт уулу», «Бакыт уулу Азамат»
    "surname": ("f",),
}
_KINDS = tuple(_PATTERNS)
_SYMBOLS = {"given": "g", "patronymic": "p", "family": "f", "whole": "w"}
_LONGEST_PART = 4  # «Хо Ван Ли Мэй»

# Whose name it may be: (person id, name id) → the cases, and a bit that says it is spelled as on record.
Owners = dict[tuple[int, int], int]
_EXACT = ALL_CASES + 1
# What a word may begin: (symbol, index behind, owners); owners are None for what names nobody by itself.
Reading = tuple[str, int, Owners | None]
# A match of a pattern: first word, index behind, kind, owners.
Match = tuple[int, int, Kind, Owners]


def find_names(text: str, index: Index) -> list[NameSpan]:
    """Find every case form of the names on record in plain text.

    Spans are half-open code-point offsets, ordered, never overlapping; the longest name wins. No name crosses
    the end of a line or of a sentence.
    """
    return find_in_all([text], index)[0]


def find_in_all(texts: Sequence[str], index: Index) -> list[list[NameSpan]]:
    """The same for many texts: the index is asked three questions, however many they are."""
    found = [list(_stretches(text)) for text in texts]
    stretches = [stretch for here in found for stretch in here]
    families = index.families({key for stretch in stretches for key in stretch.keys})
    for stretch in stretches:
        stretch.read(families)
    by_patronymic = _with_patronymic(stretches, index)
    likely = [stretch for stretch in stretches if stretch.bearers or stretch.patronymics]
    bearers = by_patronymic.union(*(stretch.bearers for stretch in likely))
    parts = index.parts({key for stretch in likely for key in stretch.keys}, bearers) if bearers else {}
    for stretch in likely:
        stretch.read(parts, stretch.bearers | by_patronymic)
    return [
        [span for stretch in here if stretch.readings for span in _spans(text, stretch)]
        for text, here in zip(texts, found, strict=True)
    ]


def _stretches(text: str) -> Iterator["_Stretch"]:
    is_kyrgyz = kyrgyz_places(text)
    return (_Stretch(words, is_kyrgyz(words[0].start)) for words in runs(text))


def _with_patronymic(stretches: Iterable["_Stretch"], index: Index) -> set[int]:
    """Who may be called by given name and patronymic somewhere: «Садыр Нургожоевич»."""
    polite = [stretch for stretch in stretches if stretch.patronymics]
    if not polite:
        return set()
    givens = {key for stretch in polite for key in stretch.keys}
    return index.with_patronymic(givens, {key for stretch in polite for key in stretch.patronymics})


class _Stretch:
    """Words that stand joined, and what parts of names begin at each of them."""

    def __init__(self, words: list[Word], is_kyrgyz: bool) -> None:
        self.words = words
        self.bearers: set[int] = set()
        self.readings: dict[int, list[Reading]] = defaultdict(list)
        self._phrases = [
            (first, stop, printed)
            for first in range(len(words))
            for stop, phrase in _phrases(words, first)
            for printed in as_on_record(phrase, is_kyrgyz=is_kyrgyz)
        ]

    @property
    def keys(self) -> list[str]:
        return [name_key(printed.form) for _, _, printed in self._phrases]

    @property
    def patronymics(self) -> list[str]:
        """Keys of what looks like a patronymic here, «Нургожоевичу» or «Асан уулу»."""
        if len(self.words) == 1:
            return []
        return [name_key(printed.form) for _, _, printed in self._phrases if _is_patronymic(printed.form)]

    def read(self, postings: Postings, bearers: Collection[int] | None = None) -> None:
        """Note what begins where: family names of anybody, other parts of the ``bearers`` only."""
        for first, stop, printed in self._phrases:
            for symbol, owners in self._owners(printed, postings, bearers).items():
                self.readings[first].append((symbol, stop, owners))
                self.bearers.update(person_id for person_id, _ in owners)

    def fillers(self, first: int) -> Iterator[Reading]:
        """What a word may be that is on no record: an initial, a patronymic, a middle name."""
        word = self.words[first]
        if word.is_initial:
            yield "i", first + 1, None
        if word.is_capital:
            yield ("+" if PATRONYMIC.search(word.key) else "*"), first + 1, None

    @staticmethod
    def _owners(printed: Printed, postings: Postings, bearers: Collection[int] | None) -> dict[str, Owners]:
        by_symbol: dict[str, Owners] = defaultdict(lambda: defaultdict(int))
        for form in postings.get(name_key(printed.form), ()):
            cases = printed.cases(form.cases)
            if cases and (bearers is None or form.person_id in bearers):
                exact = _EXACT if exact_key(form.form) == exact_key(printed.form) else 0
                by_symbol[_SYMBOLS[form.part]][form.person_id, form.name_id] |= cases | exact
        return by_symbol


def _phrases(words: Sequence[Word], first: int) -> Iterator[tuple[int, str]]:
    """Phrases that may be one part of a name, with the index behind them: «Халафом», «бин Халафом»."""
    for stop in range(first + 1, min(first + _LONGEST_PART, len(words)) + 1):
        last = words[stop - 1]
        if not (last.is_capital or _is_small_part(last)) or (stop > first + 1 and not last.is_joined):
            return
        if any(word.is_capital or "-" in word.text for word in words[first:stop]):
            yield stop, " ".join(word.text for word in words[first:stop])


def _is_small_part(word: Word) -> bool:
    """«бин», «уулу», and «аль-Хадж» with its particle."""
    particle, hyphen, rest = word.text.partition("-")
    return particle in PARTICLES and (not hyphen or rest[:1].isupper())


def _is_patronymic(phrase: str) -> bool:
    *_, before, last = ("", *phrase.split(" "))
    return last in FIXED_LAST_WORDS if before else bool(PATRONYMIC.search(exact_key(last)))


def _is_abbreviation(name: Sequence[Word]) -> bool:
    """A short word in capitals alone: «КАН» is an agency, no Mr Kan."""
    return len(name) == 1 and name[0].text.isupper() and len(name[0].text) <= 4


def _spans(text: str, stretch: _Stretch) -> Iterator[NameSpan]:
    """The names of one stretch in reading order: the longest first, none overlapping another."""
    taken: set[int] = set()
    chosen = []
    for first, stop, kind, owners in sorted(_matches(stretch), key=lambda match: (match[0] - match[1], *_rank(match))):
        if taken.isdisjoint(range(first, stop)):
            taken.update(range(first, stop))
            chosen.append((first, stop, kind, owners))
    for first, stop, kind, owners in sorted(chosen, key=lambda match: match[0]):
        exact = {owner: cases for owner, cases in owners.items() if cases & _EXACT}
        words = stretch.words
        start, end = words[first].start, words[stop - 1].end + words[stop - 1].is_initial
        yield NameSpan(
            start,
            end,
            text[start:end],
            kind,
            candidates=tuple(sorted({person_id for person_id, _ in exact or owners})),
            cases=reduce(or_, (exact or owners).values()) & ALL_CASES,
            is_exact=bool(exact),
        )


def _rank(match: Match) -> tuple[int, int]:
    return _KINDS.index(match[2]), match[0]


def _matches(stretch: _Stretch) -> Iterator[Match]:
    for first in range(len(stretch.words)):
        for kind, patterns in _PATTERNS.items():
            for pattern in patterns:
                for stop, owners in _fits(stretch, first, pattern):
                    if owners and not (kind == "surname" and _is_abbreviation(stretch.words[first:stop])):
                        yield first, stop, kind, owners


def _fits(stretch: _Stretch, first: int, pattern: str) -> Iterator[tuple[int, Owners | None]]:
    """Every way the pattern fits at a word: the index behind it, and whose name it then is."""
    for symbol, stop, owners in (*stretch.readings.get(first, ()), *stretch.fillers(first)):
        if symbol != pattern[0]:
            continue
        if len(pattern) == 1:
            yield stop, owners
        elif stop < len(stretch.words) and stretch.words[stop].is_joined:
            for end, rest in _fits(stretch, stop, pattern[1:]):
                both = _common(owners, rest)
                if both is None or both:
                    yield end, both


def _common(one: Owners | None, other: Owners | None) -> Owners | None:
    if one is None or other is None:
        return one or other
    return {
        owner: one[owner] & other[owner] for owner in one.keys() & other.keys() if one[owner] & other[owner] & ALL_CASES
    }
