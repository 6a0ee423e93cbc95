"""The offices a text gives to a name right beside it, where they are the paper's own words about that day.

What somebody says in a quotation is not the paper's to correct; «тогдашний министр» and «в 2019 году министр …» are
of another day; a Kyrgyz or English paragraph is not read for offices.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce

from people.names.declension import guess_gender, part_forms
from people.names.office.declining import decline_office
from people.names.office.phrases import tokens_before
from people.names.office.words import cases_of_name
from people.names.offices import Office, office_after, offices_before
from people.names.records import ALL_CASES, CASES, NameParts, Part, cases_of
from people.names.words.phrases import cases_asked_before
from search.language import guess_language
from search.words import search_key

Range = tuple[int, int]

_SENTENCE_END = re.compile(r"[.!?…](?=[»\"”]?\s+[А-ЯЁӨҮҢ«])|\n")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\s*(?:год|гг?\.)")
_OF_ANOTHER_TIME = re.compile(
    r"\b(?:тогда|тогдашн\w+|тот момент|то время|в бытность|впоследствии|позднее стал\w*|будущ\w+|предыдущ\w+"
    r"|прошл(?:ого|ому|ым|ом|ый|ой|ая)|ранее|прежде|раньше)\b",
    re.IGNORECASE,
)
# A name of a firm or a paper in guillemets is shorter than what somebody says.
_QUOTED = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»|„[^„“]*“|\"[^\"\n]*\"")
_SHORTEST_QUOTE = 40
_APPOSITION = re.compile(r"\s?[,(—–-]")


@dataclass(frozen=True, slots=True)
class Given:
    """An office beside the name between ``start`` and ``end``, before it or behind it."""

    office: Office
    start: int
    end: int

    @property
    def whole(self) -> Range:
        """From the first word of the two to the last."""
        return min(self.start, self.office.start), max(self.end, self.office.end)

    @property
    def is_before(self) -> bool:
        return self.office.start < self.start


def offices_given(text: str, places: Sequence[Range], year: int, *, quoted: Sequence[Range] = ()) -> list[list[Given]]:
    """For each of these names, in the order of the text, the offices the text gives it for a day of that year.

    ``quoted`` are stretches that somebody else says, beside those in quotation marks.
    """
    said = [*quoted, *direct_speech(text)]
    firsts = {start for start, _end in places}
    return [
        [] if any(a <= start and end <= b for a, b in said) else _given(text, start, end, firsts, year)
        for start, end in places
    ]


def direct_speech(text: str) -> list[Range]:
    """Where somebody else speaks, in quotation marks."""
    return [(start, end) for start, end in quotations(text) if end - start >= _SHORTEST_QUOTE]


def quotations(text: str) -> list[Range]:
    """Whatever stands in quotation marks: speech, the name of a firm, a word that is not meant."""
    return [match.span() for match in _QUOTED.finditer(text)]


def _given(text: str, start: int, end: int, firsts: set[int], year: int) -> list[Given]:
    found = [*offices_beside(text, start), *_beside_after(text, start, end, firsts)]
    if not found or not is_of_the_day(text, start, end, year):
        return []
    return [Given(office, start, end) for office in found]


def offices_beside(text: str, start: int) -> list[Office]:
    """The offices that end where the name begins, or a rank before it: not one that a list of names shares."""
    offices = offices_before(text, start)
    if not offices:
        return []
    rank = tokens_before(text, start)[1]
    begins = rank[0].start if rank else start
    return offices if not text[offices[-1].end : begins].strip() else []


def _beside_after(text: str, start: int, end: int, firsts: set[int]) -> list[Office]:
    """The office in apposition; «…, министр культуры Эмерании Хо Ван» is the next person's."""
    if not _APPOSITION.match(text, end):
        return []
    office = office_after(text, end, frozenset(cases_of_name(text, start)))
    if office is None or text[end : office.start].strip(" \u00a0,(—–-"):
        return []
    return [] if any(office.end <= first <= office.end + 1 for first in firsts) else [office]


def is_of_the_day(text: str, start: int, end: int, year: int) -> bool:
    """Whether the sentence around a name speaks of that year and of no other time, in Russian."""
    first, last = sentence_around(text, start, end)
    sentence = text[first:last]
    years = {int(match[1]) for match in _YEAR.finditer(sentence)}
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    return not (years - {year} or _OF_ANOTHER_TIME.search(sentence)) and _language_of(line) == "ru"


@lru_cache(maxsize=1 << 8)
def _language_of(line: str) -> str:
    """Of a paragraph, asked for every name in it."""
    return guess_language(line)


def sentence_around(text: str, start: int, end: int) -> Range:
    """The sentence these offsets stand in."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, max(0, start - 600), start)]
    stop = _SENTENCE_END.search(text, end)
    first = ends[-1] if ends else max(0, start - 600)
    return first, stop.start() if stop else len(text)


def cases_printed(surface: str, name: NameParts) -> frozenset[str]:
    """The cases in which the name may stand as printed: «Асаном Токтосуновым» only in the instrumental.

    All of them when no word of it is a form of the name.
    """
    gender = name.gender or guess_gender(name)
    parts: list[tuple[Part, str]] = [("given", name.given), ("patronymic", name.patronymic), ("family", name.family)]
    forms = [form for part, own in parts if own for form in part_forms(own, part, gender)]
    printed = map(search_key, surface.split())
    masks = (reduce(int.__or__, (form.cases for form in forms if form.key == key), 0) for key in printed)
    return frozenset(cases_of(reduce(int.__and__, filter(None, masks), ALL_CASES)))


def cases_given(text: str, given: Given, name: NameParts) -> frozenset[str]:
    """The cases in which a name and the office beside it stand together, as far as both and a preposition tell."""
    cases = cases_printed(text[given.start : given.end], name)
    printed = search_key(text[given.office.start : given.office.end])
    agreeing = {case for case in CASES if search_key(decline_office(given.office.wording, case)) == printed}
    asked = cases_asked_before(text, given.whole[0])
    for narrower in (agreeing, asked):
        cases = (cases & narrower) or cases
    return cases
