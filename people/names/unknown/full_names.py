"""Full names in plain text: which capitalised words are a person, and how sure that is."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from people.names.kyrgyz.names import in_nominative
from people.names.morphology import parses
from people.names.office.posts import HEADS, KIN, KINDS
from people.names.office.words import PREPOSITIONS
from people.names.unknown.grounds import ENOUGH, grounds, grounds_around, grounds_in_list
from people.names.unknown.not_people import is_no_person
from people.names.unknown.surroundings import Surroundings, around
from people.names.words.nominative import CHILD_OF, NOBLE, Guess, guesses
from people.names.words.phrases import Token, country_at, country_of_adjective, is_acronym, lemmas
from people.names.words.readings import ANY_CASE, is_family_name, is_given_name, is_ordinary, is_patronymic
from search.language import kyrgyz_places
from search.marking import gettext_noop
from search.words import clean

_CAPITAL = "[^\\W\\d_a-zа-яёөүңґғқҳһҷӣӯәі]"
_REST = r"[^\W\d_]*(?:[\u00ad\u200b-\u200d\u2060\ufeff][^\W\d_]+)*"
_PARTICLES = "|".join(sorted(CHILD_OF | {word for word in NOBLE if word.islower()}))
# Initials are one word: before a surname one or two («А. Иванов»), after it two («Иванов А. Б.»). Other words in small
# letters are of no name.
_WORD = re.compile(
    rf"(?<![\w-])(?:(?:[А-ЯЁӨҮҢ]\.-?\s?){{1,2}}(?=[А-ЯЁӨҮҢ][^\W\d_])|[А-ЯЁӨҮҢ]\.\s?[А-ЯЁӨҮҢ]\."
    rf"|(?:(?:аль|эль|ас|аш|ад|ар|ан|ат|ибн|бин)-)?{_CAPITAL}{_REST}(?:[-'’ʼ]{_REST})*|(?:{_PARTICLES})(?![\w-]))"
)
_SPACES = " \u00a0\u2009\u202f"
_BODIES = frozenset({"жогорку"}).union(*KINDS.values())
_ENDS_RUN, _FAR_BEHIND = 0.3, 1.2
_OF_FAMILY = re.compile(r"(?:[ое]в|[иы]н)ыми$|\w{2}[ое]вых?$")


@dataclass(frozen=True, slots=True)
class FullName:
    """A full name at one place with the ways to read it."""

    start: int
    end: int
    options: tuple[Guess, ...]
    confidence: float
    why: str


def full_names(text: str, *, is_list: bool = False, told: Sequence[tuple[int, int]] = ()) -> list[FullName]:
    """Every full name of the text, in reading order, none overlapping another.

    ``is_list`` says that the text lists people, as a caption does: two unknown words are then a name. ``told`` are
    the places ``people.names.unknown.neural`` takes for people, in reading order: a name where the rules find none.
    """
    is_kyrgyz = kyrgyz_places(text)
    found = []
    offset = 0
    for line in text.split("\n"):
        for name in _names_of_line(line, is_list, is_kyrgyz(offset)) if line else ():
            found.append(replace(name, start=name.start + offset, end=name.end + offset))
        offset += len(line) + 1
    if not told:
        return found
    more = _told_beside(text, found, [place for place in told if not is_kyrgyz(place[0])])
    return sorted([*found, *more], key=lambda name: name.start)


@lru_cache(maxsize=1 << 11)
def _names_of_line(line: str, is_list: bool, is_kyrgyz: bool) -> tuple[FullName, ...]:
    """The names of one line. Kept: while somebody writes, the other lines are read again with every pause."""
    return tuple(name for run in _runs(line) for name in _names_in(line, run, is_list, is_kyrgyz))


def _told_beside(text: str, found: Sequence[FullName], told: Sequence[tuple[int, int]]) -> Iterator[FullName]:
    """The names at those of the places where none was found."""
    ends = [name.end for name in found]
    for start, end in told:
        following = bisect_right(ends, start)
        if following == len(found) or end <= found[following].start:
            # the model joins «Токтосунов, Беков» of a line-up in one name: what a comma parts is two
            for run in _runs(text, start, end):
                name = _read(text, run, is_told=True)
                if name:
                    yield name


def _runs(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[list[Token]]:
    """Stretches of two and more capitalised words, with initials and particles between them, on one line."""
    run: list[Token] = []
    for match in _WORD.finditer(text, start, end):
        token = _token(match)
        if run and text[run[-1].end : token.start].strip(_SPACES):
            if len(run) > 1:
                yield run
            run = []
        if run or token.text not in CHILD_OF:
            run.append(token)
    if len(run) > 1:
        yield run


def _token(match: re.Match[str]) -> Token:
    word = match[0].rstrip()
    return Token(word, match.start(), match.start() + len(word))


def _names_in(text: str, run: list[Token], is_list: bool, is_kyrgyz: bool) -> list[FullName]:
    """The names within a run: the surest first, none overlapping another."""
    candidates: list[tuple[float, int, int, FullName]] = []
    for first in range(len(run)):
        for last in range(first + 2, min(first + 7, len(run) + 1)):
            found = _read(text, run[first:last], is_list=is_list, ends_run=last == len(run), is_kyrgyz=is_kyrgyz)
            if found:
                # «глава Лаковии Анна Вереск»: the name that ends the run leaves no word behind it unexplained.
                bonus = _ENDS_RUN if last == len(run) else 0.0
                candidates.append((found.confidence + bonus, first, last, found))
    candidates.sort(key=lambda each: (-each[0], each[1] - each[2]))
    taken: set[int] = set()
    kept: list[FullName] = []
    for _, first, last, found in candidates:
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            kept.append(found)
    return sorted(kept, key=lambda found: found.start)


def _read(
    text: str,
    part: Sequence[Token],
    *,
    is_list: bool = False,
    ends_run: bool = False,
    is_kyrgyz: bool = False,
    is_told: bool = False,
) -> FullName | None:
    if all(token.text.endswith(".") for token in part):  # initials alone, as lists of suspects print them
        return None
    words = _without_capitals([clean("".join(token.text.split())) for token in part])
    if words[-1].lower() in NOBLE or words[0].lower() in CHILD_OF or words[0].lower() in PREPOSITIONS:
        return None
    if is_kyrgyz:
        words = in_nominative(words)
    if not words or any(_cannot_be_name(word) for word in words) or _is_office_of_place(words):
        return None
    start, end = part[0].start, part[-1].end
    if _OF_FAMILY.search(words[-1].lower()):  # «с Асаном и Болотом Токтосуновыми» names two, and neither in full
        return None
    if text[end - 1] == "-":  # a word torn apart at the end of a line is no name
        return None
    if is_no_person(text, words, start, end):
        return None
    read = [guess for guess in guesses(words) if not is_kyrgyz or guess.case in {"nomn", ANY_CASE}]
    options = _near(read, around(text, start, end))
    if not options or _is_of_kin(text, start, words[0], options[0]):
        return None
    words = [word for word in words if word.lower() not in NOBLE | CHILD_OF]
    confidence, why = grounds(words, options[0])
    if not confidence and len(words) == 2 and ends_run:
        confidence, why = grounds_around(text, words, options[0], (start, end))
    if not confidence and ends_run and is_list:
        confidence, why = grounds_in_list(text, words, start)
    if confidence < ENOUGH and is_told:
        confidence, why = (
            ENOUGH,
            gettext_noop("The words alone do not say so; the language model takes them for a person."),
        )
    if confidence < ENOUGH:
        return None
    return FullName(start, end, options, confidence, why)


def _without_capitals(words: list[str]) -> list[str]:
    """«ТОКТОСУНОВ АСАН МАРАТОВИЧ» and «Асан ТОКТОСУНОВ», as decrees print them, in ordinary letters."""
    titled = [word.title() if len(word) > 2 and word.isupper() and "." not in word else word for word in words]
    changed = [new for new, old in zip(titled, words, strict=True) if new != old]
    if not changed:
        return words
    polite = any(map(is_patronymic, titled))
    if not polite and any(map(is_ordinary, titled)):  # a headline: «КИМ РАССКАЗАЛ»
        return words
    is_name = polite or (any(map(is_given_name, titled)) and any(map(is_family_name, changed)))
    return [word.lower() if word.lower() in CHILD_OF else word for word in titled] if is_name else words


def _near(options: Sequence[Guess], where: Surroundings) -> tuple[Guess, ...]:
    """The options not far behind the best, with the score of those that the words around ask for raised."""
    scores = [
        guess.score
        + (where.certainty if guess.case in where.cases or guess.case == ANY_CASE else 0.0)
        - (1.0 if where.gender and guess.name.gender and guess.name.gender != where.gender else 0.0)
        for guess in options
    ]
    enough = max(scores, default=0.0) - _FAR_BEHIND
    near = [replace(guess, score=score) for guess, score in zip(options, scores, strict=True) if score > enough]
    return tuple(sorted(near, key=lambda guess: -guess.score))


def _is_of_kin(text: str, start: int, first: str, best: Guess) -> bool:
    """«вдова Токтосунова Айгуль Маратовна»: Токтосунова is the husband's, in the genitive."""
    before = re.search(r"([^\W\d_]+)\s$", text[max(0, start - 20) : start])
    return bool(before and lemmas(before[1]) & KIN and best.name.family[:3] == first[:3] and best.name.patronymic)


def _is_office_of_place(words: Sequence[str]) -> bool:
    """«Аким Алматы», «Султан Брунея»: an office that is a given name too, and its place."""
    if len(words) != 2 or words[0].lower() not in HEADS:
        return False
    return any("Geox" in parse.tag and parse.is_known for parse in parses(words[1]))


@lru_cache(maxsize=1 << 12)
def _cannot_be_name(word: str) -> bool:
    """Acronyms, foreign script, countries, bodies."""
    if len(word) == 1 or not re.match(r"[а-яёүөң]", word.lower()):
        return True
    if is_acronym(word) and "." not in word:
        return True
    if lemmas(word) & (_BODIES | {"римский"}) and not is_given_name(word):
        return True
    return country_at([word], 0) is not None or bool(country_of_adjective(word))
