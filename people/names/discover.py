"""Who is named in a text that no record knows: every full name, in the nominative, with offices and mentions."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from people.names.nominative import CHILD_OF, NOBLE, Guess, guesses
from people.names.office_phrases import PREPOSITIONS
from people.names.offices import Office, office_after, office_before
from people.names.phrases import (
    Token,
    cases_asked_before,
    cases_asked_of_person,
    country_at,
    country_of_adjective,
    is_acronym,
    lemmas,
)
from people.names.readings import is_family_name, is_given_name, is_ordinary, readings
from people.names.records import NameParts
from search.words import search_key

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
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Proposal:
    """A person a text names: the nominative, every place of it, the offices given there, and the grounds."""

    name: NameParts
    mentions: tuple[tuple[int, int], ...]
    offices: tuple[Office, ...]
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A full name at one place with the ways to read it."""

    start: int
    end: int
    options: tuple[Guess, ...]
    confidence: float
    why: str


def discover(text: str, *, is_list: bool = False) -> list[Proposal]:
    """Every person the text names with given and family name, in the order of first mention.

    Surnames alone and initials are added to the one person they fit. Offsets are half-open code points.
    ``is_list`` says that the text lists people, as a caption does: two unknown words are then a name.
    """
    found = [full for run in _runs(text) for full in _names_in(text, run, is_list)]
    people = _grouped(found)
    people = _with_initials(people)
    taken = [(full.start, full.end) for full in found]
    bare = _bare_surnames(text, [name for name, _ in people], taken)
    proposals = []
    for place, (name, fulls) in enumerate(people):
        mentions = sorted([(full.start, full.end) for full in fulls] + bare[place])
        best = max(fulls, key=lambda full: full.confidence)
        others = [span for span in taken if span not in mentions]
        offices = _offices(text, mentions, others)
        proposals.append(Proposal(name, tuple(mentions), offices, best.confidence, best.why))
    return sorted(proposals, key=lambda proposal: proposal.mentions[0])


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


def _names_in(text: str, run: list[Token], is_list: bool) -> list[_Found]:
    """The names within a run: the surest first, none overlapping another."""
    candidates = []
    for first in range(len(run)):
        for last in range(first + 2, min(first + 7, len(run) + 1)):
            found = _read(text, run[first:last], is_list)
            if found:
                candidates.append(found)
    candidates.sort(key=lambda found: (-found.confidence, found.start - found.end))
    kept: list[_Found] = []
    for found in candidates:
        if all(found.end <= other.start or other.end <= found.start for other in kept):
            kept.append(found)
    return sorted(kept, key=lambda found: found.start)


def _read(text: str, part: Sequence[Token], is_list: bool) -> _Found | None:
    words = ["".join(token.text.split()) for token in part]
    if words[-1].lower() in NOBLE or words[0].lower() in CHILD_OF or any(_cannot_be_name(word) for word in words):
        return None
    start, end = part[0].start, part[-1].end
    if _is_named_after(text, start) or (text[start - 1 : start] == "«" and text[end : end + 1] == "»"):
        return None
    asked = cases_asked_before(text, start)
    options = sorted(guesses(words), key=lambda guess: -guess.score - (0.7 if guess.case in asked else 0.0))
    if not options:
        return None
    confidence, why = _grounds(text, words, options[0], (start, end))
    if not confidence and is_list and _may_be_listed(text, words, start):
        confidence, why = _ENOUGH, "Two unknown capitalised words in a list of people."
    if confidence < _ENOUGH:
        return None
    near = tuple(option for option in options if option.score > options[0].score - 1.2)
    return _Found(start, end, near, confidence, why)


def _cannot_be_name(word: str) -> bool:
    """Acronyms, foreign script, prepositions at the head of a sentence, countries and their adjectives."""
    if len(word) == 1 or not re.match(r"[а-яёүөң]", word.lower()) or word.lower() in PREPOSITIONS:
        return True
    return (
        (is_acronym(word) and "." not in word) or country_at([word], 0) is not None or bool(country_of_adjective(word))
    )


def _is_named_after(text: str, start: int) -> bool:
    before = re.search(r"([^\W\d_]+)\.?\s+$", text[max(0, start - 30) : start])
    return before is not None and bool(lemmas(before[1]) & _NAMED_AFTER)


