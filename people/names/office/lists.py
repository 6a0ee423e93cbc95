"""The offices printed before a name: its own, two joined by a dash, or one that a list of names shares."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from people.names.office.phrases import Phrase, phrase_ending, tokens_before
from people.names.office.words import cases_of_name, cases_of_noun
from people.names.words.phrases import Token, country_at, is_acronym
from people.names.words.readings import is_patronymic

# A list of names is asked about again and again; the answers of one text are enough.
_REMEMBERED, _LONGEST_LIST = 1 << 10, 100
_DASHES = frozenset({"—", "–", "-"})
# They stand beside another office with a comma: «депутат Жогорку Кенеша, лидер партии …».
BESIDE_ANOTHER = frozenset({"депутат", "депутатка", "сенатор", "член", "лидер", "основатель", "сопредседатель"})


@lru_cache(maxsize=_REMEMBERED)
def phrase_before(text: str, start: int) -> Phrase | None:
    """The office printed nearest before the name at ``start``, also one shared by a list, never another person's."""
    return _own(text, start) or _shared(text, start)


@lru_cache(maxsize=_REMEMBERED)
def _own(text: str, start: int) -> Phrase | None:
    return phrase_ending(tokens_before(text, start)[0], lambda: cases_of_name(text, start))


def phrases_before(text: str, start: int) -> list[Phrase]:
    """The same with the offices joined to it, in the order printed.

    «Председатель Кабинета министров — руководитель Администрации президента Асан Токтосунов» holds two.
    """
    nearest = phrase_before(text, start)
    if nearest is None:
        return []
    found, cases = [nearest], cases_of_name(text, start)
    left = [token for token in tokens_before(text, start)[0] if token.end <= nearest.start]
    while left and (phrase := _joined(left, cases)):
        found.insert(0, phrase)
        left = [token for token in left if token.end <= phrase.start]
    return found


def _joined(left: Sequence[Token], cases: set[str]) -> Phrase | None:
    """The office before a dash or a comma that the next one continues."""
    phrase = phrase_ending(left[:-1], lambda: cases) if left[-1].text in _DASHES | {","} else None
    if phrase is None or phrase.end < left[-1].start - 2:
        return None
    if left[-1].text in _DASHES:
        return phrase
    # «Асан Токтосунов, депутат …, глава …»: after a name the comma opens an apposition to it
    before = [token for token in left if token.end <= phrase.start][-2:]
    is_apposition = len(before) == 2 and before[1].text == "," and before[0].is_capital
    return phrase if not is_apposition and phrase.noun in BESIDE_ANOTHER else None


def _shared(text: str, start: int) -> Phrase | None:
    """The office a list gives to each of its names: «главы МИД Киргизии А, Белоруссии Б и России В».

    Between the separator and the name stands nothing, or the country that replaces the one before.
    """
    own, first = _previous(text, start)
    for _ in range(_LONGEST_LIST):
        if first is None:
            return None
        phrase = _own(text, first)
        if phrase is None:
            first = _previous(text, first)[1]
            continue
        if not _is_of_many(phrase, cases_of_name(text, first)):
            return None
        kept = len(phrase.tail)
        if own:
            is_body = is_acronym(own[0].text) and not country_at([own[0].text], 0)
            kept = 0 if is_body else _before_country(phrase.tail)
        return replace(phrase, tail=(*phrase.tail[:kept], *own), plural=True)
    return None


@lru_cache(maxsize=_REMEMBERED)
def _previous(text: str, start: int) -> tuple[tuple[Token, ...], int | None]:
    """The words that part a name from the one before it in a list, and where that one begins."""
    left, _ = tokens_before(text, start)
    place = len(left)
    while place and left[place - 1].is_capital:
        place -= 1
    separator = place
    while separator and left[separator - 1].text.casefold() in {",", "и", "а", "также"}:
        separator -= 1
    if separator == place or not separator:
        return (), None
    return tuple(left[place:]), _name_start(left[:separator])


def _is_of_many(phrase: Phrase, cases: set[str]) -> bool:
    """«главы МИД», «депутаты»: the noun agrees with the first name as a plural, and not as a singular."""
    shared = cases_of_noun([phrase.head], 0, "plur") & cases
    return bool(shared) and (phrase.plural or not cases_of_noun([phrase.head], 0) & cases)


def _before_country(tail: tuple[Token, ...]) -> int:
    """How much of the tail stands before its country: «МИД | Киргизии»."""
    words = [token.text for token in tail]
    known = [place for place in range(len(tail)) if country_at(words, place)]
    if known:
        return known[-1]
    return len(tail) - 1 if tail and tail[-1].is_capital and not is_acronym(words[-1]) else len(tail)


def _name_start(left: Sequence[Token]) -> int | None:
    """Where the name that ends ``left`` begins: two words, or three with a patronymic."""
    place = len(left)
    while place and left[place - 1].is_capital and not country_at([left[place - 1].text], 0) and len(left) - place < 3:
        place -= 1
    words = [token.text for token in left[place:]]
    if len(words) == 3 and not any(is_patronymic(word) for word in words):
        place += 1
    return left[place].start if len(left) - place >= 2 else None
