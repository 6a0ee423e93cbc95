"""The offices printed before a name: its own, two joined by a dash, or one that a list of names shares."""

from collections.abc import Sequence
from dataclasses import replace

from people.names.office_phrases import Phrase, phrase_ending, tokens_before
from people.names.office_words import cases_of_name, cases_of_noun
from people.names.phrases import Token, country_at, is_acronym
from people.names.readings import is_patronymic

_DASHES = frozenset({"—", "–", "-"})
# They stand beside another office with a comma: «депутат Жогорку Кенеша, лидер партии …».
_BESIDE_ANOTHER = frozenset({"депутат", "депутатка", "сенатор", "член", "лидер", "основатель", "сопредседатель"})


def phrase_before(text: str, start: int) -> Phrase | None:
    """The office printed nearest before the name at ``start``, also one shared by a list, never another person's."""
    left, _ = tokens_before(text, start)
    return phrase_ending(left, cases_of_name(text, start)) or _shared(text, left)


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
    phrase = phrase_ending(left[:-1], cases) if left[-1].text in _DASHES | {","} else None
    if phrase is None or phrase.end < left[-1].start - 2:
        return None
    before = [token for token in left if token.end <= phrase.start][-2:]
    is_apposition = len(before) == 2 and before[1].text == "," and before[0].is_capital
    return phrase if not is_apposition and (left[-1].text in _DASHES or phrase.noun in _BESIDE_ANOTHER) else None


def _shared(text: str, left: Sequence[Token]) -> Phrase | None:
    """The office a list gives to each of its names: «главы МИД Киргизии А, Белоруссии Б и России В».

    Between the separator and the name stands nothing, or the country that replaces the one before.
    """
    place = len(left)
    while place and left[place - 1].is_capital:
        place -= 1
    own, separator = tuple(left[place:]), place
    while separator and left[separator - 1].text.casefold() in {",", "и", "а", "также"}:
        separator -= 1
    if separator == place or not separator:
        return None
    first = _name_start(left[:separator])
    if first is None:
        return None
    shared = _agreeing_plural(text, first)
    if shared is None:
        return None
    if not own:
        return shared
    kept = 0 if is_acronym(own[0].text) and not country_at([own[0].text], 0) else _before_country(shared.tail)
    return replace(shared, tail=(*shared.tail[:kept], *own))


def _agreeing_plural(text: str, first: int) -> Phrase | None:
    phrase = phrase_before(text, first)
    if phrase is None:
        return None
    segment = [phrase.head]
    shared = bool(cases_of_noun(segment, 0, "plur") & cases_of_name(text, first))
    alone = bool(cases_of_noun(segment, 0) & cases_of_name(text, first))
    return replace(phrase, plural=True) if shared and (not alone or phrase.plural) else None


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
