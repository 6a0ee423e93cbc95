"""Where a text names somebody on record: «Садыром Жапаровым», «С. Н. Жапаров», «ЖАПАРОВ САДЫР».

A pattern is a row of parts that belong to one name of one person and share a case, so «Садыра Жапаровым»
is no full name. Places are found here; who is meant is the resolver's question.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_

from people.names.finding.stretches import EXACT, Owners, PartsByPerson, Readings, Stretch, stretches_of
from people.names.finding.tokens import Word
from people.names.index import Index, Postings
from people.names.records import ALL_CASES, Kind, NameSpan, PartForm

# g given, p patronymic, f family, w a whole name, i initial; + a patronymic, * a middle name not on record.
_PATTERNS: dict[Kind, tuple[str, ...]] = {
    "full": ("w", "gf", "gpf", "g+f", "g*f", "fg", "fgp", "fg+"),
    "initials": ("if", "iif", "fi", "fii"),
    "given_patronymic": ("gp", "pg"),  # «Азамат Бакыт уулу», «Бакыт уулу Азамат»
    "surname": ("f",),
}
_KINDS = tuple(_PATTERNS)
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
    found = [stretches_of(text) for text in texts]
    stretches = [stretch for here in found for stretch in here]
    families = index.families({phrase.key for stretch in stretches for phrase in stretch.phrases})
    for stretch in stretches:
        stretch.read(families)
    polite = [stretch for stretch in stretches if stretch.patronymics]
    by_patronymic = index.with_patronymic(_keys(polite), _patronymics(polite)) if polite else set()
    likely = [stretch for stretch in stretches if stretch.bearers or stretch.patronymics]
    asked = _asked(likely, by_patronymic)
    parts = _by_person(index.parts(asked)) if asked else {}
    for stretch in likely:
        stretch.read_parts(parts, by_patronymic)
    return [[span for stretch in here if stretch.bearers for span in _spans(stretch)] for here in found]


def _asked(likely: Sequence[Stretch], by_patronymic: Collection[int]) -> Mapping[int, Collection[str]]:
    """What stands near the family name of each person, or anywhere if the patronymic alone was found."""
    near: dict[int, set[str]] = defaultdict(set)
    for stretch in likely:
        keys = [phrase.key for phrase in stretch.phrases]
        for person_id in stretch.bearers:
            near[person_id].update(keys)
    anywhere = _keys(likely) if by_patronymic else set()
    return near | dict.fromkeys(by_patronymic, anywhere)


def _by_person(postings: Postings) -> PartsByPerson:
    found: dict[str, dict[int, list[PartForm]]] = {key: defaultdict(list) for key in postings}
    for key, forms in postings.items():
        for form in forms:
            found[key][form.person_id].append(form)
    return found


def _keys(stretches: Iterable[Stretch]) -> set[str]:
    return {phrase.key for stretch in stretches for phrase in stretch.phrases}


def _patronymics(stretches: Iterable[Stretch]) -> set[str]:
    return {key for stretch in stretches for key in stretch.patronymics}


def _is_abbreviation(name: Sequence[Word]) -> bool:
    """A short word in capitals alone: «КАН» is an agency, no Mr Kan."""
    return len(name) == 1 and name[0].text.isupper() and len(name[0].text) <= 4


def _spans(stretch: Stretch) -> Iterator[NameSpan]:
    """The names of one stretch in reading order: the longest first, none overlapping another."""
    taken: set[int] = set()
    chosen = []
    for first, stop, kind, owners in sorted(_matches(stretch), key=lambda match: (match[0] - match[1], *_rank(match))):
        if taken.isdisjoint(range(first, stop)):
            taken.update(range(first, stop))
            chosen.append((first, stop, kind, owners))
    for first, stop, kind, owners in sorted(chosen, key=lambda match: match[0]):
        exact = {owner: cases for owner, cases in owners.items() if cases & EXACT}
        words = stretch.words
        start, end = words[first].start, words[stop - 1].end + words[stop - 1].is_initial
        yield NameSpan(
            stretch.start + start,
            stretch.start + end,
            stretch.text[start:end],
            kind,
            candidates=tuple(sorted({person_id for person_id, _ in exact or owners})),
            cases=reduce(or_, (exact or owners).values()) & ALL_CASES,
            is_exact=bool(exact),
        )


def _rank(match: Match) -> tuple[int, int]:
    return _KINDS.index(match[2]), match[0]


def _matches(stretch: Stretch) -> Iterator[Match]:
    words, table = stretch.words, stretch.table()
    for first in range(len(words)):
        for kind, patterns in _PATTERNS.items():
            for pattern in patterns:
                if pattern[0] in table[first]:
                    for stop, owners in _fits(words, table, first, pattern):
                        if owners and not (kind == "surname" and _is_abbreviation(words[first:stop])):
                            yield first, stop, kind, owners


def _fits(
    words: Sequence[Word], table: Sequence[Readings], first: int, pattern: str
) -> Iterator[tuple[int, Owners | None]]:
    """Every way the pattern fits at a word: the index behind it, and whose name it then is."""
    for stop, owners in table[first].get(pattern[0], ()):
        if len(pattern) == 1:
            yield stop, owners
        elif stop < len(words) and words[stop].is_joined:
            for end, rest in _fits(words, table, stop, pattern[1:]):
                both = _common(owners, rest)
                if both is None or both:
                    yield end, both


def _common(one: Owners | None, other: Owners | None) -> Owners | None:
    if one is None or other is None:
        return one or other
    return {
        owner: one[owner] & other[owner] for owner in one.keys() & other.keys() if one[owner] & other[owner] & ALL_CASES
    }
