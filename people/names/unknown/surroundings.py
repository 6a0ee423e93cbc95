"""What the words around a full name ask of it: a case, and sometimes the gender of whoever bears it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from people.names.morphology import parses
from people.names.office.lists import phrase_before
from people.names.office.posts import KIN
from people.names.office.words import cases_of_noun
from people.names.records import Gender
from people.names.words.phrases import cases_asked_before, lemmas, tokens

_BULLET = re.compile(r"(?:^|\n)[\s•*·–—-]*$|[•·:]\s*$")
# «поскольку Фелипе Бузатта стартовал»: the first word of a clause is rather its subject.
_CLAUSE = re.compile(r"(?:[.!?…»]|\b(?:что|поскольку|когда|если|пока|где|хотя|сам|сама))\s+$", re.IGNORECASE)
_OF_SOMEBODY = frozenset({"адвокат", "помощник", "советник", "заместитель", "преемник", "предшественник", "команда"})
_GENDERS: dict[str, Gender] = {"masc": "male", "femn": "female"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The cases a name may stand in where it is printed (none: all), and how sure; the gender a verb tells."""

    cases: frozenset[str]
    certainty: float
    gender: Gender = ""


def around(text: str, start: int, end: int) -> Surroundings:
    """What stands around the name between the offsets.

    «премьер-министра Молдавии Влада Бонаря» is a genitive; «отметил Лукиченко» is a man in the nominative.
    """
    gender: Gender = next(gender_of_verbs(text, start, end), "")
    asked = cases_asked_before(text, start)
    if asked:
        return Surroundings(asked | {"gent"} if _is_after_kin(text, start) else asked, 1.0)
    office = phrase_before(text, start)
    if office is not None:
        cases = frozenset(cases_of_noun([office.head], 0, "plur" if office.plural else "sing"))
        return Surroundings(cases, 1.5, gender if "nomn" in cases else "")
    if gender:
        return Surroundings(frozenset({"nomn"}), 0.5, gender)
    if _BULLET.search(text, max(0, start - 10), start) or _CLAUSE.search(text, max(0, start - 15), start):
        return Surroundings(frozenset({"nomn"}), 0.5)
    return Surroundings(frozenset(), 0.0)


def gender_of_verbs(text: str, start: int, end: int) -> Iterator[Gender]:
    """The genders of the past verbs right after and right before a name: «Асанова заявила», «заявила Асанова»."""
    after = tokens(text, end, min(len(text), end + 30))[:2]
    before = tokens(text, max(0, start - 30), start)[-1:]
    for token in [*(after[:1] if after and after[0].text not in {"также", "уже", "ранее"} else after[1:]), *before]:
        verb = parses(token.text)[0].tag if token.is_word and not token.is_capital else None
        if verb is not None and verb.POS == "VERB" and verb.tense == "past" and verb.number == "sing":
            gender = _GENDERS.get(str(verb.gender))
            if gender:
                yield gender


def _is_after_kin(text: str, start: int) -> bool:
    """«сын Асана Токтосунова», «адвокат Асана Токтосунова»: whose he is, or who he is."""
    before = tokens(text, max(0, start - 30), start)[-1:]
    return bool(before) and bool(lemmas(before[0].text) & (KIN | _OF_SOMEBODY))
