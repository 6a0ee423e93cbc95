"""A stretch of capitalised words, and what parts of names on record begin at each of its words."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from people.names.endings import FIXED_LAST_WORDS, PARTICLES, PATRONYMIC
from people.names.finding.printed import Printed, as_on_record
from people.names.finding.tokens import Word, runs, words_of
from people.names.index import Postings
from people.names.keys import exact_key, name_key
from people.names.records import ALL_CASES, PartForm
from search.language import kyrgyz_places

# Whose name it may be: (person id, name id) → the cases, and a bit that says it is spelled as on record.
Owners = dict[tuple[int, int], int]
EXACT = ALL_CASES + 1
# What a word may begin, by symbol: (index behind, owners); owners are None for what names nobody by itself.
Readings = dict[str, list[tuple[int, Owners | None]]]

# Forms by key and person: a batch of texts knows a thousand people called «Азамат», a stretch means two of them.
PartsByPerson = Mapping[str, Mapping[int, Sequence[PartForm]]]

_SYMBOLS = {"given": "g", "patronymic": "p", "family": "f", "whole": "w"}
_LONGEST_PART = 4  # «Хо Ван Ли Мэй»


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that may be one part of a name: from ``first`` until before ``stop``, looked up by ``key``."""

    first: int
    stop: int
    printed: Printed
    key: str


def stretches_of(text: str) -> list["Stretch"]:
    """Every place of the text where a name may stand."""
    is_kyrgyz = kyrgyz_places(text)
    return [Stretch(start, run, is_kyrgyz(start)) for start, run in runs(text)]


class Stretch:
    """Words that stand joined, at ``start`` of their text. Offsets of ``words`` count in the stretch."""

    __slots__ = ("bearers", "patronymics", "phrases", "readings", "start", "text")

    def __init__(self, start: int, text: str, is_kyrgyz: bool) -> None:
        self.start = start
        self.text = text
        self.phrases, self.patronymics = _phrases(text, is_kyrgyz)
        self.bearers: set[int] = set()
        self.readings: dict[int, list[tuple[str, int, Owners]]] = {}

    @property
    def words(self) -> tuple[Word, ...]:
        return words_of(self.text)

    def read(self, families: Postings) -> None:
        """Note where family names begin, whoever bears them."""
        for phrase in self.phrases:
            if phrase.key in families:
                self._note(phrase, families[phrase.key])

    def read_parts(self, parts: PartsByPerson, others: Collection[int]) -> None:
        """Note where given names and patronymics begin: those of the bearers met here, and of ``others``."""
        bearers = self.bearers.union(others)
        for phrase in self.phrases:
            if phrase.key in parts:
                by_person = parts[phrase.key]
                self._note(phrase, [form for bearer in bearers & by_person.keys() for form in by_person[bearer]])

    def _note(self, phrase: Phrase, forms: Iterable[PartForm]) -> None:
        for symbol, owners in _owners(phrase, forms).items():
            self.readings.setdefault(phrase.first, []).append((symbol, phrase.stop, owners))
            self.bearers.update(person_id for person_id, _ in owners)

    def table(self) -> list[Readings]:
        """What may begin at each word: parts of names on record, an initial, a patronymic, a middle name."""
        return [_with_fillers(self.readings.get(place, ()), place, word) for place, word in enumerate(self.words)]


@lru_cache(maxsize=1 << 13)
def _phrases(run: str, is_kyrgyz: bool) -> tuple[tuple[Phrase, ...], tuple[str, ...]]:
    """What to look up for a stretch, and which of it look like a patronymic: «Нургожоевичу», «Асан уулу»."""
    words = words_of(run)
    phrases = tuple(
        Phrase(first, stop, printed, name_key(printed.form))
        for first in range(len(words))
        for stop, phrase in _parts(words, first)
        for printed in as_on_record(phrase, is_kyrgyz=is_kyrgyz)
    )
    polite = (phrase.key for phrase in phrases if _is_patronymic(phrase.printed.form)) if len(words) > 1 else ()
    return phrases, tuple(polite)


def _with_fillers(found: Iterable[tuple[str, int, Owners]], place: int, word: Word) -> Readings:
    readings: Readings = defaultdict(list)
    for symbol, stop, owners in found:
        readings[symbol].append((stop, owners))
    if word.is_initial:
        readings["i"].append((place + 1, None))
    if word.is_capital:
        readings["+" if PATRONYMIC.search(word.key) else "*"].append((place + 1, None))
    return readings


def _parts(words: Sequence[Word], first: int) -> Iterator[tuple[int, str]]:
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


def _owners(phrase: Phrase, forms: Iterable[PartForm]) -> dict[str, Owners]:
    by_symbol: dict[str, Owners] = defaultdict(lambda: defaultdict(int))
    printed = exact_key(phrase.printed.form)
    for form in forms:
        cases = phrase.printed.cases(form.cases)
        if cases:
            exact = EXACT if exact_key(form.form) == printed else 0
            by_symbol[_SYMBOLS[form.part]][form.person_id, form.name_id] |= cases | exact
    return by_symbol
