"""Whose picture it is, read out of the line under it."""

import re

from people.names.words.nominative import nominative
from people.names.words.phrases import nominative_of, tokens

_LABELS = r"""
    источник\s+фото(?:графии)?|источник\s+изображения|источник|автор\s+фото|фотограф|фотография|фото|снимок|иллюстрация
    |сүрөттүн\s+булагы|сүрөттүн\s+автору|сүрөт|булагы
    |photo\s+source|photo\s+credit|photo|picture|image|credit|source|courtesy
"""
_LABELLED = re.compile(rf"^\W*(?:{_LABELS})\s*(?::|©|/|\||\s[—–-]\s)\s*", re.IGNORECASE | re.VERBOSE)
_GIVEN_BY = re.compile(
    r"^\W*(?:фото\s+(?:предоставлен[оа]|любезно\s+предоставлено|из\s+архива)|photo\s+(?:by|courtesy\s+of)|courtesy\s+of)\s+",
    re.IGNORECASE,
)
# «Фото: на снимке — Асан Токтосунов» says whom it shows.
_LABEL_OF_CAPTION = re.compile(r"^\W*фото\s*:\s*(?:на\s+(?:фото|снимке)|слева|справа|в\s+центре)", re.IGNORECASE)
_SIGN = re.compile(r"^\s*©\s*")
# «Фото пресс-службы президента»: a genitive without a colon. Only a source or a name may follow, or every
# «Фото дня» would be a credit.
_OF_SOURCE = re.compile(
    r"^\W*(?i:фото|снимок)\s+(?=(?i:пресс-служб|агентств|редакции|администрации)|[А-ЯЁ][а-яё]|[A-Z])"
)


def parse_credit(line: str) -> str:
    """Who the picture is from: «источник фото: пресс-служба министерства.» -> «пресс-служба министерства».

    A doubled label and the trailing full stop go. Empty when the line is no credit.
    """
    rest, is_credit = line.strip().strip("*_").strip(), False
    if _LABEL_OF_CAPTION.match(rest):
        return ""
    while match := _LABELLED.match(rest) or _SIGN.match(rest):
        rest, is_credit = rest[match.end() :], True
    by = _GIVEN_BY.match(rest)
    if by:
        return _without_end(rest[by.end() :])
    of = _OF_SOURCE.match(rest)
    if of and not is_credit:
        return _source(_without_end(rest[of.end() :]))
    return _without_end(rest) if is_credit else ""


def _source(genitive: str) -> str:
    """A source printed in the genitive, in the nominative; empty when it is neither a body nor a person."""
    words = [token.text for token in tokens(genitive) if token.is_word]
    if genitive[:1].isascii():
        return genitive
    if genitive[:1].islower():
        return nominative_of(genitive)
    names = nominative(words) if len(words) == 2 else []
    return names[0].full if names and names[0].gender else ""


def _without_end(credit: str) -> str:
    """The credit without the sentence's end; the dot of an initial or abbreviation stays."""
    credit = credit.strip(" \u00a0*_)")
    return credit if re.search(r"(?:\b[А-ЯЁA-Z]|\bг)\.$", credit) else credit.rstrip(".;, ")
