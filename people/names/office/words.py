"""The words of an office beside a name: which noun it is, what belongs to it, which cases it may stand in."""

from collections.abc import Sequence
from functools import lru_cache

from people.names.office.posts import DEPENDENT, FORMER, HEADS, NOT_OF_THE_POST
from people.names.records import CASES
from people.names.words.nominative import NOBLE, guesses
from people.names.words.phrases import Token, country_at, is_acronym, lemmas, noun_parses, tokens
from people.names.words.readings import ANY_CASE, is_family_name, is_given_name, is_patronymic

PREPOSITIONS = frozenset(
    {"по", "при", "в", "во", "на", "о", "об", "от", "с", "со", "за", "для", "из", "над", "у", "против"}
)
_ACTING = frozenset({"врио", "и.о.", "вр.и.о.", "ио"})
_UNIT = ("в/ч", "№")
_PARTICIPLES_OF_POSTS = frozenset({"избрать", "уполномочить"})


def belongs(token: Token) -> bool:
    """Whether the token may stand inside an office."""
    word = token.text.casefold()
    if token.is_enclosed or word.replace(" ", "") in _ACTING:
        return True
    if word.startswith(_UNIT):
        return True
    if not token.is_word or token.text[0].isdigit():
        return False
    if word in PREPOSITIONS or word == "и" or is_acronym(token.text) or word in HEADS or word.isascii():
        return True
    found = [one for one in noun_parses(token.text) if "Apro" not in one.tag]
    return bool(found) and (token.is_capital or found[0].score > 0.05)


def is_other_person(left: Sequence[Token], place: int) -> bool:
    """Whether the word is part of another person's name: «…президентом Асаном Токтосуновым министру …»."""
    word = left[place].text
    if not left[place].is_capital or country_at([word], 0) or noun_of(left, place):
        return False
    before = left[place - 1].text if place and not noun_of(left, place - 1) else ""  # «Акиму Ошской области»
    return is_patronymic(word) or (before[:1].isupper() and is_family_name(word) and is_given_name(before))


def ends_in_name(segment: Sequence[Token]) -> bool:
    """Whether the office is another person's, whose name follows it: «…, министр обороны Сергей Лавров»."""
    if len(segment) < 2 or not (segment[-1].is_capital and segment[-2].is_capital):
        return False
    words = [segment[-2].text, segment[-1].text]
    if any(is_acronym(word) for word in words) or country_at(words, 0) or country_at(words, 1):
        return False
    return any(is_given_name(word) for word in words)


def noun_of(segment: Sequence[Token], place: int) -> str:
    """The office noun at ``place`` in the nominative, or nothing: «министрами» -> «министр»."""
    word = segment[place].text.casefold().removeprefix("экс-")
    if word.startswith("кабинет") or not segment[place].is_word:
        return ""
    if word == "министров" and place and lemmas(segment[place - 1].text) & {"кабинет", "совет", "аппарат"}:
        return ""
    return word if word in HEADS else _undeclined(word)


@lru_cache(maxsize=1 << 12)
def _undeclined(word: str) -> str:
    # a faint reading is none: «После» may be a form of «посол», and is not
    found = (parse.normal_form.replace("ё", "е") for parse in noun_parses(word) if parse.score > 0.05)
    return next((noun for noun in found if noun in HEADS), "")


def cases_of_noun(segment: Sequence[Token], place: int, number: str = "sing") -> set[str]:
    """The cases the office noun at ``place`` may stand in."""
    word = segment[place].text.casefold().removeprefix("экс-")
    noun = noun_of(segment, place)
    if noun in {"замминистра", "замглавы"}:
        return set(CASES)
    fitting = [one for one in noun_parses(word) if one.normal_form.replace("ё", "е") == noun or word == noun]
    found = {str(one.tag.case) for one in fitting if one.tag.number == number}
    return found or ({"nomn"} if number == "sing" and word == noun else set())


def can_head(segment: Sequence[Token], place: int) -> bool:
    """Whether what follows the noun can depend on it: a genitive, a preposition, a name of a body, or nothing."""
    if place and segment[place - 1].text == "в":  # «кандидат в президенты»
        return False
    if place + 1 >= len(segment):
        return noun_of(segment, place) not in DEPENDENT  # «помощник Айгуль Токтосуновой» is hers, not she
    if segment[place + 1].text == "и" or (
        noun_of(segment, place + 1) and cases_of_noun(segment, place) & cases_of_noun(segment, place + 1)
    ):  # «президент и первая леди», «управляющий | директор»
        return False
    after = segment[place + 1]
    if after.text == "айыл" or after.text.startswith(_UNIT):  # «глава айыл окмоту», «командир в/ч 2021»
        return True
    if after.text.casefold() in PREPOSITIONS or not after.is_word or is_acronym(after.text) or after.is_capital:
        return True
    return any(one.tag.case == "gent" for one in noun_parses(after.text))


def adjectives_before(segment: Sequence[Token], place: int) -> tuple[Token, ...]:
    """The words before an office noun that agree with it and belong to the post: «чрезвычайный и полномочный»."""
    wanted = cases_of_noun(segment, place) | cases_of_noun(segment, place, "plur")
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


def acting_before(segment: Sequence[Token], place: int) -> tuple[Token, ...]:
    """«и. о.», «врио», «исполняющий обязанности» before the noun or its adjectives."""
    place -= len(adjectives_before(segment, place))
    if place and segment[place - 1].text.casefold().replace(" ", "") in _ACTING:
        return (segment[place - 1],)
    if place > 1 and segment[place - 1].text.casefold() == "обязанности":
        first = place - 2
        if lemmas(segment[first].text) & {"исполняющий", "исполнять"}:
            return tuple(segment[first:place])
    return ()


def cases_of_name(text: str, start: int) -> set[str]:
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
