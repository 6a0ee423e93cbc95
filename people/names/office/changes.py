"""Offices that change hands in a text: «назначен министром», «освобождён от должности», «ушёл в отставку».

Only who did it, and only what is done: a proposal, a request to resign, an office held for years are no change.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from people.names.office.days import Told, day_told, tells_several_days
from people.names.office.given import Range, offices_beside, sentence_around
from people.names.office.phrases import phrase_at
from people.names.office.verbs import offices_told
from people.names.offices import Office, office_of

_FORM = r"(?:а|ы|ный|ная|ного|ному|ным|ной|ную)?"
# Of whoever is the subject of the sentence, and of whom somebody else appoints.
_BEGINS = re.compile(rf"\b(?:(?:назначен|избран|утвержд[её]н){_FORM}|стал[аи]?|ставш\w+|занял[аи]?)\b", re.I)
_APPOINTS = re.compile(r"\b(?:назначил[аи]?|избрал[аи]?|утвердил[аи]?)\b", re.I)
_LEAVES = re.compile(
    rf"\b(?:(?:освобожд[её]н|уволен|снят|отправлен|отрешен|отрешён|лиш[её]н){_FORM}|ушел|ушёл|ушла"
    r"|покинул[аи]?|оставил[аи]?|сложил[аи]?)\b",
    re.I,
)
_DISMISSES = re.compile(r"\b(?:освободил[аи]?|уволил[аи]?|снял[аи]?|отправил[аи]?|лишил[аи]?)\b", re.I)
# «Подписал указ о назначении Асана министром», «… об освобождении Асана от должности».
_DECREES = r"\b(?:указ|распоряжени|постановлени|приказ|решени)\w*\s+(?:о|об)\s+"
_DECREED = re.compile(_DECREES, re.I)
_APPOINTED_BY = re.compile(rf"{_DECREES}(?:назначени|избрани|утверждени)\w\s+$", re.I)
_FREED_BY = re.compile(rf"{_DECREES}(?:освобождени|увольнени|отставк)\w\s+$", re.I)
_POST = r"(?:должност\w+|пост[ау]?|полномочи\w+|мандат\w*)"
# What one is freed of: «от должности», «с поста», «полномочия», «в отставку».
_OF_POST = re.compile(rf"\b(?:(?:от|с|свой|свои|с\s+себя)\s+)?(?:занимаем\w+\s+)?{_POST}\s*", re.I)
_RESIGNS = re.compile(r"\bв\s+отставку\b", re.I)
_DISMISSED = re.compile(r"\b(?:уволен|уволил|увольнени|отставк)", re.I)
_UNREAL = re.compile(
    r"\b(?:не|бы|если|может|могут|мог\w*|хочет|хотел\w*|намерен\w*|планиру\w+|должен|должна|кандидат\w*|претенд\w+"
    r"|предложил\w*|предлага\w+|попросил\w*|прос[ия]т\w*|подал\w*|вместо|случае|ранее|раньше|прежде|станет|будет)\b",
    re.I,
)
_FARTHEST = 90


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody takes an office or leaves it. ``office`` is None where the text leaves out which one is left.

    ``start`` and ``end`` are the words that tell it, ``day`` is the date the sentence gives, as exact as it is.
    """

    office: Office | None
    begins: bool
    start: int
    end: int
    day: Told | None


def may_tell(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether any word of taking or leaving an office stands there: most stories are spared a closer look."""
    stop = len(text) if end is None else end
    return any(verb.search(text, start, stop) for verb in (_BEGINS, _APPOINTS, _LEAVES, _DISMISSES, _DECREED))


def changes_told(text: str, start: int, end: int, free: Range, cases: frozenset[str], on: date) -> list[Change]:
    """What the sentence of a name says of offices its bearer takes or leaves, on that day or lately.

    ``free`` is the stretch around the name in which nobody else is named, ``cases`` are those it may stand in: «Указом
    президента Асанова освобождён Беков» frees Беков.
    """
    first, last = sentence_around(text, start, end)
    clause = max(first, free[0]), min(last, free[1])
    if not may_tell(text, *clause) or _UNREAL.search(text, *clause) or tells_several_days(text[first:last], on):
        return []
    day = day_told(text[first:last], on)
    found = [*_begun(text, start, end, free, cases, day), *_left(text, start, end, clause, cases, day)]
    once: dict[tuple[str, bool], Change] = {}
    for each in found:
        once.setdefault((each.office.post if each.office else "", each.begins), each)
    return list(once.values())


def _begun(text: str, start: int, end: int, free: Range, cases: frozenset[str], day: Told | None) -> Iterator[Change]:
    for office in offices_told(text, start, end, free):
        if office.former:
            continue
        between = text[min(end, office.end) : max(start, office.start)]
        is_taken = "nomn" in cases and _BEGINS.search(between)
        before = text[max(free[0], start - _FARTHEST) : start]
        if is_taken or ("accs" in cases and office.start >= end and _APPOINTS.search(before)):
            yield Change(office, True, min(start, office.start), max(end, office.end), day)
    if "gent" in cases and _APPOINTED_BY.search(text[:start][-_FARTHEST:]):
        phrase = phrase_at(text, end + 1, free[1], frozenset({"ablt"}))
        if phrase is not None and phrase.start == end + 1:
            yield Change(office_of(phrase, text), True, start, phrase.end, day)


def _left(text: str, start: int, end: int, clause: Range, cases: frozenset[str], day: Told | None) -> Iterator[Change]:
    """The office left: the one the sentence names behind «от должности», else the one beside the name, else unsaid."""
    verb = _verb_of_leaving(text, start, end, clause, cases)
    if verb is None:
        return
    own = next(iter(offices_beside(text, start)[::-1]), None)
    told = next(_offices_left(text, clause), None)
    is_whole = told or _RESIGNS.search(text, *clause) or _OF_POST.search(text, verb[1], clause[1])
    if not is_whole and not _DISMISSED.search(text, *verb):
        return
    office = told or own
    words = [start, end, *verb, *((office.start, office.end) if office else ())]
    yield Change(office, False, min(words), max(words), day)


def _verb_of_leaving(text: str, start: int, end: int, clause: Range, cases: frozenset[str]) -> Range | None:
    """«Асан … освобождён», «освобождён Асан …», «президент освободил Асана …», within reach of the name."""
    near = max(clause[0], start - _FARTHEST), min(clause[1], end + _FARTHEST)
    if "nomn" in cases and (match := _LEAVES.search(text, *near)):
        return match.span()
    if "accs" in cases and (match := _DISMISSES.search(text, near[0], start)):
        return match.span()
    beside = offices_beside(text, start)
    begins = beside[-1].start if beside else start
    if "gent" in cases and (match := _FREED_BY.search(text[:begins][-_FARTHEST:])):
        return begins - len(match[0]), begins
    return None


def _offices_left(text: str, clause: Range) -> Iterator[Office]:
    """The offices behind «от должности», «с поста», «полномочия», in the genitive."""
    for match in _OF_POST.finditer(text, *clause):
        phrase = phrase_at(text, match.end(), clause[1], frozenset({"gent"}))
        if phrase is not None and phrase.start == match.end():
            yield office_of(phrase, text)
