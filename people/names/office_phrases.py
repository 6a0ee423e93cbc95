"""Where a text prints an office beside a name: the noun phrase before it or the apposition after it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from people.names.office_words import (
    PREPOSITIONS,
    acting_before,
    adjectives_before,
    belongs,
    can_head,
    cases_of_name,
    cases_of_noun,
    ends_in_name,
    is_other_person,
    noun_of,
)
from people.names.phrases import Token, country_at, is_acronym, lemmas, noun_parses, tokens
from people.names.posts import DEPENDENT, FORMER, KIN, RANKS
from people.names.readings import is_patronymic

_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Phrase:
    """An office as printed: «[первый] заместитель | министра культуры Лаковии», and what was said about holding it."""

    modifiers: tuple[Token, ...]
    head: Token
    noun: str
    tail: tuple[Token, ...]
    acting: tuple[Token, ...] = ()
    former: tuple[Token, ...] = ()
    plural: bool = False

    @property
    def start(self) -> int:
        return min(token.start for token in (*self.modifiers, self.head, *self.acting, *self.former))

    @property
    def end(self) -> int:
        return self.tail[-1].end if self.tail else self.head.end


def phrase_before(text: str, start: int) -> Phrase | None:
    """The office printed before the name at ``start``, also one shared by a list of names, never another person's."""
    left = tokens(text, text.rfind("\n", 0, start) + 1, start)[-_LONGEST:]
    while left and left[-1].is_word and lemmas(left[-1].text) & RANKS:
        left.pop()
    if left and left[-1].text.casefold() in PREPOSITIONS:
        return None
    begin = _reach(left)
    segment = left[begin:]
    place = _head_for(segment, cases_of_name(text, start))
    if place is not None:
        return _phrase(segment, place, left[:begin]) if not _is_kin(left, begin + place) else None
    return _shared(text, left)


def phrase_after(text: str, end: int) -> Phrase | None:
    """The office in apposition after a name that ends at ``end``: «…, министр культуры Лаковии, …»."""
    right = tokens(text, end, min(len(text), end + 300))
    if not right:
        return None
    if right[0].text.startswith("("):
        return phrase_at(text, right[0].start + 1, right[0].end - 1)
    return phrase_at(text, right[0].end, min(len(text), end + 300)) if right[0].text in {",", "—", "–", "-"} else None


def phrase_at(text: str, start: int, end: int) -> Phrase | None:
    """The office with which this stretch of text begins, in the nominative."""
    inside = tokens(text, start, end)
    stop = next((i for i, token in enumerate(inside) if not belongs(token)), len(inside))
    segment = inside[:stop]
    place = next((i for i in range(len(segment)) if noun_of(segment, i)), None)
    if ends_in_name(segment):
        return None
    if place is None or any(token.is_capital for token in segment[1:place]):
        return None
    phrase = _phrase(segment, place, [])
    if phrase is None or phrase.start != segment[0].start:
        return None
    return phrase if phrase.acting or "nomn" in cases_of_noun(segment, place) else None


def _reach(left: Sequence[Token]) -> int:
    """The index from which the tokens before a name may belong to one noun phrase."""
    begin = len(left)
    while begin:
        token = left[begin - 1]
        if token.text == ",":
            if not _goes_on_after_comma(left, begin):
                break
        elif not belongs(token) or is_other_person(left, begin - 1):
            break
        begin -= 1
    return begin


def _goes_on_after_comma(left: Sequence[Token], begin: int) -> bool:
    """«министр культуры, информации и спорта»: the comma joins what the ministry is for."""
    after = left[begin:]
    if not after or after[0].is_capital or any(noun_of(after, i) for i in range(len(after))):
        return False
    return any(token.text == "и" for token in after) and "gent" in {one.tag.case for one in noun_parses(after[0].text)}


def _head_for(segment: Sequence[Token], cases: set[str]) -> int | None:
    """Where the office noun that agrees with the name stands: «заместитель министра Асан», not «министра»."""
    places = [place for place in range(len(segment)) if noun_of(segment, place) and can_head(segment, place)]
    for number in ("sing", "plur"):  # «член Палаты представителей»: a plural only when no singular fits
        for place in reversed(places):
            if cases_of_noun(segment, place, number) & cases or acting_before(segment, place):
                return _governor(segment, place)
    return None


def _governor(segment: Sequence[Token], place: int) -> int:
    """The leftmost office this one depends on: «первого заместителя | председателя | кабинета министров»."""
    before = place - 1 - len(adjectives_before(segment, place))
    if before >= 0 and noun_of(segment, before) in DEPENDENT | {"член", "руководитель", "глава", "начальник"}:
        return _governor(segment, before)
    return place


def _is_kin(left: Sequence[Token], place: int) -> bool:
    before = place - 1 - len(adjectives_before(left, place))
    return before >= 0 and bool(lemmas(left[before].text) & KIN)


def _phrase(segment: Sequence[Token], place: int, outside: Sequence[Token]) -> Phrase | None:
    modifiers = adjectives_before(segment, place)
    acting = acting_before(segment, place)
    first = place - len(modifiers) - len(acting)
    before = segment[first - 1] if first else (outside[-1] if outside else None)
    former: tuple[Token, ...] = ()
    if before is not None and before.is_word and lemmas(before.text) & FORMER:
        former = (before,)
    elif segment[place].text.casefold().startswith("экс-"):
        former = (segment[place],)
    tail = tuple(segment[place + 1 :])
    while tail and (tail[-1].text == "и" or tail[-1].text.casefold() in PREPOSITIONS):
        tail = tail[:-1]
    singular, plural = cases_of_noun(segment, place), cases_of_noun(segment, place, "plur")
    return Phrase(
        modifiers, segment[place], noun_of(segment, place), tail, acting, former, bool(plural) and not singular
    )


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
