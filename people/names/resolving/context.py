"""Who and what stands around a name: a street, a ship, a town, a stranger's given name, a neighbour of the surname.

Each question is asked of one document and one place in it; the answers are the resolver's evidence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import takewhile

from people.names.endings import FIXED_LAST_WORDS
from people.names.finding.tokens import Word, split_words
from people.names.kyrgyz.context import is_plain_word, names_a_thing
from people.names.records import NameSpan, case_mask
from people.names.resolving import things
from people.names.resolving.nearby_offices import NearbyOffices
from people.names.words.capitals import given_cases, is_in_dictionary, is_plain, reads_as_given
from people.names.words.english import is_plain_english
from people.names.words.readings import is_given_name
from search.language import kyrgyz_places

# «Садык и Акмат Болотовы», and just as often «Садык и Акмат Болотов».
_FIRST_OF_TWO = re.compile(r"(?<![^\W\d_]\s)\b([А-ЯЁӨҮҢ][^\W\d_]+) и $")
_REACH = 60  # the longest word beside a name
_NEXT = 3  # of the text around a name, all that is split into words: what it may go on as, «экс-» and two words
_LOCATIVE = case_mask(["loct"])


class Context:
    """One document, asked about the surroundings of the names in it."""

    def __init__(self, text: str, spans: Iterable[NameSpan]) -> None:
        self.text = text
        self._is_kyrgyz = kyrgyz_places(text)
        self._taken = sorted((span.start, span.end) for span in spans)
        self.offices = NearbyOffices(text, self._taken, self._is_kyrgyz)

    def is_thing(self, span: NameSpan) -> bool:
        """Whether a street, prize, airport or ship of that name is meant, or a work of that title."""
        behind = self.text[span.end : span.end + _REACH]
        if things.is_title(self._before(span), behind):
            return True
        if self._is_kyrgyz(span.start):
            return names_a_thing(behind)
        return things.is_thing(self._before(span), span)

    def is_place(self, span: NameSpan) -> bool:
        """Whether a bare surname reads as a place: «в Жапарове», «под Бековом», in Kyrgyz «Жапаровдо»."""
        if self._is_kyrgyz(span.start):
            return span.cases == _LOCATIVE
        return things.is_place(self._before(span))

    def is_family(self, span: NameSpan) -> bool:
        """Whether several people of the surname are meant together: «супруги Ким»."""
        return things.is_family(self._before(span))

    def has_title(self, span: NameSpan) -> bool:
        """Whether a given name alone is a ruler's or a saint's: «царь Пётр»."""
        return things.is_ruler_or_saint(self._before(span))

    def stranger_before(self, span: NameSpan) -> bool:
        """Whether a given name or initial nobody on record bears stands directly before a surname."""
        if span.surface.isascii() and self._goes_on_in_latin(span):
            return True
        word = self.word_before(span)
        if word is not None and word.key in FIXED_LAST_WORDS:  # «Ильгар Гейдар оглы | Марданлы»
            return True
        if word is None or not word.is_capital or self._is_plain(word):
            return False
        # «МИД Орлов» is no Mid Orlov, but in a headline all in capitals «СЕМЁН ОРЛОВ» is a Semyon
        is_abbreviation = word.text.isupper() and not span.surface.isupper()
        if word.text.isascii() and span.surface.isascii():
            return word.is_initial or not is_abbreviation
        return word.is_initial or (not is_abbreviation and reads_as_given(word.text))

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

    def word_before(self, span: NameSpan) -> Word | None:
        """The word that may belong to one name with the span, unless it belongs to another one."""
        before = self._before(span).rsplit(None, _NEXT)
        begin = max(0, span.start - _REACH) + (len(before[0]) if len(before) > _NEXT else 0)
        *_, word, first = (None, None, *split_words(self.text, begin, span.start + 1))
        return word if word and first and first.is_joined and not self._is_taken(word.start) else None

    def word_after(self, span: NameSpan) -> Word | None:
        """The same on the other side."""
        return next(iter(self._words_behind(span)), None)

    def _before(self, span: NameSpan) -> str:
        return self.text[max(0, span.start - _REACH) : span.start]

    def _words_behind(self, span: NameSpan) -> list[Word]:
        """Up to two words that stand joined behind a name and belong to no other."""
        stop = min(len(self.text), span.end + _REACH)
        after = self.text[span.end : stop].split(None, _NEXT)
        words = split_words(self.text, span.start, stop - (len(after[_NEXT]) if len(after) > _NEXT else 0))
        behind = [word for word in words if word.start >= span.end][:2]
        return list(takewhile(lambda word: word.is_joined and not self._is_taken(word.start), behind))

    def _goes_on_in_latin(self, span: NameSpan) -> bool:
        """Whether a Latin surname only begins a name: “Kim Jong-un”, “Olkhov Street”."""
        word = self.word_after(span)
        return word is not None and word.is_capital and not self._is_taken(word.start) and not self._is_plain(word)

    def _is_plain(self, word: Word) -> bool:
        """Whether a Kyrgyz or English word is no name: «Кечээ Жапаров …», “President Japarov”."""
        if word.is_initial:
            return False
        if word.text.isascii():
            return is_plain_english(word.text, self.text)
        return self._is_kyrgyz(word.start) and is_plain_word(word.text, self.text)

    def _is_taken(self, at: int) -> bool:
        place = bisect_right(self._taken, (at, len(self.text))) - 1
        return place >= 0 and self._taken[place][0] <= at < self._taken[place][1]
