"""From a name as printed, in any case and order, to the name as its bearer writes it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from people.names.records import Gender, NameParts
from people.names.words.east_asian import surname_first
from people.names.words.given_names_abroad import SURNAMES_FIRST
from people.names.words.readings import ANY_CASE, KNOWN, STRONG_SUFFIX, Reading, is_given_name, readings

# «Эркин уулу», «Гейдар оглы»: the word before belongs to it, and neither is declined.
CHILD_OF = frozenset({"уулу", "кызы", "оглы", "оглу", "углы", "угли", "улы", "гызы", "кизи", "огли"})
# «фон дер Штольберг», «бин Халед»: written small, part of the family name that follows.
NOBLE = frozenset(
    {"фон", "дер", "ден", "тер", "цу", "ван", "де", "ди", "да", "дю", "дос", "дас", "ла", "ле", "лос"}
    | {"аль", "эль", "ибн", "бин", "бен", "бинт", "аф"}
)

_SON_OF = frozenset({"ибн", "бин", "бен"})

_FAR_BEHIND = 2.7
# «Жанар Акаев»: the name of women that this man bears; but «Анна Акаев» is none.
_MAY_BE_A_MANS = re.compile("[бвгджзклмнпрстфхцчшщ]$")

# Which part stands where; the number is what the order costs. Wires write the given name first.
_ORDERS: dict[int, tuple[tuple[tuple[str, ...], float], ...]] = {
    1: ((("family",), 0.0), (("given",), 0.2)),
    2: (
        (("given", "family"), 0.0),
        (("family", "given"), 0.8),
        (("given", "patronymic"), 0.0),
        (("initials", "family"), 0.0),
        (("family", "initials"), 0.0),
        (("given", "child"), 0.0),
        (("child", "given"), 0.0),
    ),
    3: (
        (("given", "patronymic", "family"), 0.0),
        (("family", "given", "patronymic"), 0.0),
        (("given", "second", "family"), 0.5),
        (("initials", "second", "family"), 0.0),
        (("family", "initials", "second"), 0.0),
        (("given", "second", "patronymic"), 0.5),
        (("family", "given", "child"), 0.0),
        (("given", "child", "family"), 0.0),
        (("given", "initials", "family"), 0.0),
    ),
}


@dataclass(frozen=True, slots=True)
class Guess:
    """A possible nominative, the case it was printed in ("" if none can be told), how far to believe it."""

    name: NameParts
    case: str
    score: float
    given_known: bool
    family_known: bool


def nominative(words: Sequence[str]) -> list[NameParts]:
    """The names these words may print, the likeliest first: «Жээнбеком Кулубаевым» is Жээнбек Кулубаев.

    Words are the parts of one name in the order printed: given name, patronymic, family name, initials
    («А.», «А. Б.»), particles («уулу», «бин»). Empty when they cannot be one name.
    """
    names: list[NameParts] = []
    for guess in guesses(words):
        if guess.name not in names:
            names.append(guess.name)
    return names


def guesses(words: Sequence[str]) -> Sequence[Guess]:
    """Every agreeing way to read the words as one name, with the case it stands in, best first."""
    return _guesses(tuple(words))


@lru_cache(maxsize=1 << 14)
def _guesses(words: tuple[str, ...]) -> tuple[Guess, ...]:
    units = list(_units(words))
    best: dict[tuple[str, str, str, str, str], Guess] = {}
    for name, case in surname_first(words):
        guess = Guess(name, case, 2 * KNOWN, given_known=True, family_known=True)
        best[name.given, "", name.family, name.gender, case] = guess
    for roles, cost in _ORDERS.get(len(units), ()):
        fitting = [_fitting(unit, role) for unit, role in zip(units, roles, strict=True)]
        agreeing = list(_agreeing(fitting))
        if not agreeing and roles == ("given", "family") and _MAY_BE_A_MANS.search(words[0]):
            agreeing = [(as_printed, family) for as_printed in units[0][-2:-1] for family in fitting[1]]
        for chosen in agreeing:
            guess = _guess(roles, chosen, cost)
            name = guess.name
            key = (name.given, name.patronymic, name.family, name.gender, guess.case)
            if key not in best or best[key].score < guess.score:
                best[key] = guess
    return tuple(sorted(best.values(), key=lambda guess: -guess.score))


def _agreeing(
    fitting: Sequence[Sequence[Reading]], case: str = ANY_CASE, gender: Gender = ""
) -> Iterator[tuple[Reading, ...]]:
    """One reading of each part, so that one case and one gender fits them all."""
    if not fitting:
        yield ()
        return
    for reading in fitting[0]:
        if (case and reading.case and reading.case != case) or (gender and reading.gender not in ("", gender)):
            continue
        for rest in _agreeing(fitting[1:], case or reading.case, gender or reading.gender):
            yield (reading, *rest)


def _units(words: Sequence[str]) -> Iterator[tuple[Reading, ...]]:
    """Readings of each part of the name; particles are joined to the part they belong to."""
    prefix: list[str] = []
    for place, word in enumerate(words):
        follower = words[place + 1] if place + 1 < len(words) else ""
        if word.lower() in CHILD_OF:
            continue
        if follower.lower() in CHILD_OF:
            yield (Reading(f"{word} {follower}", ANY_CASE, _child_gender(follower), "child", KNOWN),)
        elif follower and (word in NOBLE or (place and word.lower() in NOBLE)):
            prefix.append(word)
        elif prefix:
            before = " ".join(prefix)
            is_son = bool(_SON_OF & set(prefix))
            yield tuple(
                replace(reading, nominative=f"{before} {reading.nominative}")
                for reading in readings(word)
                if not (is_son and reading.gender == "female")
            )
            prefix = []
        else:
            yield readings(word)


def _cost_of_family_first(given: Reading, family: Reading) -> float:
    """«Карлос Верес», «Витторио Вендали»: the family name goes first only before a given name everybody knows.

    «Карлос Мартин», where both are given names, is read as printed; «Ким Анна» is not.
    """
    if family.nominative in SURNAMES_FIRST:
        return 0.0
    if is_given_name(family.nominative):
        return 3.0
    return 2.0 if given.weight < KNOWN and family.weight < STRONG_SUFFIX else 0.0


def _child_gender(particle: str) -> Gender:
    return "female" if particle.lower() in {"кызы", "гызы", "кизи"} else "male"


def _fitting(unit: tuple[Reading, ...], role: str) -> list[Reading]:
    """The readings of a part in this role that are not far behind the best."""
    wanted = {"second": ("given", "initials")}.get(role, (role,))
    fitting = [reading for reading in unit if reading.role in wanted]
    enough = max((reading.weight for reading in fitting), default=0.0) - _FAR_BEHIND
    return [reading for reading in fitting if reading.weight >= enough]


def _guess(roles: tuple[str, ...], chosen: tuple[Reading, ...], cost: float) -> Guess:
    """The name these agreeing readings make together."""
    case, score = ANY_CASE, 0.0
    gender: Gender = ""
    for reading in chosen:
        case, gender, score = case or reading.case, gender or reading.gender, score + reading.weight
    by_role: dict[str, Reading] = dict(zip(roles, chosen, strict=True))
    given, family, patronymic = by_role.get("given"), by_role.get("family"), by_role.get("patronymic")
    initials = by_role.get("initials")
    second, child = by_role.get("second"), by_role.get("child")
    first = given or initials
    given_text = first.nominative if first else ""
    patronymic_text = patronymic.nominative if patronymic else ""
    family_text = family.nominative if family else ""
    if second and second.role == "given" and given:
        given_text = f"{given_text} {second.nominative}"
    elif second:
        patronymic_text = second.nominative
    elif given and initials:  # «Джон Ф. Кеннеди»
        given_text = f"{given.nominative} {initials.nominative}"
    if child:  # «Эркин уулу Асан» has no other surname; «Алиев Ильхам Гейдар оглы» has one
        patronymic_text, family_text = (child.nominative, family_text) if family else ("", child.nominative)
    if given_text.count(".") == 2 and not patronymic_text:  # «А.Б.» is one word of the print
        letter, rest = given_text.split(".", 1)
        given_text, patronymic_text = f"{letter}.", rest.lstrip("-")
    if roles == ("family", "given") and given and family:
        cost += _cost_of_family_first(given, family)
    score += (0.15 if case == "nomn" else 0.0) - cost
    return Guess(
        name=NameParts(given_text, patronymic_text, family_text, gender),
        case=case,
        score=score,
        given_known=bool(given and given.weight >= STRONG_SUFFIX),
        family_known=bool(family and family.weight >= STRONG_SUFFIX),
    )
