"""Where a text may name an organization: phrases to look up, and the country the words beside one give it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from people.names.keys import name_key
from people.names.kyrgyz.words import offices_in_russian
from people.names.morphology import parses
from people.names.words.countries import NAMES
from people.names.words.phrases import country_at, country_of_adjective, is_acronym
from people.names.words.readings import is_family_name, is_given_name
from search.kyrgyz import stems

_LONGEST = 8  # longer names are met by their short ones
_SPACE = r"[ \t\u00a0\u202f]"
_WORD = r"[^\W_]+(?:[-'’ʼ][^\W_]+)*"
# A name begins with a capital, or in small letters with one of the words organizations are called by: so nine tenths
# of the words of a text are never asked about.
_HEADS = """
министерств правительств комитет госкомитет кабинет парламент администраци прокуратур генпрокуратур мэри акимиат банк
нацбанк центробанк суд служб агентств фонд союз парти университет академи институт центр департамент управлени палат
комисси совет посольств организаци федераци ассоциаци корпораци компани государственн национальн верховн конституционн
генеральн центральн федеральн счетн счётн жогорку министрлиг өкмөт
"""
_START = re.compile(rf"(?<![^\W_])(?<![^\W_]-)(?:[A-ZА-ЯЁӨҮҢ]|{'|'.join(_HEADS.split())})[^\W_]+(?:[-'’ʼ][^\W_]+)*")
_NEXT = re.compile(rf"([»”\"]?){_SPACE}+([«„“\"]?)({_WORD})")
_OPENING = ("«", "„", "“", '"')
_CLOSING = '»”“"'
_BEFORE = re.compile(rf"({_WORD}){_SPACE}+[«„“\"]?$")
_AFTER = re.compile(rf"{_SPACE}+({_WORD})")
_MORE = re.compile(rf"(?:,| и)?{_SPACE}+([а-яё]+(?:-[а-яё]+)*)")
_QUOTED_BEHIND = re.compile(rf"{_SPACE}*[«„][А-ЯЁӨҮҢA-Z]")
_OTHER_KIND = re.compile(
    r"\b(?:газет|журнал|издани|клуб|команд|стадион|отел|гостиниц|ресторан|кафе|фильм|сериал|телеканал|радио|преми|турнир"
    r"|куб[ок]|теплоход|судн|корабл|микрорайон|операци|акци|программ|проект|фестивал|школ|санатори|магазин|рынк|рынок"
    r"|ансамбл|театр|картин|роман|книг|песн|[ФХБ]К\b|ЖК\b)\w*\s+[«„“\"]$"
)
_OUR_OWN = frozenset({"республики", "страны", "государства"})
_AREAS = frozenset({"области", "района", "края", "республики", "округа"})
_OF_A_PLACE = re.compile(r"[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое)$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the text that may be a name, with the keys to ask by."""

    start: int
    end: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """The country a text gives an organization, and the stretch of text that both fill.

    ``name`` is the one we keep; a word that may be a country without a row is given as printed. Empty: none is given.
    """

    name: str
    start: int
    end: int


def phrases(text: str, is_kyrgyz: Callable[[int], bool]) -> Iterator[Phrase]:
    """Every stretch of up to eight words, of one line and sentence, that may be the name of an organization."""
    for match in _START.finditer(text):
        start, end = match.span()
        key, last, is_open = "", match[0], False
        for _ in range(_LONGEST):
            closes = is_open and text[end : end + 1] in _CLOSING
            ends = _without_ending(last, is_kyrgyz(start))
            yield Phrase(start, end + closes, tuple(f"{key}{each}{'»' * closes}" for each in ends))
            following = _NEXT.match(text, end)
            if not following:
                break
            closing, opening, word = following.groups()
            key += name_key(last) + ("»" if closing and is_open else "") + (" «" if opening else " ")
            is_open = bool(opening) or (is_open and not closing)
            last, end = word, following.end()


def _without_ending(word: str, is_kyrgyz: bool) -> set[str]:
    """Keys of the last word: in Kyrgyz without each ending it may have, in English without «'s»."""
    if word[-2:] in {"'s", "’s"}:
        word = word[:-2]
    return {name_key(stem.text) for stem in stems(word, possessed=True)} if is_kyrgyz else {name_key(word)}


def country_beside(text: str, start: int, end: int, is_person: Callable[[int], bool], *, is_kyrgyz: bool) -> Country:
    """The country given behind a name, «МИД | Киргизии», or before it, «российский | МИД»."""
    if is_kyrgyz:
        return _country_in_kyrgyz(text, start, end)
    behind = list(_words_behind(text, end))
    found = country_at([word for word, _ in behind], 0) if behind else None
    if found:
        return Country(found[0], start, behind[found[1] - 1][1])
    before = _BEFORE.search(text, max(0, start - 60), start)
    if before and (country := country_of_adjective(before[1])):
        return Country(country, before.start(), end)
    if before and _OF_A_PLACE.search(before[1]):
        return Country(before[1], before.start(), end)
    if behind and _may_be_place([word for word, _ in behind]) and not is_person(behind[0][1] - len(behind[0][0])):
        return Country(behind[0][0], start, behind[0][1])
    return Country("", start, end)


def _country_in_kyrgyz(text: str, start: int, end: int) -> Country:
    """The country stands before: «Россиянын | ТИМи», «Кыргыз Республикасынын | Улуттук банкы»."""
    before = start
    for _ in range(2):
        word = _BEFORE.search(text, max(0, before - 60), before)
        if not word:
            break
        before = word.start()
        known = next((NAMES[each] for each in offices_in_russian(text[before:start]).split() if each in NAMES), "")
        if known:
            return Country(known, before, end)
    return Country("", start, end)


def is_something_else(text: str, start: int, end: int) -> bool:
    """Whether the word names another thing: «газета «Единство»» no party, «ЖК «Асман»» no parliament."""
    word = text[start:end]
    if " " in word:
        return False
    if text[start - 1 : start] in _OPENING and not is_acronym(word):  # «Газпром» is not «Газпром нефть»
        return text[end : end + 1] not in _CLOSING or bool(_OTHER_KIND.search(text, max(0, start - 30), start))
    return bool(_OTHER_KIND.search(text, max(0, start - 30), start) or _QUOTED_BEHIND.match(text, end))


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether the name in the text is longer: «Министерство образования | и науки», «труда | , миграции и …»."""
    if " " not in text[start:end] or not text[end - 1].islower():
        return False
    more = _MORE.match(text, end)
    if not more or more[1] in _OUR_OWN or _START.match(more[1]):
        return False
    likeliest = parses(more[1])[0].tag
    is_noun_phrase = likeliest.POS in {"NOUN", "ADJF", "PRTF"}
    return is_noun_phrase and "gent" in likeliest and not {"anim", "Apro"} & likeliest.grammemes


def _words_behind(text: str, end: int) -> Iterator[tuple[str, int]]:
    """Up to four words behind a place, each with its end: «Соединённых Штатов Америки»."""
    for _ in range(4):
        match = _AFTER.match(text, end)
        if not match:
            return
        end = match.end()
        yield match[1], end


def _may_be_place(words: Sequence[str]) -> bool:
    """A capitalised word that is no person; «Совет Федерации | Федерального собрания» is none either."""
    word, *rest = words
    if not word[0].isupper():
        return False
    if _OF_A_PLACE.search(word):
        return bool(rest and rest[0].lower() in _AREAS) or not is_family_name(word)
    likeliest = parses(word)[0]
    is_adjective = likeliest.is_known and likeliest.tag.POS == "ADJF"
    return not (is_adjective or is_given_name(word) or is_family_name(word))
