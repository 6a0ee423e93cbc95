"""Kyrgyz endings on a name: «Жапаров» → Жапаровдун, «Кулубаев» → Кулубаевге, and back again.

An ending takes its vowel from the last vowel of the word and its first consonant from the last sound, so tables say
it all and no dictionary is asked. A text may be typed without ө and ү: they are о and у then.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

Number = Literal["sing", "plur"]

# How an ending begins behind a vowel, a voiced and a voiceless sound; A is its wide vowel, Y its narrow one. The
# cases атооч, илик, барыш, табыш, жатыш, чыгыш have the names of the Russian ones; ``ablt`` is "from".
_ENDINGS = {
    "nomn": ("", "", ""),
    "gent": ("нYн", "дYн", "тYн"),
    "datv": ("гA", "гA", "кA"),
    "accs": ("нY", "дY", "тY"),
    "loct": ("дA", "дA", "тA"),
    "ablt": ("дAн", "дAн", "тAн"),
}
_PLURAL = ("лAр", "дAр", "тAр")
# «министрлиги» is already "its ministry", and «уулу» "his son": министрлигине, уулуна.
_POSSESSED = {"nomn": "", "gent": "нYн", "datv": "нA", "accs": "н", "loct": "ндA", "ablt": "нAн"}
_LONGEST = 7  # «Бековдордун»

_VOWELS = "аеёиоуыэюяөүӣӯәұі"
_WIDE = dict(zip(_VOWELS, "аеоеоааеааөөеаеае", strict=True))
_NARROW = dict(zip(_VOWELS, "ыиуиууыиуыүүиуиуи", strict=True))
_VOICELESS = frozenset("кпстфхцчшщқҳ")
# Printed as written or as heard: «Жапаровго» and «Жапаровко», «Ленинградда» and «Ленинградта».
_HEARD_VOICELESS = frozenset("бвгджз")
# What a letter without ө, ү or ё may stand for.
_TYPED_FOR = {"о": "оө", "у": "уү", "е": "её"}
_PLAIN = str.maketrans("өү", "оу")

_ABBREVIATION = re.compile(r"([А-ЯЁӨҮҢA-Z]{2,})(?:[-'’ʼ]?([а-яөү]+))?")
# How its last letter is read aloud: УКМК ends in «ка», ИИМ in «эм», ОДКБ in «бы».
_READ_ALOUD = {letter: f"{letter}а" for letter in "кхшщ"} | {letter: f"э{letter}" for letter in "лмнрсф"}
# "Its", and the word before it: банк-ы, комиссия-сы.
_OWN = re.compile(r"с?[ыиуү]")
_OWNED = re.compile(rf"(?:[{_VOWELS}](с[ыиуү])|[^\W{_VOWELS}]([ыиуү]))$")
_CHILD = re.compile(r"уулу|кызы")


@dataclass(frozen=True, slots=True)
class Stem:
    """A word without its ending, and what the ending says."""

    text: str
    case: str = "nomn"
    number: Number = "sing"


def decline(word: str, case: str, number: Number = "sing", *, possessed: bool = False) -> str:
    """The word in one case, as a Kyrgyz text prints it: «Токтосунованын», «УКМКнын», «Игордун».

    ``possessed``: the word already says "its", as the last one of «Тышкы иштер министрлиги» does.
    """
    if case == "nomn" and number == "sing":
        return word
    if _ABBREVIATION.fullmatch(word):
        last = word[-1].lower()
        return word + _ending(last if last in _VOWELS else _READ_ALOUD.get(last, f"{last}ы"), case, number)
    stem = word.removesuffix("ь")
    return stem + _ending(stem.lower(), case, number, possessed=possessed)


def decline_name(name: str, case: str, *, is_body: bool = False) -> str:
    """The whole name in one case: «Асан Токтосуновго», «Эркин уулунун», «Маданият министрлигинен».

    The last word takes the ending. ``is_body``: the name is an organization's, whose last word may say "its".
    """
    *before, last = name.split(" ")
    possessed = bool(before) and bool(_CHILD.fullmatch(last) or (is_body and _OWNED.search(last)))
    return " ".join([*before, decline(last, case, possessed=possessed)])


@lru_cache(maxsize=1 << 14)
def stems(word: str, *, possessed: bool = False) -> tuple[Stem, ...]:
    """Every word that this one may be a case form of, itself first: «Айгүлгө» → Айгүлгө, Айгүл, Айгүль.

    Declined again, each gives the word back, but for ө and ү typed plainly and for a soft sign Russian keeps.
    ``possessed`` undoes also "its", and what follows it: «министрлигине» → министрлиги, министрлик.
    """
    found = [Stem(word)]
    abbreviation, lower = _ABBREVIATION.fullmatch(word), word.lower()
    if abbreviation and abbreviation[2]:
        ending = abbreviation[2].translate(_PLAIN)
        found += [Stem(abbreviation[1], *said) for said in _after_abbreviation(ending, possessed)]
    elif len(lower) == len(word):
        found += _stems_by_sound(word, lower, possessed)
    if possessed:
        found += [Stem(text, each.case, each.number) for each in found for text in _unowned(each.text)]
    softened = [each for each in found if each.text[-1] in ("л" if each.case == "nomn" else "лнр")]
    return (*found, *(Stem(f"{each.text}ь", each.case, each.number) for each in softened))


def _stems_by_sound(word: str, lower: str, possessed: bool) -> Iterator[Stem]:
    for cut in range(1, min(_LONGEST, len(word) - 2) + 1):
        ending = lower[-cut:].translate(_PLAIN)
        if ending in _every_ending():
            stem = lower[:-cut].rstrip("-'’ʼ")
            said = _undone(_last_vowel(stem), stem[-1:], possessed or bool(_CHILD.fullmatch(stem))).get(ending)
            if said:
                yield Stem(word[: len(stem)], *said)


def _ending(sounds: str, case: str, number: Number, *, possessed: bool = False) -> str:
    """The ending behind a word as it sounds."""
    vowel, last = _last_vowel(sounds), sounds[-1:]
    kind = 0 if last in _VOWELS else 2 if last in _VOICELESS else 1
    if number == "plur":
        plural = _harmonised(_PLURAL[0 if last in "йр" else kind], vowel)
        return plural + _ending(plural, case, "sing")
    return _harmonised(_POSSESSED[case] if possessed else _ENDINGS[case][kind], vowel)


def _harmonised(ending: str, vowel: str) -> str:
    return ending.replace("A", _WIDE.get(vowel, "а")).replace("Y", _NARROW.get(vowel, "ы"))


def _last_vowel(word: str) -> str:
    return next((letter for letter in reversed(word) if letter in _VOWELS), "")


@cache
def _undone(vowel: str, last: str, possessed: bool) -> dict[str, tuple[str, Number]]:
    """Endings, typed plainly, behind a word of that last vowel and last letter, and what each says."""
    if not vowel or not last:
        return {}
    sounds = [
        last if last in _VOWELS else read + heard
        for read in _TYPED_FOR.get(vowel, vowel)
        for heard in ((last, "к") if last in _HEARD_VOICELESS else (last,))
    ]
    endings = dict(_read_off(sounds, possessed=False))
    if possessed and last in "ыиуү":
        endings |= dict(_read_off(sounds, possessed=True))
    return endings


def _read_off(sounds: list[str], *, possessed: bool) -> Iterator[tuple[str, tuple[str, Number]]]:
    numbers: tuple[Number, ...] = ("sing",) if possessed else ("plur", "sing")
    for each in sounds:
        for number in numbers:
            for case in _ENDINGS:
                ending = _ending(each, case, number, possessed=possessed).translate(_PLAIN)
                if ending:
                    yield ending, (case, number)


@cache
def _every_ending() -> dict[str, tuple[str, Number]]:
    sounds = [vowel + last for vowel in _VOWELS for last in ("", "л", "к")]
    return dict(_read_off(sounds, possessed=True)) | dict(_read_off(sounds, possessed=False))


def _after_abbreviation(ending: str, possessed: bool) -> list[tuple[str, Number]]:
    """What an ending says behind an abbreviation; print is free there: УКМКнын, УКМКнин, УКМКтын, УКМКсынын."""
    said = _every_ending().get(ending)
    if said is None and possessed:
        own = _OWN.match(ending)
        case = next(
            (case for case in _ENDINGS if own and own[0] + _ending(own[0], case, "sing", possessed=True) == ending), ""
        )
        said = (case, "sing") if case else None
    return [said] if said else []


def _unowned(word: str) -> Iterator[str]:
    """What is somebody's: «Улуттук банкы» is «Улуттук банк», «министрлиги» is «министрлик»."""
    owned = _OWNED.search(word)
    if owned:
        base = word[: owned.start(owned.lastindex or 0)]
        yield base
        if base[-1] in "гб":
            yield base[:-1] + ("к" if base[-1] == "г" else "п")
