"""Noun phrases around a name: their words, the cases they may stand in, their nominative."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from people.names.morphology import parses
from people.names.words.countries import ADJECTIVES, NAMES
from people.names.words.readings import spelled_like

# One item of a phrase: «и. о.», «в/ч 2021», «№ 12», a name in guillemets, a parenthesis, a word, or a single mark.
_TOKEN = re.compile(
    r"(?:вр\.\s?)?и\.\s?о\.|в/ч(?: ?№? ?\d+)?|№ ?\d+|«[^«»]*»|„[^„“]*“|\"[^\"\n]*\"|\([^()]*\)"
    r"|[^\W_]+(?:[-’][^\W_]+)*|[^\s]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of the text with its half-open offsets."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_enclosed(self) -> bool:
        """Whether it is a whole name in quotation marks, or a whole parenthesis."""
        return len(self.text) > 2 and self.text[0] + self.text[-1] in {"«»", "„“", '""', "()"}

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words and marks of a stretch of text, with offsets in the whole text."""
    stop = len(text) if end is None else end
    return [Token(match[0], *match.span()) for match in _TOKEN.finditer(text, start, stop)]


@lru_cache(maxsize=1 << 13)
def lemmas(word: str) -> frozenset[str]:
    """Every normal form the word may have, ё folded: «Киргизии» -> {«киргизия»}."""
    return frozenset(parse.normal_form.replace("ё", "е") for parse in parses(word)) | {word.casefold()}


@lru_cache(maxsize=1 << 13)
def noun_parses(word: str) -> tuple[Any, ...]:
    """The readings of a word as a noun, adjective or participle."""
    return tuple(parse for parse in parses(word) if parse.tag.POS in {"NOUN", "ADJF", "PRTF"})


def is_acronym(word: str) -> bool:
    """Whether the word is written in capitals: «МИД», «ОДКБ»."""
    return len(word) > 1 and word.isupper()


@lru_cache(maxsize=1 << 12)
def in_case(phrase: str, case: str) -> str:
    """A nominative phrase put in another case: «Южная Корея» -> «Южной Кореи».

    Words up to and including the first noun change; what depends on it stays.
    """
    done: list[str] = []
    words = phrase.split(" ")
    for place, word in enumerate(words):
        parse = next((one for one in noun_parses(word) if one.tag.case == "nomn"), None)
        form = None if parse is None or is_acronym(word) else parse.inflect({case})
        done.append(spelled_like(word, form.word) if form else word)
        if parse is not None and parse.tag.POS == "NOUN":
            return " ".join(done + words[place + 1 :])
    return " ".join(done)


def nominative_of(phrase: str) -> str:
    """A phrase printed in the genitive, in the nominative: «Организации Договора» -> «Организация Договора».

    Words up to and including the first noun change; what depends on it stays.
    """
    words = phrase.split(" ")
    if "айыл" in words:  # «Ак-Башатского айыл окмоту»: the two Kyrgyz words are not declined
        place = words.index("айыл")
        return " ".join([*map(masculine_nominative, words[:place]), *words[place:]])
    noun = _first_noun(words)
    if noun is None:
        return phrase
    place, parse = noun
    number = str(parse.tag.number or "sing")
    done = list(words)
    done[place] = _to_nominative(words[place], parse, {"nomn", number})
    for before in range(place):
        adjective = next(
            (one for one in noun_parses(words[before]) if one.tag.POS != "NOUN" and "gent" in one.tag), None
        )
        if adjective is not None:
            wanted = {"nomn", number} | ({str(parse.tag.gender)} if number == "sing" and parse.tag.gender else set())
            done[before] = _to_nominative(words[before], adjective, wanted)
    return " ".join(done)


def _first_noun(words: list[str]) -> tuple[int, Any] | None:
    for place, word in enumerate(words):
        if is_acronym(word) or word.startswith(("«", "(")):
            return None
        found = [parse for parse in noun_parses(word) if parse.tag.POS == "NOUN" and "gent" in parse.tag]
        if found and not any(parse.tag.POS != "NOUN" and "gent" in parse.tag for parse in noun_parses(word)[:1]):
            return place, next((parse for parse in found if "sing" in parse.tag), found[0])
    return None


