"""Where a text prints an office beside a name: the noun phrase before it or the apposition after it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from people.names.nominative import NOBLE, guesses
from people.names.phrases import (
    Token,
    country_at,
    is_acronym,
    lemmas,
    noun_parses,
    tokens,
)
from people.names.posts import DEPENDENT, FORMER, HEADS, KIN, NOT_OF_THE_POST, RANKS
from people.names.readings import ANY_CASE, is_family_name, is_given_name, is_patronymic
from people.names.records import CASES

PREPOSITIONS = frozenset(
    {"по", "при", "в", "во", "на", "о", "об", "от", "с", "со", "за", "для", "из", "над", "у", "против"}
)
_ACTING = frozenset({"врио", "и.о.", "вр.и.о."})
_PARTICIPLES_OF_POSTS = frozenset({"избрать", "уполномочить"})
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
    place = _head_for(segment, _cases_of_name(text, start))
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
    stop = next((i for i, token in enumerate(inside) if not _belongs(token)), len(inside))
    segment = inside[:stop]
    place = next((i for i in range(len(segment)) if _noun_of(segment, i)), None)
    if _ends_in_name(segment):
        return None
    if place is None or any(token.is_capital for token in segment[1:place]):
        return None
    phrase = _phrase(segment, place, [])
    if phrase is None or phrase.start != segment[0].start:
        return None
    return phrase if phrase.acting or "nomn" in _cases(segment, place) else None


def _ends_in_name(segment: Sequence[Token]) -> bool:
    """Whether the office is another person's, whose name follows it: «…, министр обороны Сергей Лавров»."""
    if len(segment) < 2 or not (segment[-1].is_capital and segment[-2].is_capital):
        return False
    words = [segment[-2].text, segment[-1].text]
    if any(is_acronym(word) for word in words) or country_at(words, 0) or country_at(words, 1):
        return False
    return any(is_given_name(word) for word in words)


def _reach(left: Sequence[Token]) -> int:
    """The index from which the tokens before a name may belong to one noun phrase."""
    begin = len(left)
    while begin:
        token = left[begin - 1]
        if token.text == ",":
            if not _goes_on_after_comma(left, begin):
                break
        elif not _belongs(token) or _is_person(left, begin - 1):
            break
        begin -= 1
    return begin


def _goes_on_after_comma(left: Sequence[Token], begin: int) -> bool:
    """«министр культуры, информации и спорта»: the comma joins what the ministry is for."""
    after = left[begin:]
    if not after or after[0].is_capital or any(_noun_of(after, i) for i in range(len(after))):
        return False
    return any(token.text == "и" for token in after) and "gent" in {one.tag.case for one in noun_parses(after[0].text)}


def _belongs(token: Token) -> bool:
    """Whether the token may stand inside an office."""
    word = token.text.casefold()
    if token.is_enclosed or word.replace(" ", "") in _ACTING:
        return True
    if not token.is_word or token.text[0].isdigit():
        return False
    if word in PREPOSITIONS or word == "и" or is_acronym(token.text) or word in HEADS or word.isascii():
        return True
    found = [one for one in noun_parses(token.text) if "Apro" not in one.tag]
    return bool(found) and (token.is_capital or found[0].score > 0.05)


def _is_person(left: Sequence[Token], place: int) -> bool:
    """Whether the word is part of another person's name: «…президентом Асаном Токтосуновым министру …»."""
    word = left[place].text
    if not left[place].is_capital or country_at([word], 0) or _noun_of(left, place):
        return False
    before = left[place - 1].text if place else ""
    return is_patronymic(word) or (before[:1].isupper() and is_family_name(word) and is_given_name(before))


def _noun_of(segment: Sequence[Token], place: int) -> str:
    """The office noun at ``place`` in the nominative, or nothing: «министрами» -> «министр»."""
    word = segment[place].text.casefold().removeprefix("экс-")
    if word.startswith("кабинет") or not segment[place].is_word:
        return ""
    if word == "министров" and place and lemmas(segment[place - 1].text) & {"кабинет", "совет", "аппарат"}:
        return ""
    if word in HEADS:
        return word
    # a faint reading is none: «После» may be a form of «посол», and is not
    found = (parse.normal_form.replace("ё", "е") for parse in noun_parses(word) if parse.score > 0.05)
    return next((noun for noun in found if noun in HEADS), "")


def _cases(segment: Sequence[Token], place: int, number: str = "sing") -> set[str]:
    """The cases the office noun at ``place`` may stand in."""
    word = segment[place].text.casefold().removeprefix("экс-")
    noun = _noun_of(segment, place)
    if noun in {"замминистра", "замглавы"}:
        return set(CASES)
    fitting = [one for one in noun_parses(word) if one.normal_form.replace("ё", "е") == noun or word == noun]
    found = {str(one.tag.case) for one in fitting if one.tag.number == number}
    return found or ({"nomn"} if number == "sing" and word == noun else set())


