"""Whose picture it is: read out of the line under it, and printed again, introduced once, nobody named twice."""

import re

from people.names.words.nominative import guesses
from people.names.words.phrases import nominative_of, tokens
from people.names.words.readings import ANY_CASE
from search.words import search_key

_LABELS = r"""
    источник\s+фото(?:графии)?|источник\s+изображения|источник|автор\s+(?:фото|снимка)|фотограф|фотографи[яи]|фото|снимок
    |иллюстрация|сүрөттүн\s+булагы|сүрөттүн\s+автору|сүрөттү\s+тарткан|сүрөт|булагы
    |photo\s+source|photo\s+credit|photograph|photo|picture|image|credit|source|courtesy
"""
_LABELLED = re.compile(rf"^\W*(?:{_LABELS})\s*(?::|©|/|\||\s[—–-]\s)\s*", re.IGNORECASE | re.VERBOSE)
_GIVEN_BY = re.compile(r"^\W*(?:photo(?:graph)?\s+(?:by|courtesy\s+of)|courtesy\s+of)\s+", re.IGNORECASE)
# «Фото предоставлено театром», «Фото из архива музея»: the words go on after the label, and stay as they are.
_GOES_ON = re.compile(
    r"^\W*фото(?:графия)?\s*:?\s+(?=предоставлен|любезно\s+предоставлен|из\s+(?:\w+\s+)?(?:архива|источников)(?!\s*:)|с\s+сайта"
    r"|со\s+страницы)",
    re.IGNORECASE,
)
# «Фото: на снимке — Асан Токтосунов» says whom it shows.
_LABEL_OF_CAPTION = re.compile(r"^\W*фото\s*:\s*(?:на\s+(?:фото|снимке)|слева|справа|в\s+центре)", re.IGNORECASE)
_SIGN = re.compile(r"^\s*©\s*")
# «Фото пресс-службы президента»: a genitive without a colon. Only a source or a name may follow, or every
# «Фото дня» would be a credit.
_OF_SOURCE = re.compile(
    r"^\W*(?i:фото|снимок|(?P<nominative>автор\s+фото|фотограф))\s+"
    r"(?=(?i:пресс-|агентств|редакции|администрации|автора\W*$)|«|[А-ЯЁ][а-яё]|[А-ЯЁ]{2}|[A-Z])"
)
_BODY = re.compile(r"«[^«»]+»|[А-ЯЁ]{2,}(?:\s[А-ЯЁ][\w-]*){0,3}")

# What introduces a credit by itself: «Источник фото: АКИpress», «Photo by A. Smith», «© Reuters».
_INTRODUCED = re.compile(
    r"(?:фото|снимок|источник|сүрөт|photo|photograph|picture|image|source|courtesy)\b|сүрөттүн\b|©", re.IGNORECASE
)
_PREFIX = {"ru": "Фото: {}", "ky": "Сүрөт: {}", "en": "Photo: {}"}
_PARTS = re.compile(r"\s+/\s+|(?<=[^\W\d_])/(?=[A-ZА-ЯЁӨҮҢ])")


def parse_credit(line: str) -> str:
    """Who the picture is from: «источник фото: пресс-служба министерства.» -> «пресс-служба министерства».

    A doubled label and the trailing full stop go. Empty when the line is no credit.
    """
    rest, is_credit = line.strip().strip("*_").strip(), False
    if _LABEL_OF_CAPTION.match(rest):
        return ""
    while match := _LABELLED.match(rest) or _SIGN.match(rest):
        rest, is_credit = rest[match.end() :], True
    by = _GIVEN_BY.match(rest) or _GOES_ON.match(rest)
    if by:
        return _without_end(rest[by.end() :])
    of = _OF_SOURCE.match(rest)
    if of and not is_credit:
        return _source(_without_end(rest[of.end() :]), "nomn" if of["nominative"] else "gent")
    return _without_end(rest) if is_credit else ""


