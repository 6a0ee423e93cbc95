"""How a text introduces somebody: «учительница физики», «житель Кедра», in the nominative, whatever case is printed.

An office beside the name is one such introduction; others say a trade, a title, where somebody is from. What somebody
else says, in quotation marks or not, what is denied, and what is said of another time, is not the paper's own word
about the day; and of guilt, illness or origin nothing is said (``unfit``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from people.names.office.given import Range, is_of_the_day, offices_given, quotations, sentence_around
from people.names.office.phrases import tokens_before
from people.names.office.posts import KIN, NOT_OF_THE_POST
from people.names.office.words import PREPOSITIONS, cases_of_name
from people.names.unfit import is_fit
from people.names.words.nominative import nominative
from people.names.words.phrases import Token, is_acronym, lemmas, noun_parses, tokens
from people.names.words.readings import is_given_name, is_patronymic

# Whose, or nothing at all: «адвокат Асана Токтосунова» is not Асан, «мужчина» is no introduction.
_OF_SOMEBODY = KIN | {
    "адвокат",
    "помощник",
    "заместитель",
    "преемник",
    "предшественник",
    "коллега",
    "сосед",
    "соперник",
    *("поклонник", "жених", "невеста", "тезка"),
    *("отчим", "мачеха", "пасынок", "дядя", "дед", "кузен", "двойник"),
    *("противник", "критик", "клиент"),
}
_NOTHING = frozenset({"человек", "мужчина", "женщина", "парень", "девушка", "мальчик", "девочка", "ребенок", "герой"})
_NOTHING |= {"господин", "госпожа", "товарищ", "лицо", "гость", "гостья", "автор", "собеседник", "собеседница"}
_NOTHING |= {"свидетель", "очевидец", "персонаж", "участник", "участница"}
# Of words that tell how somebody is («скандальный», «пьяный»), those that are parts of titles and trades.
_OF_TITLES = frozenset({"заслуженный", "народный", "главный", "почетный", "лучший", "научный", "частный", "районный"})
_OF_TITLES |= {"областной", "городской", "государственный", "управляющий", "юный"}
_NOBODY = frozenset({"Name", "Surn", "Patr", "Geox", "Abbr", "Init", "neut"})
_ENDS = frozenset(",.;:!?)—–(»")
_MOST_WORDS = 8
_REACH = 120
Introduction = tuple[str, int]  # the words and where they begin
NONE: Introduction = ("", 0)


def introductions(text: str, places: Sequence[Range], year: int, *, quoted: Sequence[Range] = ()) -> list[str]:
    """For each of these names, in the order of the text, the words that introduce it; empty where there are none."""
    said = [*quoted, *quotations(text)]  # also «Вор Асан Токтосунов!», which is too short to be read for offices
    offices = offices_given(text, places, year, quoted=said)
    found = (
        (given[0].office.wording, given[0].office.start) if given else _introduced(text, place, places, said, year)
        for place, given in zip(places, offices, strict=True)
    )
    return [
        words if is_fit(words, text[sentence_around(text, *place)[0] : begin]) else ""
        for place, (words, begin) in zip(places, found, strict=True)
    ]


def _introduced(text: str, place: Range, places: Sequence[Range], said: Sequence[Range], year: int) -> Introduction:
    start, end = place
    if any(a <= start and end <= b for a, b in said) or not is_of_the_day(text, start, end, year):
        return NONE
    bearer = _Bearer(cases_of_name(text, start), _is_a_man(text[start:end]))
    found = _before(text, start, bearer)
    return found if found[0] else _after(text, end, bearer, [first for first, _last in places])


@dataclass(frozen=True)
class _Bearer:
    """Whom a word must fit: the cases the name may stand in, and whether it is a man's."""

    cases: set[str]
    is_man: bool


def _is_a_man(surface: str) -> bool:
    return next((name.gender for name in nominative(surface.split())), "") == "male"


def _before(text: str, start: int, bearer: _Bearer) -> Introduction:
    """«Победила | учительница физики | Айгуль Токтосунова»."""
    left = tokens_before(text, start)[0]
    phrase = list(takewhile(_may_belong, reversed(left)))[:_MOST_WORDS][::-1]
    # The nearest: «повар школы и учитель Асан Токтосунов» may be two people, the teacher is he.
    for place in reversed(range(len(phrase))):
        if (noun := _person(phrase[place], bearer)) and _depends(phrase[place + 1 :]):
            return _worded(_adjectives(phrase[:place], noun), phrase[place], noun, phrase[place + 1 :])
    return NONE