def _cases_of_name(text: str, start: int) -> set[str]:
    """The cases the name at ``start`` may stand in; all of them when its form does not tell."""
    words: list[str] = []
    for token in tokens(text, start, min(len(text), start + 80)):
        if token.text == "." and words and len(words[-1]) == 1:
            words[-1] += "."
        elif token.is_word and (token.is_capital or token.text in NOBLE) and len(words) < 3:
            words.append(token.text)
        else:
            break
    for length in (3, 2, 1):
        found = guesses(words[:length]) if len(words) >= length else []
        if found and (length < 3 or found[0].family_known):
            cases = {guess.case for guess in found if guess.score > found[0].score - 0.6}
            return set(CASES) if ANY_CASE in cases else cases
    return set(CASES)


def _head_for(segment: Sequence[Token], cases: set[str]) -> int | None:
    """Where the office noun that agrees with the name stands: «заместитель министра Асан», not «министра»."""
    places = [place for place in range(len(segment)) if _noun_of(segment, place) and _heads(segment, place)]
    for number in ("sing", "plur"):  # «член Палаты представителей»: a plural only when no singular fits
        for place in reversed(places):
            if _cases(segment, place, number) & cases or _acting_before(segment, place):
                return _governor(segment, place)
    return None


def _heads(segment: Sequence[Token], place: int) -> bool:
    """Whether what follows the noun can depend on it: a genitive, a preposition, a name of a body, or nothing."""
    if place and segment[place - 1].text == "в":  # «кандидат в президенты»
        return False
    if place + 1 >= len(segment):
        return _noun_of(segment, place) not in DEPENDENT  # «помощник Айгуль Токтосуновой» is hers, not she
    if segment[place + 1].text == "и" or (
        _noun_of(segment, place + 1) and _cases(segment, place) & _cases(segment, place + 1)
    ):  # «президент и первая леди», «управляющий | директор»
        return False
    after = segment[place + 1]
    if after.text.casefold() in PREPOSITIONS or not after.is_word or is_acronym(after.text) or after.is_capital:
        return True
    return any(one.tag.case == "gent" for one in noun_parses(after.text))


def _governor(segment: Sequence[Token], place: int) -> int:
    """The leftmost office this one depends on: «первого заместителя | председателя | кабинета министров»."""
    before = place - 1 - len(_adjectives(segment, place))
    if before >= 0 and _noun_of(segment, before) in DEPENDENT | {"член", "руководитель", "глава", "начальник"}:
        return _governor(segment, before)
    return place


def _is_kin(left: Sequence[Token], place: int) -> bool:
    before = place - 1 - len(_adjectives(left, place))
    return before >= 0 and bool(lemmas(left[before].text) & KIN)


def _adjectives(segment: Sequence[Token], place: int) -> tuple[Token, ...]:
    """The words before an office noun that agree with it and belong to the post: «чрезвычайный и полномочный»."""
    wanted = _cases(segment, place) | _cases(segment, place, "plur")
    found: list[Token] = []
    while place:
        token = segment[place - 1]
        joins = token.text == "и" and found and place > 1 and _is_adjective(segment[place - 2], wanted)
        if not joins and not _is_adjective(token, wanted):
            break
        found.insert(0, token)
        place -= 1
    return tuple(found)


def _is_adjective(token: Token, cases: set[str]) -> bool:
    if not token.is_word or lemmas(token.text) & (NOT_OF_THE_POST | FORMER):
        return False
    for one in noun_parses(token.text):
        is_participle = one.tag.POS == "PRTF" and one.normal_form not in _PARTICIPLES_OF_POSTS
        if one.tag.POS != "NOUN" and one.tag.case in cases and not is_participle and "Apro" not in one.tag:
            return True
    return False


def _acting_before(segment: Sequence[Token], place: int) -> tuple[Token, ...]:
    """«и. о.», «врио», «исполняющий обязанности» before the noun or its adjectives."""
    place -= len(_adjectives(segment, place))
    if place and segment[place - 1].text.casefold().replace(" ", "") in _ACTING:
        return (segment[place - 1],)
    if place > 1 and segment[place - 1].text.casefold() == "обязанности":
        first = place - 2
        if lemmas(segment[first].text) & {"исполняющий", "исполнять"}:
            return tuple(segment[first:place])
    return ()


def _phrase(segment: Sequence[Token], place: int, outside: Sequence[Token]) -> Phrase | None:
    modifiers = _adjectives(segment, place)
    acting = _acting_before(segment, place)
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
    singular, plural = _cases(segment, place), _cases(segment, place, "plur")
    return Phrase(
        modifiers, segment[place], _noun_of(segment, place), tail, acting, former, bool(plural) and not singular
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
    shared = bool(_cases(segment, 0, "plur") & _cases_of_name(text, first))
    alone = bool(_cases(segment, 0) & _cases_of_name(text, first))
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
