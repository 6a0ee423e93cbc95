"""Which full names of a text are one person, and under which nominative: every other form in the text is evidence."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from people.names.keys import exact_key
from people.names.records import Gender, NameParts
from people.names.unknown.full_names import FullName
from people.names.unknown.not_people import is_named_after
from people.names.unknown.surroundings import gender_of_verbs
from people.names.words.nominative import Guess
from people.names.words.readings import ANY_CASE, readings

_CAPITALISED = re.compile(r"(?<![\w-])[А-ЯЁӨҮҢ][^\W\d_]{2,}(?:[-'’][^\W\d_]+)*")
Key = tuple[str, ...]
Person = tuple[NameParts, list[FullName]]
Place = tuple[int, int]


def people_of(text: str, found: Sequence[FullName]) -> list[tuple[NameParts, list[FullName], list[Place]]]:
    """Each person of the text: the name in the nominative, where it is printed in full, where only the surname is."""
    taken = {(full.start, full.end) for full in found}
    stems = {exact_key(option.name.family[:2]) for full in found for option in full.options}
    bare = [each for each in _words_outside(text, taken) if exact_key(each[0][:2]) in stems]
    people = _complete(_with_initials(_grouped(text, found, bare)))
    alone = _bare_surnames(text, [name for name, _ in people], bare)
    return [(name, fulls, places) for (name, fulls), places in zip(people, alone, strict=True)]


def _key(name: NameParts) -> Key:
    """«Сироджиддин Мухриддин» and «Мухриддин Сироджиддин» are one person."""
    return tuple(sorted((exact_key(name.given), exact_key(name.family))))


def _words_outside(text: str, taken: set[Place]) -> Iterator[tuple[str, Place]]:
    """The capitalised words that are no part of a full name, with their places."""
    spans = sorted(taken)
    at = 0
    for match in _CAPITALISED.finditer(text):
        start, end = match.span()
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at == len(spans) or end <= spans[at][0]:
            yield match[0], (start, end)


def _grouped(text: str, found: Sequence[FullName], bare: Sequence[tuple[str, Place]]) -> list[Person]:
    """Mentions of one person together, under the nominative that fits most of them best.

    «Асана» may be Асан or Асана; «Асаном» elsewhere in the text decides, or «Лукиченко отметил» that she is a he.
    """
    support: dict[Key, float] = defaultdict(float)
    for full in found:
        for key in {_key(option.name) for option in full.options}:
            support[key] += 1
    surnames = _by_stem(text, bare)
    groups: dict[Key, list[tuple[Guess, FullName]]] = {}
    for full in found:
        guess = max(
            full.options, key=lambda one: one.score + 1.5 * support[_key(one.name)] + _told_by_surname(one, surnames)
        )
        groups.setdefault(_key(guess.name), []).append((guess, full))
    people = []
    for members in groups.values():
        names = [guess.name for guess, _ in sorted(members, key=lambda member: -member[0].score)]
        longest = next((name for name in names if name.patronymic), names[0])
        people.append((longest, [full for _, full in members]))
    return people


def _by_stem(text: str, bare: Sequence[tuple[str, Place]]) -> dict[str, list[tuple[str, int, Counter[Gender]]]]:
    """The words that may be surnames by their first letters: each with its number and the genders verbs tell of it."""
    genders: dict[str, Counter[Gender]] = defaultdict(Counter)
    counts = Counter(word for word, _ in bare)
    for word, (start, end) in bare:
        if counts[word] < 8:  # a handful tells enough
            genders[word].update(gender_of_verbs(text, start, end))
    found: dict[str, list[tuple[str, int, Counter[Gender]]]] = defaultdict(list)
    for word, count in counts.items():
        found[exact_key(word[:3])].append((word, count, genders[word]))
    return found


def _told_by_surname(guess: Guess, surnames: dict[str, list[tuple[str, int, Counter[Gender]]]]) -> float:
    """How well the surname printed alone elsewhere fits this reading: best when it would be a nominative there."""
    family, gender = exact_key(guess.name.family), guess.name.gender
    told = 0.0
    for word, count, genders in surnames.get(family[:3], ()):
        cases = _surname_cases(word, gender).get(family, frozenset())
        if {"nomn", ANY_CASE} & cases:
            told += 0.4 * min(count, 3)
            told += sum(1.0 if verb == gender else -1.0 for verb in genders.elements() if gender)
        elif cases:
            told += 0.1
    return max(-3.0, min(told, 3.0))


@lru_cache(maxsize=1 << 12)
def _surname_cases(word: str, gender: Gender) -> dict[str, frozenset[str]]:
    """Family names in the nominative a word may print -> the cases it may then stand in."""
    found: dict[str, set[str]] = defaultdict(set)
    for reading in readings(word):
        if reading.role == "family" and reading.weight >= 0.1 and reading.gender in ("", gender):
            found[exact_key(reading.nominative)].add(reading.case)
    return {nominative: frozenset(cases) for nominative, cases in found.items()}


def _with_initials(people: list[Person]) -> list[Person]:
    """«А. Токтосунов» joined to the one Асан Токтосунов of the text."""
    named = [(name, list(fulls)) for name, fulls in people if "." not in name.given]
    alone = []
    for name, fulls in people:
        if "." in name.given:
            families = {exact_key(option.name.family) for full in fulls for option in full.options}
            owners = [
                place
                for place, (other, _) in enumerate(named)
                if exact_key(other.family) in families and other.given[:1] == name.given[:1]
            ]
            if len(owners) == 1:
                named[owners[0]][1].extend(fulls)
            else:
                alone.append((name, fulls))
    return named + alone


def _complete(people: list[Person]) -> list[Person]:
    """«Асан Маратович» is whoever of the text is called so in full; alone it asks an editor about nobody."""
    fulls_of = {(name.given, name.patronymic): fulls for name, fulls in people if name.family and name.patronymic}
    whole = []
    for name, fulls in people:
        in_full = fulls_of.get((name.given, name.patronymic or name.family), fulls)
        if in_full is not fulls:
            in_full.extend(fulls)
        elif name.family:
            whole.append((name, fulls))
    return whole


def _bare_surnames(text: str, names: Sequence[NameParts], bare: Sequence[tuple[str, Place]]) -> list[list[Place]]:
    """For each person the places where the surname stands alone and can mean nobody else of the text."""
    owners: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        owners[exact_key(name.family)].append(place)
    found: list[list[Place]] = [[] for _ in names]
    for word, at in bare:
        holders = {
            place
            for reading in readings(word)
            if reading.role == "family" and reading.weight >= 0.1
            for place in owners.get(exact_key(reading.nominative), ())
            if not reading.gender or not names[place].gender or reading.gender == names[place].gender
        }
        if len(holders) == 1 and not is_named_after(text, at[0]):
            found[holders.pop()].append(at)
    return found