def _grounds(text: str, words: Sequence[str], best: Guess, at: tuple[int, int]) -> tuple[float, str]:
    """How sure it is that these words are a person's name, and why, in an editor's words."""
    name = best.name
    ordinary = [word for word in words if is_ordinary(word) and not is_given_name(word)]
    if "." in name.given:
        sure = is_family_name(words[-1]) or is_family_name(words[0])
        return (0.6 if sure else 0.5) if not ordinary else 0.0, "Initials and a family name."
    if best.given_known and words[-1:] == ordinary:
        return 0.6, "A known given name before a word that also means something else."
    if ordinary:
        return 0.0, ""
    if best.given_known and name.patronymic:
        return 0.97, "Given name and patronymic agree in case and gender."
    if best.given_known and best.family_known:
        return 0.95, "A known given name and a family name agree in case and gender."
    if best.given_known:
        return 0.85, "A known given name, and a word that fits it as a family name."
    if best.family_known:
        return 0.7, "A family name by its ending, after a word that may be a given name."
    if best.case in cases_asked_of_person(text, at[0]) or office_before(text, at[0]) is not None:
        return 0.6, "Two unknown capitalised words after a word that says who they are."
    if _comes_alone(text, words[-1], at):
        return 0.55, "Two unknown capitalised words, of which the second returns alone, as family names do."
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


def _key(name: NameParts) -> tuple[str, ...]:
    """«Сироджиддин Мухриддин» and «Мухриддин Сироджиддин» are one person."""
    return tuple(sorted((search_key(name.given), search_key(name.family))))


def _grouped(found: Sequence[_Found]) -> list[tuple[NameParts, list[_Found]]]:
    """Mentions of one person together, under the nominative that fits most of them best.

    «Асана» may be Асан or Асана; «Асаном» elsewhere in the text decides.
    """
    support: dict[tuple[str, ...], float] = defaultdict(float)
    for full in found:
        for key in {_key(option.name) for option in full.options}:
            support[key] += 1
    groups: dict[tuple[str, ...], list[tuple[Guess, _Found]]] = {}
    for full in found:
        guess = max(full.options, key=lambda option: (support[_key(option.name)], option.score))
        groups.setdefault(_key(guess.name), []).append((guess, full))
    people = []
    for members in groups.values():
        names = [guess.name for guess, _ in sorted(members, key=lambda member: -member[0].score)]
        longest = next((name for name in names if name.patronymic), names[0])
        people.append((longest, [full for _, full in members]))
    return people


def _with_initials(people: list[tuple[NameParts, list[_Found]]]) -> list[tuple[NameParts, list[_Found]]]:
    """«А. Токтосунов» joined to the one Асан Токтосунов of the text."""
    named = [(name, list(fulls)) for name, fulls in people if "." not in name.given]
    alone = []
    for name, fulls in people:
        if "." in name.given:
            families = {search_key(option.name.family) for full in fulls for option in full.options}
            owners = [
                place
                for place, (other, _) in enumerate(named)
                if search_key(other.family) in families and other.given[:1] == name.given[:1]
            ]
            if len(owners) == 1:
                named[owners[0]][1].extend(fulls)
            else:
                alone.append((name, fulls))
    return named + alone


def _bare_surnames(
    text: str, names: Sequence[NameParts], taken: Sequence[tuple[int, int]]
) -> list[list[tuple[int, int]]]:
    """For each person the places where the surname stands alone and can mean nobody else of the text."""
    owners: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        if name.family:
            owners[search_key(name.family)].append(place)
    found: list[list[tuple[int, int]]] = [[] for _ in names]
    for match in re.finditer(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", text):
        word, (start, end) = match[0], match.span()
        if not word[0].isupper() or len(word) < 3 or any(a < end and start < b for a, b in taken):
            continue
        holders = {
            place
            for reading in readings(word)
            if reading.role == "family" and reading.weight >= 0.1
            for place in owners.get(search_key(reading.nominative), ())
            if not reading.gender or not names[place].gender or reading.gender == names[place].gender
        }
        if len(holders) == 1 and not _is_named_after(text, start):
            found[holders.pop()].append((start, end))
    return found


def _offices(text: str, mentions: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> tuple[Office, ...]:
    """The offices printed at these mentions, each once, the fullest wording of each."""
    fullest: dict[tuple[str, bool, bool], Office] = {}
    for start, end in mentions:
        after = office_after(text, end)
        # «Кулубаев, министр иностранных дел Белоруссии Максим Рыженков»: in a list it is the next person's
        if after and any(after.start < other[1] and other[0] <= after.end + 1 for other in others):
            after = None
        for office in filter(None, (office_before(text, start), after)):
            key = (office.post, office.acting, office.former)
            if key not in fullest or len(fullest[key].organization) < len(office.organization):
                fullest[key] = office
    return tuple(fullest.values())
