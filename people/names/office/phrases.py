"""Where a text prints an office beside a name: the noun phrase before it or the apposition after it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from people.names.office.posts import DEPENDENT, FORMER, KIN, RANKS, SERVICES
from people.names.office.words import (
    PREPOSITIONS,
    acting_before,
    adjectives_before,
    belongs,
    can_head,
    cases_of_noun,
    ends_in_name,
    is_other_person,
    noun_of,
)
from people.names.words.phrases import Token, is_acronym, lemmas, noun_parses, tokens

_LONGEST, _FARTHEST = 30, 400
_LOOSE = frozenset({"в", "во", "на", "с", "со", "из", "от", "у", "за", "о", "об", "для"})
_FIELDS = frozenset({"область", "регион", "сфера", "вопрос", "дело", "фракция", "партия", "республика", "страна"})


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


def tokens_before(text: str, start: int) -> tuple[list[Token], list[Token]]:
    """The words of the line before a name, and the rank between them and it: «министр обороны | генерал-майор»."""
    left = tokens(text, max(text.rfind("\n", 0, start) + 1, start - _FARTHEST), start)[-_LONGEST:]
    rank: list[Token] = []
    while left and left[-1].is_word:
        has_service = len(left) > 1 and (left[-1].text in SERVICES or is_acronym(left[-1].text))
        length = 2 if has_service else 1
        if not left[-length].is_word or not lemmas(left[-length].text) & RANKS:
            break
        rank = [*left[-length:], *rank]
        del left[-length:]
    return left, rank


def phrase_ending(left: Sequence[Token], cases: Callable[[], set[str]]) -> Phrase | None:
    """The office with which these words end, in one of the cases; nobody else's, and no kin's of the holder.

    ``cases`` is asked only when there is an office: to tell the cases of a name takes longer than to see none.
    """
    if left and left[-1].text.casefold() in PREPOSITIONS:
        return None
    begin = _reach(left)
    segment = left[begin:]
    place = _head_for(segment, cases)
    if place is None or _is_kin(left, begin + place):
        return None
    return _phrase(segment, place, left[:begin])


def phrase_after(text: str, end: int, cases: frozenset[str] = frozenset({"nomn"})) -> Phrase | None:
    """The office in apposition after a name that ends at ``end``: «…, министр культуры Лаковии, …».

    ``cases`` are those the name stands in; in parentheses an office is in the nominative.
    """
    right = tokens(text, end, min(len(text), end + 300))
    if not right:
        return None
    if right[0].text.startswith("("):
        return phrase_at(text, right[0].start + 1, right[0].end - 1)
    beyond = min(len(text), end + 300)
    return phrase_at(text, right[0].end, beyond, cases) if right[0].text in {",", "—", "–", "-"} else None


def phrase_at(text: str, start: int, end: int, cases: frozenset[str] = frozenset({"nomn"})) -> Phrase | None:
    """The office with which this stretch of text begins, in the nominative or the cases asked for."""
    inside = tokens(text, start, end)
    stop = next((i for i in range(len(inside)) if not belongs(inside[i]) or _leads_away(inside, i)), len(inside))
    segment = inside[:stop]
    place = next((i for i in range(len(segment)) if noun_of(segment, i)), None)
    if ends_in_name(segment):
        return None
    if place is None or any(token.is_capital for token in segment[1:place]):
        return None
    phrase = _phrase(segment, place, [])
    if phrase is None or phrase.start != segment[0].start:
        return None
    return phrase if phrase.acting or cases_of_noun(segment, place) & cases else None


def _leads_away(inside: Sequence[Token], place: int) -> bool:
    """«министр культуры | в среду»: a preposition goes on with the office only before a name or a field of work."""
    if inside[place].text.casefold() not in _LOOSE or place + 1 >= len(inside):
        return False
    after = inside[place + 1]
    return not (after.is_capital or after.is_enclosed or lemmas(after.text) & _FIELDS)


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
    if (
        len(after) < 3
        or not after[0].is_word
        or after[0].text == "и"
        or after[0].is_capital
        or any(noun_of(after, i) for i in range(len(after)))
    ):
        return False
    return any(token.text == "и" for token in after) and "gent" in {one.tag.case for one in noun_parses(after[0].text)}


def _head_for(segment: Sequence[Token], cases: Callable[[], set[str]]) -> int | None:
    """Where the office noun that agrees with the name stands: «заместитель министра Асан», not «министра»."""
    places = [place for place in range(len(segment)) if noun_of(segment, place) and can_head(segment, place)]
    for number in ("sing", "plur"):  # «член Палаты представителей»: a plural only when no singular fits
        for place in reversed(places):
            if cases_of_noun(segment, place, number) & cases() or acting_before(segment, place):
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
    while tail and (tail[-1].text in {"и", ","} or tail[-1].text.casefold() in PREPOSITIONS):
        tail = tail[:-1]
    singular, plural = cases_of_noun(segment, place), cases_of_noun(segment, place, "plur")
    return Phrase(
        modifiers, segment[place], noun_of(segment, place), tail, acting, former, bool(plural) and not singular
    )
