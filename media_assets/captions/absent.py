"""Who is named by a caption and not in the picture: the absent, the dead, the depicted, whoever is only spoken of."""

import re
from collections.abc import Sequence
from itertools import pairwise

from media_assets.captions.records import Shown
from people.names.words.nominative import guesses

_THINGS = r"""
    портрет(?!и)\w*|памятник\w*|бюст\w*|могил\w*|плакат\w*|(?<!на\s)фотографи\w*|мемориал\w*|скульптур\w*|стату\w+|барельеф\w*
    |гроб\w*|надгроби\w+|мавзоле\w+|книг\w*|роман\w*|стих\w*|картин\w*|пьес\w*|произведени\w+|песн\w*|творчеств\w+
    |указ\w*|письм\w+|приглашени\w+|поручени\w+
    |изображени\w+|интересы|дом[ау]?|доме|квартир\w+|особняк\w*
"""
_EVENTS = r"""
    похорон\w*|прощани\w+\s+с|панихид\w+\s+по|кончин\w+|смерт\w+|гибел\w+|убийств\w+|со\s+дня\s+(?:рождения|смерти|гибели)
    |отсутству\w+|(?:на|в)\s+(?:снимке|фото|фотографии|кадре)\s+нет|не\s+(?:попал|вош[её]л)\w*\s+в\s+кадр
    |памяти|в\s+поддержку|в\s+память\s+об?|имени|рол[иь]|сторонник\w*|противник\w*|поклонник\w*
"""
# Up to two words may say who it was: «памятник поэту …», «памяти народного писателя …»; the name is then in no
# nominative: «книгу читает Асан Токтосунов».
_BEFORE = re.compile(
    rf"\b(?:без|кроме|помимо|вместо|за\s+исключением|об?|обо|про|{_THINGS}|{_EVENTS})(?![\w-])"
    r"\s*:?\s*(?P<who>(?-i:(?!(?:во?|на|со?|к|у|и|а|по|за|из|от|для)\s)[а-яё-]+\s+){0,2})\Z",
    re.I | re.X,
)
_PHOTOGRAPHER = re.compile(
    r"\b(?:автор(?:ы)?\s+(?:фото|снимка)|(?<!на\s)(?<!на\sэтом\s)фото(?:\s+из\s+(?:\w+\s+)?архива)?|фотограф|(?<!на\s)снимок"
    r"|photo\s+by|photographer)\s*[:—–-]?\s*\Z",
    re.I,
)
_BEFORE_ENGLISH = re.compile(
    r"\b(?:without|except|in\s+memory\s+of|memorial\s+(?:to|for)|(?:portrait|statue|bust|funeral|grave|tomb|supporters)\s+of"
    r"|monument\s+to|named\s+(?:after|for)|tribute\s+to|on\s+behalf\s+of|not\s+(?:pictured|shown|seen)|absent|missing)"
    r"\s*(?:[:–—-]|is|are)?\s*(?:the\s+)?\Z",
    re.I,
)
_BEHIND = re.compile(
    r"""\s*[,(—–-]?\s*(?:(?:он|она)\s+)?
    (?:(?:на\s+(?:снимке|фото|фотографии)\s+)?(?:отсутству\w+|не\s+(?:попал|вош[её]л|показан|изображ[её]н)\w*)
    |(?:на|в)\s+(?:снимке|фото|фотографии|кадре)\s+нет\b|нет\s+(?:на|в)\s|за\s+кадром
    |(?:сүрөттө\s+)?жок\b|атындагы|элесине|эскерүү|эстелиг\w+|портрети\w*|мүрзөсү\w*|көчөсү\w*
    |(?:is\s+|was\s+)?(?:not\s+(?:pictured|shown|seen|in\s)|absent))""",
    re.I | re.X,
)
# «адвокат Асана Токтосунова», but «адвокат Асан Токтосунов»
_OF_WHOM = re.compile(r"\b(?:адвокат|защитник|сын|дочь|брат|сестра|мать|отец|вдова|жена|внук|внучка)\s+\Z", re.I)
_WITHOUT = re.compile("(?:[ое]в|[иы]н)а?с[ыиуү]з$")  # Kyrgyz: «Асановсуз», without Асанов
_JOINED = re.compile(r"\s*(?:и|жана|and)\s+", re.I)
_LISTED = re.compile(r"\s*(?:,|,?\s*(?:и|жана|and)\b)\s*", re.I)


def without_absent(text: str, people: Sequence[Shown]) -> list[Shown]:
    """The people of a caption, in the order of the text, who are in the picture.

    «у портретов А и Б» speaks of both; «с книгой А и Б» goes on with somebody who is there, for Б is a nominative.
    """
    if not people:
        return []
    before = [_is_spoken_of(text, one) for one in people]
    is_list = False
    for place, (one, other) in enumerate(pairwise(people), 1):
        between = text[one.extent[1] : other.extent[0]]
        is_list = before[place - 1] and (is_list or text[: one.extent[0]].rstrip().endswith(":"))
        if is_list and _LISTED.fullmatch(between):  # «Отсутствуют: А, Б»
            before[place] = True
        if before[place - 1] and _JOINED.fullmatch(between) and _may_be_genitive(other):
            before[place] = True
        if _is_declined(one) and not between.strip():  # «пресс-секретарь Асана Токтосунова | Бакыт Асанов»
            before[place - 1] = True
    return [one for one, absent in zip(people, before, strict=True) if not absent and not _is_missing(text, one)]


def _is_spoken_of(text: str, one: Shown) -> bool:
    begin = one.extent[0]
    lead = text[max(0, begin - 60) : begin]
    if _is_declined(one) and _OF_WHOM.search(lead):
        return True
    told = _BEFORE.search(lead)
    if told and (not told["who"] or _is_declined(one)):
        return True
    return any(pattern.search(lead) for pattern in (_PHOTOGRAPHER, _BEFORE_ENGLISH))


def _is_declined(one: Shown) -> bool:
    """Whether the name stands in another case; «Токтосунова Айгуль» only turns it round."""
    return sorted(one.surface.split()) != sorted(one.name.full.split()) and "." not in one.surface


def _may_be_genitive(one: Shown) -> bool:
    """Also «Нурлана Маматова», whom alone a reader might take for a woman."""
    return _is_declined(one) or any(
        guess.case == "gent" and guess.name.given != one.name.given and guess.given_known
        for guess in guesses(one.surface.split())
    )


def _is_missing(text: str, one: Shown) -> bool:
    return bool(_WITHOUT.search(one.surface) or _BEHIND.match(text, one.end) or _BEHIND.match(text, one.extent[1]))
