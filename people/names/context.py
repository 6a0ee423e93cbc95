"""What the words around a name say: a street, a ship, a town, a stranger's given name, an office.

Each question is asked of one document and one place in it; the answers are the resolver's evidence.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable

from people.names.morphology import parses
from people.names.records import NameSpan
from people.names.tokens import Word, split_words

# Named after a person, not about one: «улица Асанова» and «проспект Асанов», «им. академика Орлова».
_STREET_BEFORE = re.compile(
    r"\b(?:(?:ул|пр|пл|пер|бул|наб|им)\.|(?:улиц|проспект|бульвар|переул|площад|набережн|шоссе)\w*|имени)"
    r"\s+(?:(?-i:[а-яё]+)\s+)?[«„“\"]?$",
    re.IGNORECASE,
)
# «Стадион Азамата Орлова», but «открыл стадион Азамат Орлов»: only when the name is no subject.
_THING_BEFORE = re.compile(
    r"\b(?:мост|станци|аэропорт|вокзал|стадион|музе|кубк|кубок|преми|медал|орден|мавзоле)\w*\s+[«„“\"]?$",
    re.IGNORECASE,
)
_SHIP_BEFORE = re.compile(
    r"\b(?:корабл|крейсер|ледокол|теплоход|атомоход|лодк|подлодк|фрегат|корвет|танкер|сухогруз|суд[не]|лайнер"
    r"|яхт|парусник|катер|эсмин)\w*\s+(?:\S+\s+)?[«„“\"]$",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(
    r"\b(?:в|во|из|под|близ|город\w*|посёл\w*|посел\w*|сел[оаеу]|селом|деревн\w+|станиц\w+|аул\w*|област\w+"
    r"|район\w*|остров\w*|озер\w+|рек[аиеу]|рекой|гор[аыеу]|горой|г\.)\s+$",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\b(?:экс-|быв(?:ш|\.)|тогдашн|прежн)", re.IGNORECASE)

# Code points before and after a name in which an office is looked for: close by, then in the paragraph.
Window = tuple[int, int]
CLOSE: Window = (110, 70)
PARAGRAPH: Window = (600, 600)


class Context:
    """One document, asked about the surroundings of the names in it."""

    def __init__(self, text: str, spans: Iterable[NameSpan]) -> None:
        self.text = text
        self._words = split_words(text)
        self._starts = [word.start for word in self._words]
        self._taken = [(span.start, span.end) for span in spans]

    def is_thing(self, span: NameSpan) -> bool:
        """Whether a street, prize, airport or ship of that name is meant."""
        before = self.text[max(0, span.start - 60) : span.start]
        if not span.may_be_nominative and _THING_BEFORE.search(before):
            return True
        return bool(_STREET_BEFORE.search(before) or _SHIP_BEFORE.search(before))

    def is_place(self, span: NameSpan) -> bool:
        """Whether a bare surname reads as a place: «в Жапарове», «под Бековом»."""
        return bool(_PLACE_BEFORE.search(self.text[max(0, span.start - 30) : span.start]))

    def stranger_before(self, span: NameSpan) -> bool:
        """Whether a given name or initial nobody on record bears stands directly before a surname."""
        word = self._joined_before(span)
        if word is None or not word.is_capital:
            return False
        # «МИД Орлов» is no Mid Orlov, but in a headline all in capitals «СЕМЁН ОРЛОВ» is a Semyon
        is_abbreviation = word.text.isupper() and not span.surface.isupper()
        return word.is_initial or (not is_abbreviation and _reads_as_given(word.text))

    def has_capital_neighbour(self, span: NameSpan) -> bool:
        """Whether the surname may be a part of a longer name: «Жапаров Холдинг»."""
        before, after = self._joined_before(span), self._joined_after(span)
        return any(word is not None and word.is_capital and not _is_plain(word) for word in (before, after))

    def stems_near(self, spans: Iterable[NameSpan], window: Window) -> set[str]:
        """Stems of the words near any of the places and on its line, the name itself left out."""
        found: set[str] = set()
        for span in spans:
            before, after = self._around(span, window)
            found |= stems(before) | stems(after)
        return found

    def speaks_of_former(self, spans: Iterable[NameSpan]) -> bool:
        """Whether «экс-», «бывший» or «тогдашний» stands before any of the places."""
        return any(_FORMER.search(self._around(span, CLOSE)[0]) for span in spans)

    def _around(self, span: NameSpan, window: Window) -> tuple[str, str]:
        before = self.text[max(0, span.start - window[0]) : span.start].rpartition("\n")[2]
        return before, self.text[span.end : span.end + window[1]].partition("\n")[0]

    def _joined_before(self, span: NameSpan) -> Word | None:
        at = bisect_left(self._starts, span.start)
        if at == 0 or at == len(self._words) or not self._words[at].is_joined:
            return None
        word = self._words[at - 1]
        return None if any(start <= word.start < end for start, end in self._taken) else word

    def _joined_after(self, span: NameSpan) -> Word | None:
        at = bisect_left(self._starts, span.end)
        return self._words[at] if at < len(self._words) and self._words[at].is_joined else None


def is_in_dictionary(word: str) -> bool:
    """Whether the word is a common one, or a surname common enough to be listed: «Мороз», «Петров»."""
    return any(parse.is_known for parse in parses(word.casefold()))


def stems(text: str) -> set[str]:
    """Rough stems for comparing offices: «министром» and «министр», «российский» and «России» share one."""
    return {word.key[:5] for word in split_words(text) if len(word.key) >= 4 or word.text.isupper()}


def _is_plain(word: Word) -> bool:
    """A capital word that is no part of a name: «Президент», or «Вчера» at the start of a sentence."""
    likeliest = parses(word.text.casefold())[0]
    if not likeliest.is_known or {"Name", "Surn", "Patr"} & likeliest.tag.grammemes:
        return False
    return "anim" in likeliest.tag or (not word.is_joined and likeliest.tag.POS != "NOUN")


def _reads_as_given(word: str) -> bool:
    """A known given name, or a Cyrillic word the dictionary does not know; no «Президент» or «Regnum»."""
    if word.isascii():
        return False
    known = [parse for parse in parses(word.casefold()) if parse.is_known]
    return not known or any("Name" in parse.tag or "Surn" in parse.tag for parse in known)
