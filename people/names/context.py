"""What the words around a name say: a street, a ship, a town, a stranger's given name, an office.

Each question is asked of one document and one place in it; the answers are the resolver's evidence.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from enum import Enum
from itertools import takewhile

from people.names.english import is_plain_english, offices_from_english
from people.names.kyrgyz_context import is_plain_word, names_a_thing
from people.names.kyrgyz_words import is_word, offices_in_russian
from people.names.morphology import parses
from people.names.office_terms import terms
from people.names.offices import office_after, office_before
from people.names.readings import LIKELY, is_given_name, readings
from people.names.records import ALL_CASES, NameSpan, case_mask
from people.names.tokens import Word, split_words
from search.language import kyrgyz_places

# Named after a person, not about one: «улица Асанова» and «проспект Асанов», «им. академика Орлова».
_STREET_BEFORE = re.compile(
    r"\b(?:(?:ул|пр|пл|пер|бул|наб|им)\.|(?:улиц|проспект|бульвар|переул|площад|набережн|шоссе)\w*|имени)"
    r"\s+(?:(?-i:[а-яё]+)\s+)?[«„“\"]?$",
    re.IGNORECASE,
)
# «Стадион Азамата Орлова», but «открыл стадион Азамат Орлов»: only when the name is no subject.
_THING_BEFORE = re.compile(
    r"\b(?:мост|станци|аэропорт|вокзал|стадион|музе|кубк|кубок|преми|медал|орден|мавзоле|закон|опер[аыуе]\b)\w*\s+[«„“\"]?$",
    re.IGNORECASE,
)
_SHIP_BEFORE = re.compile(
    r"\b(?:корабл|крейсер|ледокол|теплоход|атомоход|лодк|подлодк|фрегат|корвет|танкер|сухогруз|суд[не]|лайнер"
    r"|яхт|парусник|катер|эсмин)\w*\s+(?:\S+\s+)?[«„“\"]$",
    re.IGNORECASE,
)
# Inside the name of a firm or a house, whatever else stands in the quotes: завод «Болотов и К».
_FIRM_BEFORE = re.compile(
    r"\b(?:(?i:завод|фабрик|фирм|компани|корпораци|концерн|холдинг|банк|магазин|кафе|ресторан|гостиниц|отел|театр|кинотеатр"
    r"|галере|издательств|агентств|партия|партии|партию|партией|клуб|команд|фестивал|турнир)\w*|(?:ОсОО|ООО|ОАО|ЗАО|ПАО|АО|ТОО|ИП|ГП))"
    r"\s+[«„“\"][^«»„“”\"\n]*$"
)
_QUOTED = {"«": "»", "„": "“", "“": "”", '"': '"'}
_PLACE_BEFORE = re.compile(
    r"\b(?:в|во|из|под|близ|город\w*|посёл\w*|посел\w*|сел[оаеу]|селом|деревн\w+|станиц\w+|аул\w*|област\w+"
    r"|район\w*|остров\w*|озер\w+|рек[аиеу]|рекой|гор[аыеу]|горой)\s+$|\b(?:г|с|пос|дер|ст|р)\.\s*$",
    re.IGNORECASE,
)
# A whole family: «супруги Ким», «братьев Бут»; the plural of a name that has one is no form on record.
_FAMILY_BEFORE = re.compile(
    r"\b(?:супруг[иоа]\w+|супруги|брать\w+|сестры|сест[её]р\w*|чет[аыуе]|четой|близнец\w+)\s+$", re.IGNORECASE
)
# Somebody known by a given name alone, and not the one in the story: «царь Пётр», «святого Николая».
_TITLE_BEFORE = re.compile(
    r"\b(?:свят\w+|св\.|цар\w+|княз\w+|княгин\w+|корол\w+|принц\w*|импер\w+|султан\w*|хан\w{0,2}|шейх\w*|пап[аыеу]|папой)\s+$",
    re.IGNORECASE,
)
# «Садык и Акмат Болотовы», and just as often «Садык и Акмат Болотов».
_FIRST_OF_TWO = re.compile(r"(?<![^\W\d_]\s)\b([А-ЯЁӨҮҢ][^\W\d_]+) и $")
_FORMER = re.compile(r"\b(?:экс-|быв(?:ш|\.)|тогдашн|прежн)", re.IGNORECASE)
_STILL = re.compile(r"\b(?:ныне|нынешн|действующ|теперь|сейчас)", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.!?:;—]\s|\n")
_APPOSITION = re.compile(r"\s*[,(—–-]\s*([^,.;:()—\n]+)")

_REACH = 60  # the longest word beside a name
_NAMES = frozenset({"Name", "Surn", "Patr"})
_LOCATIVE = case_mask(["loct"])


class Near(Enum):
    """How far from a name an office is looked for; the values are code points before and after it."""

    OFFICE = (0, 0)  # what reads as the office given to this name
    PHRASE = (90, 0)  # up to the next name or the end of the clause, and an apposition
    CLOSE = (110, 70)
    PARAGRAPH = (600, 600)
    DOCUMENT = (-1, -1)


class Context:
    """One document, asked about the surroundings of the names in it."""

    def __init__(self, text: str, spans: Iterable[NameSpan]) -> None:
        self.text = text
        self._is_kyrgyz = kyrgyz_places(text)
        self._taken = sorted((span.start, span.end) for span in spans)
        self._terms: dict[tuple[int, Near], frozenset[str]] = {}

    def is_thing(self, span: NameSpan) -> bool:
        """Whether a street, prize, airport or ship of that name is meant, or a work of that title."""
        before = self.text[max(0, span.start - 60) : span.start]
        if _QUOTED.get(before[-1:]) == self.text[span.end : span.end + 1] != "":
            return True
        if self._is_kyrgyz(span.start):
            return names_a_thing(self.text[span.end : span.end + 30])
        if not span.may_be_nominative and _THING_BEFORE.search(before):
            return True
        return any(pattern.search(before) for pattern in (_STREET_BEFORE, _SHIP_BEFORE, _FIRM_BEFORE))

    def is_place(self, span: NameSpan) -> bool:
        """Whether a bare surname reads as a place: «в Жапарове», «под Бековом», in Kyrgyz «Жапаровдо»."""
        if self._is_kyrgyz(span.start):
            return span.cases == _LOCATIVE
        return bool(_PLACE_BEFORE.search(self.text[max(0, span.start - 30) : span.start]))

    def is_family(self, span: NameSpan) -> bool:
        """Whether several people of the surname are meant together: «супруги Ким»."""
        return bool(_FAMILY_BEFORE.search(self.text[max(0, span.start - 30) : span.start]))

    def has_title(self, span: NameSpan) -> bool:
        """Whether a given name alone is a ruler's or a saint's: «царь Пётр»."""
        return bool(_TITLE_BEFORE.search(self.text[max(0, span.start - 30) : span.start]))

    def stranger_before(self, span: NameSpan) -> bool:
        """Whether a given name or initial nobody on record bears stands directly before a surname."""
        if span.surface.isascii() and self._goes_on_in_latin(span):
            return True
        word = self.word_before(span)
        if word is None or not word.is_capital or self._is_plain(word):
            return False
        # «МИД Орлов» is no Mid Orlov, but in a headline all in capitals «СЕМЁН ОРЛОВ» is a Semyon
        is_abbreviation = word.text.isupper() and not span.surface.isupper()
        if word.text.isascii() and span.surface.isascii():
            return word.is_initial or not is_abbreviation
        return word.is_initial or (not is_abbreviation and _reads_as_given(word.text))

    def stranger_behind(self, span: NameSpan) -> bool:
        """Whether the surname is the first word of somebody else's name: «Орлов | Семён», «Кима | Чен Ира».

        A given name must agree in case: «вдова Орлова Анна Ильинична» names two people.
        """
        behind = list(takewhile(lambda word: word.is_capital and not word.text.isascii(), self._words_behind(span)))
        if not behind or (behind[0].text.isupper() and not span.surface.isupper()):
            return False
        if is_given_name(behind[0].text):
            return bool(given_cases(behind[0].text) & span.cases)
        return len(behind) > 1 or not is_in_dictionary(behind[0].text)

    def shares_surname(self, span: NameSpan) -> bool:
        """Whether somebody before is named by the same surname: «Садык и Акмат Болотов»."""
        first = _FIRST_OF_TWO.search(self.text, max(0, span.start - 30), span.start)
        return first is not None and not self._is_taken(first.start(1)) and is_given_name(first[1])

    def has_capital_neighbour(self, span: NameSpan) -> bool:
        """Whether the surname may be a part of a longer name: «Жапаров Холдинг»."""
        before, after = self.word_before(span), self.word_after(span)
        return any(
            word is not None and word.is_capital and not (is_plain(word) or self._is_plain(word))
            for word in (before, after)
        )

    def terms_around(self, span: NameSpan, near: Near) -> frozenset[str]:
        """What the words near a place tell of offices, on its line; of the whole text if asked for."""
        at = (-1 if near is Near.DOCUMENT else span.start, near)
        if at not in self._terms:
            words = self.text if near is Near.DOCUMENT else " ".join(self._around(span, near))
            self._terms[at] = terms(words + self._in_russian(words, span))
        return self._terms[at]

    def says_former(self, span: NameSpan) -> bool:
        """Whether «экс-», «бывший» or «тогдашний» stands before the name, and no «ныне» after that."""
        before, _ = self._around(span, Near.PHRASE)
        *_, last = (None, *_FORMER.finditer(before))
        return last is not None and not _STILL.search(before, last.end())

    def word_before(self, span: NameSpan) -> Word | None:
        """The word that may belong to one name with the span, unless it belongs to another one."""
        *_, word, first = (None, None, *split_words(self.text, max(0, span.start - _REACH), span.start + 1))
        return word if word and first and first.is_joined and not self._is_taken(word.start) else None

    def word_after(self, span: NameSpan) -> Word | None:
        """The same on the other side."""
        return next(iter(self._words_behind(span)), None)

    def _words_behind(self, span: NameSpan) -> list[Word]:
        """Up to two words that stand joined behind a name and belong to no other."""
        words = split_words(self.text, span.start, min(len(self.text), span.end + _REACH))
        behind = [word for word in words if word.start >= span.end][:2]
        return list(takewhile(lambda word: word.is_joined and not self._is_taken(word.start), behind))

    def _goes_on_in_latin(self, span: NameSpan) -> bool:
        """Whether a Latin surname only begins a name: “Kim Jong-un”, “Olkhov Street”."""
        word = self.word_after(span)
        return word is not None and word.is_capital and not self._is_taken(word.start) and not self._is_plain(word)

    def _in_russian(self, words: str, span: NameSpan) -> str:
        """What Kyrgyz or English words near a name say, in the words of the record."""
        if self._is_kyrgyz(span.start):
            return f" {offices_in_russian(words)}"
        return f" {offices_from_english(words)}" if span.surface.isascii() else ""

    def _is_plain(self, word: Word) -> bool:
        """Whether a Kyrgyz or English word is no name: «Кечээ Жапаров …», “President Japarov”."""
        if word.is_initial:
            return False
        if word.text.isascii():
            return is_plain_english(word.text, self.text)
        return self._is_kyrgyz(word.start) and is_plain_word(word.text, self.text)

    def _around(self, span: NameSpan, near: Near) -> tuple[str, str]:
        if near is Near.OFFICE:
            return self._offices(span)
        reach, beyond = near.value
        before = self.text[max(0, span.start - reach) : span.start].rpartition("\n")[2]
        if near is Near.PHRASE:
            return self._own_phrase(before, span), self._apposition(span)
        return before, self.text[span.end : span.end + beyond].partition("\n")[0]

    def _offices(self, span: NameSpan) -> tuple[str, str]:
        """The offices right before and behind a name, none of its neighbour's: «Болотов (президент) и Болотов»."""
        before, after = office_before(self.text, span.start), office_after(self.text, span.end)
        if before and self.text[before.end : span.start].strip():
            before = None
        if after and self.text[span.end : after.start].strip(" ,(—–-"):
            after = None
        words = [f"{each.wording} {each.organization} {each.country}" if each else "" for each in (before, after)]
        return words[0], words[1]

    def _own_phrase(self, before: str, span: NameSpan) -> str:
        earlier = bisect_left(self._taken, (span.start, span.start)) - 1
        stop = self._taken[earlier][1] if earlier >= 0 else 0
        return _CLAUSE_END.split(self.text[max(span.start - len(before), stop) : span.start])[-1]

    def _apposition(self, span: NameSpan) -> str:
        found = _APPOSITION.match(self.text, span.end)
        later = bisect_right(self._taken, (span.end, len(self.text)))
        stop = self._taken[later][0] if later < len(self._taken) else len(self.text)
        return found[1] if found and found.end() <= stop else ""

    def _is_taken(self, at: int) -> bool:
        place = bisect_right(self._taken, (at, len(self.text))) - 1
        return place >= 0 and self._taken[place][0] <= at < self._taken[place][1]