def _after(text: str, end: int, bearer: _Bearer, firsts: Sequence[int]) -> Introduction:
    """«Айгуль Токтосунова, | учительница физики из Кедра |, …»; not another person's, who follows."""
    right = tokens(text, end, min(len(text), end + _REACH))
    if len(right) < 2 or right[0].text not in {",", "—", "–"} or "\n" in text[end : right[1].start]:
        return NONE
    phrase = list(takewhile(_may_belong, right[1:]))
    behind = right[1 + len(phrase) :]
    is_closed = not behind or behind[0].text in _ENDS
    if not phrase or len(phrase) > _MOST_WORDS or not is_closed:
        return NONE
    # «Асан Токтосунов, повар Бакыт Усенов и другие»: the cook is the next one.
    if any(end < first <= phrase[-1].end + 1 for first in firsts) or any(map(_is_name, phrase)):
        return NONE
    for place, token in enumerate(phrase):
        if noun := _person(token, bearer):
            adjectives = _adjectives(phrase[:place], noun)
            is_whole = len(adjectives) == place and _depends(phrase[place + 1 :])
            return _worded(adjectives, token, noun, phrase[place + 1 :]) if is_whole else NONE
    return NONE


def _may_belong(token: Token) -> bool:
    """Whether the word may stand in a noun phrase: no verb, no mark, no pronoun («его друг» is somebody's)."""
    if token.is_enclosed and not token.text.startswith("("):
        return True
    word = token.text.casefold()
    if not token.is_word:
        return False
    if word in PREPOSITIONS or word == "и" or token.is_capital or is_acronym(token.text) or word.isdigit():
        return True
    return any("Apro" not in one.tag and one.score > 0.05 for one in noun_parses(token.text))


def _person(token: Token, bearer: _Bearer) -> Any:
    """The reading of a word as somebody who may bear the name; None of kin and of words that say nothing.

    «Лошадь Асана Токтосунова» is no man; «врач Айгуль Токтосунова» is a woman.
    """
    if lemmas(token.text) & (_OF_SOMEBODY | _NOTHING) or _is_name(token):
        return None
    readings = (one for one in noun_parses(token.text) if one.tag.POS == "NOUN" and one.is_known and one.score > 0.05)
    somebody = (one for one in readings if one.tag.grammemes >= {"anim", "sing"} and not _NOBODY & one.tag.grammemes)
    return next(
        (one for one in somebody if one.tag.case in bearer.cases and not (bearer.is_man and one.tag.gender == "femn")),
        None,
    )


def _is_name(token: Token) -> bool:
    return token.is_capital and (is_given_name(token.text) or is_patronymic(token.text))


def _adjectives(before: Sequence[Token], noun: Any) -> list[Token]:
    """The words right before a noun that agree with it: «двукратная | олимпийская | чемпионка»."""
    found: list[Token] = []
    for token in reversed(before):
        reading = _agreeing(token, noun)
        if not reading or lemmas(token.text) & NOT_OF_THE_POST or _is_judged(reading, token):
            break
        found.insert(0, token)
    return found


def _is_judged(reading: Any, token: Token) -> bool:
    """Whether the word tells how somebody is or what befell them: «скандальный блогер», «раненый солдат»."""
    tells = "Qual" in reading.tag or reading.tag.POS == "PRTF"
    return tells and _form(reading, {"nomn", "sing", "masc"}, token.text).replace("ё", "е") not in _OF_TITLES


def _agreeing(token: Token, noun: Any) -> Any:
    wanted = {noun.tag.case, "sing"} | ({noun.tag.gender} if noun.tag.gender in {"masc", "femn"} else set())
    readings = (one for one in noun_parses(token.text) if one.tag.POS in {"ADJF", "PRTF"} and "Apro" not in one.tag)
    return next((one for one in readings if wanted <= one.tag.grammemes), None)


def _depends(tail: Sequence[Token]) -> bool:
    """Whether these words can depend on the noun before them: a genitive, a name of a place, a preposition and on.

    «Президент страны и | Асан Токтосунов» are two: what ends in «и» is somebody else.
    """
    if not tail:
        return True
    if tail[-1].text.casefold() == "и" or tail[-1].text.casefold() in PREPOSITIONS:
        return False
    first = tail[0]
    if first.text.casefold() in PREPOSITIONS:
        return len(tail) > 1
    if first.is_enclosed or is_acronym(first.text):
        return True
    return any(one.tag.case == "gent" for one in noun_parses(first.text))


def _worded(adjectives: Sequence[Token], token: Token, noun: Any, tail: Sequence[Token]) -> Introduction:
    begin = (adjectives[0] if adjectives else token).start
    return " ".join([*_declined(adjectives, token, noun), *(each.text for each in tail)]), begin


def _declined(adjectives: Sequence[Token], token: Token, noun: Any) -> Iterator[str]:
    wanted = {"nomn", "sing"} | ({noun.tag.gender} if noun.tag.gender in {"masc", "femn"} else set())
    for each in adjectives:
        yield _form(_agreeing(each, noun), wanted, each.text)
    yield _form(noun, {"nomn", "sing"}, token.text)


def _form(reading: Any, wanted: set[str], printed: str) -> str:
    """The form of the word that is printed: the dictionary takes «лучший», «высший» for «наихороший», «высочайший»."""
    stem = printed.lower().replace("ё", "е")[:-3]
    forms = filter(None, [reading.inflect(wanted), *(each for each in reading.lexeme if wanted <= each.tag.grammemes)])
    same = (each.word for each in forms if each.word.replace("ё", "е").startswith(stem))
    return next(same, printed.lower())
