"""Names of China, Korea and Vietnam, whose family name stands first: «Ху Вэйлян», «Ким Сун Ира».

Only the last word is declined, and often the family name too: «Кима Сун Ира»; a woman's never is, so that a declined
form tells a man and nothing tells a woman.
"""

import re
from collections.abc import Iterator, Sequence

from people.names.records import Gender, NameParts
from people.names.words.given_names_abroad import SURNAMES_FIRST
from people.names.words.readings import is_given_name

# A Chinese word is one or two syllables that end in a vowel, н or нь; a Korean syllable may end otherwise.
_INITIAL = "(?:чж|цз|дж|чх|пх|тх|кх|[бпмфдтнлгкхсшщцчжзвйр])?"
_VOWELS = "[аоуэиыюяеё]{1,3}й?"
_CHINESE = re.compile(rf"(?:{_INITIAL}{_VOWELS}(?:нь|н)?){{1,2}}", re.IGNORECASE)
_KOREAN = re.compile(rf"{_INITIAL}{_VOWELS}(?:нь|ль|[нмкглпбтр])?(?:-{_INITIAL}{_VOWELS}(?:нь|ль|[нмкглпбтр])?)?", re.I)
_ENDINGS = {"": "nomn", "а": "gent accs", "у": "datv", "ом": "ablt", "е": "loct"}
_SOFT_ENDINGS = {"я": "gent accs", "ю": "datv", "ем": "ablt", "е": "loct"}


def surname_first(words: Sequence[str]) -> Iterator[tuple[NameParts, str]]:
    """Every (name, case) the words may print as such a name; the case is "" where the form does not tell.

    The printed order is how the bearer is known, so the family name fills the place of the given name and the
    whole reads as printed; ``given_first`` turns it round.
    """
    if not 2 <= len(words) <= 3:
        return
    surname = next((base for base, _ in _undeclined(words[0]) if base in SURNAMES_FIRST), "")
    middle = words[1:-1]
    if not surname or not all(_KOREAN.fullmatch(word) for word in middle):
        return
    if (
        len(words) == 2 and words[1] not in SURNAMES_FIRST and is_given_name(words[1])
    ):  # «Ким Анна» is a Korean of Bishkek
        return
    for last, case in _undeclined(words[-1]):
        if _KOREAN.fullmatch(last) or (not middle and _CHINESE.fullmatch(last)):
            gender: Gender = "male" if case not in ("", "nomn") else ""
            yield NameParts(given=surname, family=" ".join([*middle, last]), gender=gender), case


def given_first(name: NameParts) -> str:
    """The name with its given name before the family name: «Вэйлян Ху» of «Ху Вэйлян»; others as they are."""
    is_turned = name.given in SURNAMES_FIRST and not name.patronymic and any(surname_first(name.full.split()))
    return f"{name.family} {name.given}" if is_turned else name.full


def _undeclined(word: str) -> Iterator[tuple[str, str]]:
    """The word as it is, and without each case ending it may carry."""
    yield word, "nomn" if re.search("[^аоуэиыюяеё]$", word) else ""
    for ending, cases in _ENDINGS.items():
        if ending and re.search(f"[^аоуэиыюяеёйь]{ending}$", word):
            for case in cases.split():
                yield word.removesuffix(ending), case
    for ending, cases in _SOFT_ENDINGS.items():
        if re.search(f"[лн]{ending}$", word):
            for case in cases.split():
                yield word.removesuffix(ending) + "ь", case