def is_former(words: str) -> bool:
    """Whether they tell of an office somebody has left: «экс-премьер»."""
    return bool(_FORMER.search(words))


def is_in_dictionary(word: str) -> bool:
    """Whether the word is a common one, or a surname common enough to be listed: «Мороз», «Петров»."""
    return is_word(word) or any(parse.is_known for parse in parses(word.casefold()))


def given_cases(word: str) -> int:
    """The cases in which the word may be a given name."""
    known = [reading for reading in readings(word) if reading.role == "given" and reading.weight >= LIKELY]
    return ALL_CASES if any(not reading.case for reading in known) else case_mask(reading.case for reading in known)


def is_plain(word: Word) -> bool:
    """A capital word that is no part of a name: «Президент», or «Вчера» at the start of a sentence."""
    likeliest = parses(word.text.casefold())[0]
    if not likeliest.is_known or _NAMES & likeliest.tag.grammemes:
        return False
    return "anim" in likeliest.tag or (not word.is_joined and likeliest.tag.POS != "NOUN")


def is_also_common(word: str) -> bool:
    """Whether a name is a common word too: «Роза», «Мороз»; but not «Орлов», which only many eagles are."""
    return any(
        parse.is_known and parse.tag.number != "plur" and not _NAMES & parse.tag.grammemes
        for parse in parses(word.casefold())
    )


def _reads_as_given(word: str) -> bool:
    """A known given name, or a Cyrillic word the dictionary does not know; no «Президент» or «Regnum»."""
    if word.isascii():
        return False
    known = [parse for parse in parses(word.casefold()) if parse.is_known]
    if known and known[0].tag.POS == "PREP":  # «Из» is also how Иза is called in the plural
        return False
    return not known or any("Name" in parse.tag or "Surn" in parse.tag for parse in known)