def format_credit(creator: str, credit_line: str, source: str = "", language: str = "ru") -> str:
    """The credit as printed: «Фото: автор / источник»; empty when nobody is known."""
    return introduced(joined_credit(creator, credit_line, source), language)


def joined_credit(creator: str, credit_line: str, source: str = "") -> str:
    """«автор / источник», each party once: «Вера Осокина, Чолпон» names the author already.

    The source, in the sense of IPTC, stands where the credit line names nobody beside the author. One party alone
    keeps the label it came with: «Источник фото: театр».
    """
    outlet = credit_line.strip()
    if source.strip() and (not outlet or _is_same(_bare(outlet), _bare(creator))):
        outlet = f"{outlet} / {source.strip()}" if outlet else source.strip()
    given = [part for each in (creator, outlet) for part in _PARTS.split(each.strip()) if part]
    parties: list[str] = []
    for part in map(_bare, given):
        same = next((place for place, known in enumerate(parties) if _is_same(part, known)), None)
        if same is None:
            parties.append(part)
        elif len(part) > len(parties[same]):
            parties[same] = part
    if len(parties) != 1:
        return " / ".join(parties)
    return next((_once_labelled(part) for part in reversed(given) if _bare(part) == parties[0]), parties[0])


def introduced(credit: str, language: str) -> str:
    """The credit with the prefix of the page's language, unless it brings one of its own."""
    credit = _once_labelled(credit)
    if not credit:
        return ""
    if _INTRODUCED.match(credit) or _LABELLED.match(credit):
        return credit[:1].upper() + credit[1:]
    return _PREFIX.get(language, _PREFIX["ru"]).format(credit)


def _once_labelled(credit: str) -> str:
    """«Фото: Фото: театр» with one label, the innermost: it says most («Фото: источник фото: …»)."""
    rest = credit.strip()
    while (match := _LABELLED.match(rest)) and (
        _INTRODUCED.match(rest[match.end() :]) or _LABELLED.match(rest[match.end() :])
    ):
        rest = rest[match.end() :]
    return rest


def _bare(credit: str) -> str:
    """A party without any label."""
    rest = credit.strip()
    while match := _LABELLED.match(rest) or _SIGN.match(rest) or _GIVEN_BY.match(rest) or _GOES_ON.match(rest):
        rest = rest[match.end() :]
    return rest


def _is_same(one: str, other: str) -> bool:
    """Whether every word of one is in the other; an initial is the word it stands for."""
    first, second = (re.findall(r"\w+", search_key(party)) for party in (one, other))
    return bool(first and second) and (_are_in(first, second) or _are_in(second, first))


def _are_in(words: list[str], others: list[str]) -> bool:
    def is_in(word: str) -> bool:
        return any(word == other or (1 in {len(word), len(other)} and word[0] == other[0]) for other in others)

    return all(map(is_in, words)) and any(len(word) > 1 and word in others for word in words)


def _source(printed: str, case: str) -> str:
    """A source printed after its label in one case, in the nominative; empty when it is neither a body nor a person."""
    first, separator, rest = printed.partition(" / ") if " / " in printed else printed.partition(", ")
    words = [token.text for token in tokens(first) if token.is_word]
    if printed[:1].isascii() or _BODY.fullmatch(printed):
        return printed
    if printed[:1].islower():
        return nominative_of(printed)
    found = guesses(words) if len(words) == 2 and printed[:1].isalpha() else []
    name = next((guess.name for guess in found if guess.case in {case, ANY_CASE}), None)
    return f"{name.full}{separator}{rest}" if name and name.gender else ""


def _without_end(credit: str) -> str:
    """The credit without the sentence's end; the dot of an initial or abbreviation stays."""
    credit = credit.strip(" \u00a0*_]")
    if re.search(r"(?:\b[А-ЯЁA-Z]|\bг)\.$", credit):
        return credit
    if credit.count(")") > credit.count("("):
        credit = credit.rstrip(" .").removesuffix(")")
    return credit.rstrip(".;, ")
