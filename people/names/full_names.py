"""Full names in plain text: which capitalised words are a person, and how sure that is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from people.names.nominative import CHILD_OF, NOBLE, Guess, guesses
from people.names.office_words import PREPOSITIONS
from people.names.offices import office_before
from people.names.phrases import (
    Token,
    cases_asked_before,
    cases_asked_of_person,
    country_at,
    country_of_adjective,
    is_acronym,
    lemmas,
)
from people.names.posts import KINDS
from people.names.readings import is_family_name, is_given_name, is_ordinary
from search.marking import gettext_noop

# Initials are one word: before a surname one or two («А. Иванов»), after it two («Иванов А. Б.»).
_WORD = re.compile(
    r"(?:[А-ЯЁӨҮҢ]\.-?\s?){1,2}(?=[А-ЯЁӨҮҢ][^\W\d_])|[А-ЯЁӨҮҢ]\.\s?[А-ЯЁӨҮҢ]\.|[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*|\S"
)
_ARABIC = re.compile(r"(?:аль|эль|ас|аш|ад|ар|ан|ат|ибн|бин)-[А-ЯЁ]")
# What is called after a person is not the person: streets, cups, ships, laws, schools.
_NAMED_AFTER = frozenset(
    {"улица", "проспект", "бульвар", "площадь", "переулок", "парк", "сквер", "шоссе", "станция", "имя", "им", "ул"}
    | {"теплоход", "крейсер", "ледокол", "судно", "корабль", "яхта", "фрегат", "премия", "орден", "медаль", "кубок"}
    | {"турнир", "мемориал", "закон", "музей", "стадион", "пик", "аэропорт", "метро", "село", "аил", "город"}
)
# «Акиму Ошской области»: an adjective of a place, not a surname.
_PLACE_AFTER = re.compile(r"\s+(?:област|район|город|кра[йяюе]\b|долин|губерни|округ|улиц|площад|епархи)")
_BODIES = frozenset({"жогорку"}).union(*KINDS.values())
_ENOUGH = 0.5
_ENDS_RUN = 0.3


@dataclass(frozen=True, slots=True)
class FullName:
    """A full name at one place with the ways to read it."""

    start: int
    end: int
    options: tuple[Guess, ...]
    confidence: float
    why: str


def full_names(text: str, *, is_list: bool = False) -> list[FullName]:
    """Every full name of the text, in reading order, none overlapping another.

    ``is_list`` says that the text lists people, as a caption does: two unknown words are then a name.
    """
    return [name for run in _runs(text) for name in _names_in(text, run, is_list)]


def _runs(text: str) -> Iterator[list[Token]]:
    """Stretches of capitalised words, with initials and particles between them, on one line."""
    run: list[Token] = []
    for match in _WORD.finditer(text):
        token = Token(match[0].rstrip(), match.start(), match.start() + len(match[0].rstrip()))
        joined = not run or (text[run[-1].end : token.start].strip(" \u00a0") == "" and run[-1].end <= token.start)
        part = (
            token.is_capital
            or (run and token.text.lower() in CHILD_OF)
            or token.text in NOBLE
            or _ARABIC.match(token.text)
        )
        if run and not (joined and part):
            yield run
            run = []
        if part:
            run.append(token)
    if run:
        yield run


def _names_in(text: str, run: list[Token], is_list: bool) -> list[FullName]:
    """The names within a run: the surest first, none overlapping another."""
    candidates: list[tuple[float, FullName]] = []
    for first in range(len(run)):
        for last in range(first + 2, min(first + 7, len(run) + 1)):
            found = _read(text, run[first:last], is_list, last == len(run))
            if found:
                # «глава Лаковии Анна Вереск»: the name that ends the run leaves no word behind it unexplained.
                candidates.append((found.confidence + (_ENDS_RUN if last == len(run) else 0.0), found))
    candidates.sort(key=lambda each: (-each[0], each[1].start - each[1].end))
    kept: list[FullName] = []
    for _, found in candidates:
        if all(found.end <= other.start or other.end <= found.start for other in kept):
            kept.append(found)
    return sorted(kept, key=lambda found: found.start)


def _read(text: str, part: Sequence[Token], is_list: bool, ends_run: bool) -> FullName | None:
    words = ["".join(token.text.split()) for token in part]
    if words[-1].lower() in NOBLE or words[0].lower() in CHILD_OF or any(_cannot_be_name(word) for word in words):
        return None
    start, end = part[0].start, part[-1].end
    if is_named_after(text, start) or (text[start - 1 : start] == "«" and text[end : end + 1] == "»"):
        return None
    asked = cases_asked_before(text, start)
    if _PLACE_AFTER.match(text, end):
        return None
    options = sorted(guesses(words), key=lambda guess: -guess.score - (0.7 if guess.case in asked else 0.0))
    if not options:
        return None
    words = [word for word in words if word.lower() not in NOBLE | CHILD_OF]
    confidence, why = _grounds(words, options[0])
    if not confidence and len(words) == 2 and ends_run:
        confidence, why = _grounds_of_unknown(text, words, options[0], (start, end))
    if not confidence and ends_run and is_list and _may_be_listed(text, words, start):
        confidence, why = _ENOUGH, gettext_noop("Two unknown capitalised words in a list of people.")
    if confidence < _ENOUGH:
        return None
    near = tuple(option for option in options if option.score > options[0].score - 1.2)
    return FullName(start, end, near, confidence, why)


def _cannot_be_name(word: str) -> bool:
    """Acronyms, foreign script, prepositions at the head of a sentence, countries, bodies."""
    if len(word) == 1 or not re.match(r"[а-яёүөң]", word.lower()) or word.lower() in PREPOSITIONS:
        return True
    if is_acronym(word) and "." not in word:
        return True
    if lemmas(word) & _BODIES and not is_given_name(word):
        return True
    return country_at([word], 0) is not None or bool(country_of_adjective(word))


def is_named_after(text: str, start: int) -> bool:
    before = re.search(r"([^\W\d_]+)\.?\s+$", text[max(0, start - 30) : start])
    return before is not None and bool(lemmas(before[1]) & _NAMED_AFTER)


def _grounds(words: Sequence[str], best: Guess) -> tuple[float, str]:
    """How sure it is that these words are a person's name, and why, in an editor's words."""
    name = best.name
    ordinary = [word for word in words if is_ordinary(word) and not is_given_name(word)]
    if "." in name.given:
        sure = is_family_name(words[-1]) or is_family_name(words[0])
        return (0.6 if sure else 0.5) if not ordinary else 0.0, gettext_noop("Initials and a family name.")
    if best.given_known and words[-1:] == ordinary:
        return 0.6, gettext_noop("A known given name before a word that also means something else.")
    if ordinary:
        return 0.0, ""
    if best.given_known and name.patronymic:
        return 0.97, gettext_noop("Given name and patronymic agree in case and gender.")
    if best.given_known and best.family_known:
        return 0.95, gettext_noop("A known given name and a family name agree in case and gender.")
    if best.given_known:
        return 0.85, gettext_noop("A known given name, and a word that fits it as a family name.")
    if best.family_known and not all(is_family_name(word) for word in words):
        return 0.7, gettext_noop("A family name by its ending, after a word that may be a given name.")
    return 0.0, ""


def _grounds_of_unknown(text: str, words: Sequence[str], best: Guess, at: tuple[int, int]) -> tuple[float, str]:
    """The same for two words no dictionary knows: what stands around them must say that they are a person."""
    if any(is_ordinary(word) or is_family_name(word) for word in words):
        return 0.0, ""
    if best.case in cases_asked_of_person(text, at[0]) or office_before(text, at[0]) is not None:
        return 0.6, gettext_noop("Two unknown capitalised words after a word that says who they are.")
    if _comes_alone(text, words[-1], at):
        return 0.55, gettext_noop(
            "Two unknown capitalised words, of which the second returns alone, as family names do."
        )
    return 0.0, ""


def _may_be_listed(text: str, words: Sequence[str], start: int) -> bool:
    """Whether unknown words in a caption are rather a person than the place: «в Зуто Бремке»."""
    before = re.search(r"([а-яё]+)\s$", text[max(0, start - 15) : start])
    is_place = before is not None and before[1] in {"в", "во", "на", "из", "под", "близ", "у"}
    return not is_place and not any(is_ordinary(word) for word in words)


def _comes_alone(text: str, word: str, at: tuple[int, int]) -> bool:
    """Whether another form of the word stands elsewhere with no capitalised word before it."""
    stem = re.escape(word[: max(4, len(word) - 2)])
    return any(
        not (match.start() < at[1] and at[0] < match.end())
        for match in re.finditer(rf"(?<=[а-яё,»—–-]\s){stem}[а-яё]{{0,4}}\b", text)
        if not re.search(r"[А-ЯЁ][\w-]*\s$", text[max(0, match.start() - 20) : match.start()])
    )