def _to_nominative(word: str, parse: Any, grammemes: set[str]) -> str:
    form = parse.inflect(grammemes)
    return spelled_like(word, form.word) if form else word


def country_at(words: list[str], place: int) -> tuple[str, int] | None:
    """The country named from ``place`` on, under the name we keep, and how many words name it."""
    return _country_of(tuple(words[place : place + 4])) if words[place][:1].isupper() else None


@lru_cache(maxsize=1 << 14)
def _country_of(words: tuple[str, ...]) -> tuple[str, int] | None:
    near = {row for key in (words[0], *lemmas(words[0])) for row in _by_first_word().get(key, ())}
    for _, alias, country in sorted(near):
        length = len(alias)
        if length <= len(words) and all(map(_same_word, words[:length], alias)):
            return country, length
    return None


@lru_cache(maxsize=1 << 13)
def country_of_adjective(word: str) -> str:
    """«российский», in any case -> «Россия»; empty when the word is no such adjective."""
    return next((ADJECTIVES[lemma] for lemma in lemmas(word) if lemma in ADJECTIVES), "")


def _same_word(word: str, alias: str) -> bool:
    if is_acronym(alias):
        return word == alias
    return word[:1].isupper() and bool(lemmas(word) & lemmas(alias))


@cache
def _by_first_word() -> dict[str, list[tuple[tuple[int, int], tuple[str, ...], str]]]:
    """(rank, words, country) by each form the first word may be met in; the longest names rank first."""
    found: dict[str, list[tuple[tuple[int, int], tuple[str, ...], str]]] = defaultdict(list)
    for place, (name, country) in enumerate(NAMES.items()):
        alias = tuple(name.split())
        for key in {alias[0]} if is_acronym(alias[0]) else lemmas(alias[0]):
            found[key].append(((-len(alias), place), alias, country))
    return found


def masculine_nominative(word: str) -> str:
    """An adjective or noun before a post, in the nominative singular: «генеральным» -> «генеральный»."""
    for parse in noun_parses(word):
        wanted = {"nomn", "sing", "masc"} if parse.tag.POS != "NOUN" else {"nomn", "sing"}
        form = parse.inflect(wanted)
        if form:
            return spelled_like(word, str(form.word))
    return word


# What a preposition asks of a name, for the prepositions that ask one thing or two.
_GOVERNED = {"у": "gent", "от": "gent", "до": "gent", "без": "gent", "для": "gent", "против": "gent", "из": "gent"}
_GOVERNED |= {"к": "datv", "ко": "datv", "благодаря": "datv", "вопреки": "datv", "с": "ablt gent", "со": "ablt gent"}
_GOVERNED |= {"о": "loct", "об": "loct", "обо": "loct", "при": "loct", "про": "accs", "через": "accs"}
_GOVERNED |= {"перед": "ablt", "над": "ablt", "между": "ablt", "словам": "gent", "мнению": "gent", "имени": "gent"}


def cases_asked_before(text: str, start: int) -> frozenset[str]:
    """The cases the word before a name asks of it; empty when it asks none.

    «политолога Евгения …» is a genitive and so a man; «по словам», «с», «к» ask theirs.
    """
    before = tokens(text, max(0, start - 40), start)
    if not before or not before[-1].is_word or before[-1].is_capital:
        return frozenset()
    word = before[-1].text
    return frozenset(_GOVERNED[word].split()) if word in _GOVERNED else cases_asked_of_person(text, start)


def cases_asked_of_person(text: str, start: int) -> frozenset[str]:
    """The cases of a word before the name that says who the person is: «судьи», «полузащитником»."""
    before = tokens(text, max(0, start - 40), start)
    if not before or not before[-1].is_word or before[-1].is_capital:
        return frozenset()
    if len(before[-1].text) < 3:  # «и» is no initial
        return frozenset()
    readings = [one for one in noun_parses(before[-1].text) if "anim" in one.tag and one.tag.number == "sing"]
    return frozenset(str(parse.tag.case) for parse in readings if parse.tag.POS == "NOUN")
