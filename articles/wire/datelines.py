"""Where and by whom, as agencies print it at the front of a text: «БИШКЕК, 16 дек — Агентство.»"""

import re
from dataclasses import dataclass

from .dates import PrintedDate, date_at, date_line

_UPPER = "A-ZА-ЯЁӨҮҢҚҒҲҶӢӮІ"
_PLACE = re.compile(rf"[{_UPPER}][\w’'-]*(?:[ /-][{_UPPER}][\w’'-]*){{0,3}}(?=\s*[,.(/–—-]|\s+[–—-])")
_AGENCY_WORD = rf"[{_UPPER}\d][\w-]*(?:\.(?:kg|kz|ru|com|uz|tj|org|net|media))?"
_QUOTED_WORD = rf"[«\"“]?{_AGENCY_WORD}[»\"”]?"
_AGENCY = rf"{_QUOTED_WORD}(?:[ /]{_QUOTED_WORD}){{0,3}}"
_DASH = r"\s*(?:[–—]|-(?=\s))\s*"
_BRACKETED = re.compile(
    rf"[.,]?\s*(?:/\s*(?P<a>{_AGENCY})\s*/(?:\.|{_DASH})?|\(\s*(?P<b>{_AGENCY})\s*\)(?:\.|{_DASH}))\s*"
)
_DASHED = re.compile(rf"\.?{_DASH}(?P<a>{_AGENCY})\.(?=\s|$)\s*")
_DOTTED = re.compile(rf"[.,]?\s+(?P<a>{_AGENCY}){_DASH}")
_BARE = re.compile(rf"\.?{_DASH}")
_GAP = re.compile(r"[.,]\s*|\s+")
_AGENCY_AFTER_BAR = re.compile(rf"\s*[|•·]\s*(?P<agency>{_AGENCY})\.?")
_LONGEST_LINE = 120
_SMALL_WORDS = re.compile("(?<=-)(?:На|Де|Ла|Эль)(?=-)")


@dataclass(frozen=True)
class Dateline:
    """Place, agency and date as printed; ``end`` is where the story begins."""

    place: str
    source: str
    date: PrintedDate | None
    printed_date: str
    end: int


def find_date_line(text: str) -> Dateline | None:
    """A date on a line of its own, perhaps with its place and agency: «Бишкек, 30 июня 2025», «30.06.2025 | Вести»."""
    if len(text) > _LONGEST_LINE:
        return None
    agency = next((match for match in _AGENCY_AFTER_BAR.finditer(text) if match.end() == len(text)), None)
    printed = text[: agency.start()] if agency else text
    place = _PLACE.match(printed)
    gap = _GAP.match(printed, place.end()) if place else None
    date, is_placed = date_line(printed), False
    if not date and gap:
        date, is_placed = date_line(printed[gap.end() :]), True
    if not date:
        return None
    return Dateline(
        place=_name(place[0]) if place and is_placed else "",
        source=_bare(agency["agency"]) if agency else "",
        date=date,
        printed_date=text,
        end=len(text),
    )


def find_dateline(text: str) -> Dateline | None:
    """The dateline at the front of a paragraph.

    A place alone proves nothing («Бишкек — столица»): a date must follow with a dash, or an agency in brackets.
    """
    place = _PLACE.match(text)
    if not place:
        return None
    gap = _GAP.match(text, place.end())
    date = date_at(text, gap.end()) if gap else None
    shapes = [_BRACKETED, _DASHED, _DOTTED, _BARE] if date else [_BRACKETED]
    start = date.end if date else place.end()
    for shape in shapes:
        if ending := shape.match(text, start):
            break
    else:
        return None
    if not date and not place[0].isupper():
        return None  # «Иванов (Бишкек) — тренер» names a man, not a place
    source = next(filter(None, ending.groupdict().values()), "")
    return Dateline(
        place=_name(place[0]),
        source=_bare(source),
        date=date,
        printed_date=text[gap.end() : date.end] if gap and date else "",
        end=ending.end(),
    )


def _name(place: str) -> str:
    """«РОСТОВ-НА-ДОНУ» as a name is written: «Ростов-на-Дону»."""
    return _SMALL_WORDS.sub(lambda word: word[0].lower(), place.title()) if place.isupper() else place


def _bare(source: str) -> str:
    """«Кабар» without the marks around it; ИА «Кабар» keeps them."""
    is_wrapped = source[:1] in '«"“' and source[-1:] in '»"”'
    return source[1:-1] if is_wrapped else source
