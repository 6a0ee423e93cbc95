"""Offices that a verb gives to a name: «назначен министром», «стал», «занял пост», «обязанности будет исполнять»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from people.names.office.phrases import Phrase, phrase_at
from people.names.office.words import PREPOSITIONS, acting_before, adjectives_before, noun_of
from people.names.offices import Office, office_of
from people.names.words.phrases import Token, in_case, tokens

_INTO = (
    r"(?:(?:назначен|избран|переизбран|утвержд[её]н|провозглаш[её]н)(?:а|ы|ный|ная|ного|ному|ным|ной|ную)?"
    r"|назначили?|избрали?|утвердили?|стал[аи]?|ставш\w+|является|являлся|являлась|остал(?:ся|ась)|оста[её]тся"
    r"|работает|служит)"
)
_POST = r"(?:пост\w*|должност\w+|кресл\w+)"
# Between the name and an office in the instrumental, or in the genitive after «пост», either way round.
_WITH_VERB = re.compile(rf"\b{_INTO}\b", re.IGNORECASE)
_TO_POST = re.compile(rf"\b(?:(?:занял|занима|получил|сохранил|замести)\w*|{_INTO}\s+на)\s+{_POST}\s*$", re.IGNORECASE)
_ON_POST = re.compile(rf"\b(?:на\s+)?{_POST}\s*$", re.IGNORECASE)
_FROM_POST = re.compile(
    rf"\b(?:уш[её]л|ушла|освобожд|снят|уволен|отстран|отправлен|покинул|оставил|лишил|подал|отрешен)\w*"
    rf"\b[^.!?;:]{{0,40}}?\b{_POST}\s*$",
    re.IGNORECASE,
)
_WILL = re.compile(r",?\s+(?:(?:будет|временно|пока|ныне|сейчас)\s+)*", re.IGNORECASE)
_DUTIES = re.compile(r"\bобязанности\s*$", re.IGNORECASE)
_ACTED_BY = re.compile(r"^\s*(?:(?:временно|будет|пока)\s+)*(?:исполня\w+|возложен\w*\s+на)\s+$", re.IGNORECASE)
_GIVES = re.compile(rf"\b(?:{_INTO}|временно|будет|исполня\w+|возложен\w*)\b", re.IGNORECASE)
# Nothing is told of what is denied, wished or only possible.
_UNREAL = re.compile(
    r"\b(?:не|бы|если|может|могут|мог\w*|хочет|хотел\w*|намерен\w*|планиру\w+|должен|должна|кандидат\w*|претенд\w+"
    r"|предложил\w*|вместо|случае|ранее|раньше|прежде|станет)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:ранее|раньше|прежде)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…](?=\s+[А-ЯЁӨҮҢ«])|\n")
_ANY = re.compile(rf"\b{_INTO}\b|\b{_POST}\b|\bобязанности\b", re.IGNORECASE)
_FARTHEST = 80


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an office may be told: the sentence, the name in it, and where other people's names stand."""

    text: str
    start: int
    end: int
    first: int
    last: int


def offices_told(text: str, start: int, end: int, free: tuple[int, int]) -> Iterator[Office]:
    """The offices that verbs of its sentence give to the name between the offsets.

    ``free`` is the stretch around it that names nobody else.

    «ушёл с поста министра» tells of a former one, «обязанности министра исполняет» of an acting holder.
    """
    where = _clause(text, start, end, free)
    if not _ANY.search(text, where.first, where.last):
        return
    inside = tokens(text, where.first, where.last)
    for place, token in enumerate(inside):
        if noun_of(inside, place) in {"", "кандидат"} or (token.start < end and start < token.end):
            continue
        if place and inside[place - 1].text in PREPOSITIONS:  # «кандидатом в президенты»
            continue
        told = _after(where, inside, place) if token.start >= end else _before(where, inside, place)
        if told is not None:
            yield told


def _clause(text: str, start: int, end: int, free: tuple[int, int]) -> _Place:
    """The sentence around the name, no farther than the next person on either side."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, max(free[0], start - 250), start)]
    stop = _SENTENCE_END.search(text, end, end + 250)
    last = min(stop.start() if stop else end + 250, free[1])
    return _Place(text, start, end, ends[-1] if ends else max(free[0], start - 250), last)


def _after(where: _Place, inside: Sequence[Token], place: int) -> Office | None:
    """«Асан Токтосунов назначен [министром …]», «… занял пост [министра …]»."""
    begin = _phrase_start(inside, place)
    between = where.text[where.end : begin]
    if len(between) > _FARTHEST:
        return None
    if _FROM_POST.search(between):
        return _office(where.text, begin, where.last, "gent", former=True)
    if (_EARLIER.search(between) and _WITH_VERB.search(between + " ")) or re.search(r"занимавш\w+\s+\w+\s*$", between):
        return _office(where.text, begin, where.last, "gent ablt", former=True)
    before = where.text[max(where.first, where.start - _FARTHEST) : where.start]
    if _UNREAL.search(between) or _UNREAL.search(before[-30:]):
        return None
    acting = acting_before(inside, place)
    if len(acting) > 1:  # «будет исполнять обязанности»; «и. о.» is one word
        begin = acting[-1].end + 1
        return _office(where.text, begin, where.last, "gent", acting=True) if _WILL.fullmatch(between) else None
    if _TO_POST.search(between):
        return _office(where.text, begin, where.last, "gent")
    if _WITH_VERB.search(between) or (not between.strip() and re.search(r"(?:назначил|избрал|утвердил)\w?\s", before)):
        return _office(where.text, begin, where.last, "ablt")
    return None


def _before(where: _Place, inside: Sequence[Token], place: int) -> Office | None:
    """«[Министром …] назначен Асан Токтосунов», «обязанности [министра …] будет исполнять Асан Токтосунов»."""
    begin = _phrase_start(inside, place)
    if "котор" in where.text[begin : where.start]:  # «союз, главой которого является Асан Токтосунов»
        return None
    lead = where.text[where.first : begin]
    for verb in _GIVES.finditer(where.text, begin, where.start):
        stop = verb.start()
        between = where.text[stop : where.start]
        if _UNREAL.search(where.text[max(where.first, begin - 25) : where.start]):
            return None
        if _DUTIES.search(lead):
            return _office(where.text, begin, stop, "gent", acting=True) if _ACTED_BY.match(between) else None
        if len(between) <= _FARTHEST and _WITH_VERB.match(between):
            return _office(where.text, begin, stop, "gent" if _ON_POST.search(lead) else "ablt")
    return None


def _phrase_start(inside: Sequence[Token], place: int) -> int:
    """Where the phrase of an office noun begins, its adjectives and «и. о.» included."""
    own = [*acting_before(inside, place), *adjectives_before(inside, place), inside[place]]
    return own[0].start


def _office(
    text: str, start: int, end: int, cases: str, *, acting: bool = False, former: bool = False
) -> Office | None:
    phrase: Phrase | None = phrase_at(text, start, end, frozenset(cases.split()))
    if phrase is None:
        return None
    office = office_of(phrase, text)
    if acting and not office.acting:
        words = in_case(office.wording, "gent")
        return replace(office, wording=f"исполняющий обязанности {words}", acting=True)
    return replace(office, former=True, wording=f"бывший {office.wording}") if former and not office.former else office
