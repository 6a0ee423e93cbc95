"""What a reader typed into the search field, read: words, phrases, what must not be there. Plain Python.

Whatever is typed has a meaning or none, and never an error: an operator of some database is a word, or nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .asked import Asked
from .forms import keys_asked, keys_begun, words_in
from .marks import ANYWHERE, HEAD, TITLE, WRITTEN
from .words import clean, search_key

LONGEST = 200  # letters
MOST_WORDS = 12

# «МИД -Кулубаев», «МИД НЕ Кулубаев». In small letters «не» is a word like any other: «не работает лифт».
_PART = re.compile(
    r"(?P<no>(?<!\S)[-−–](?=\S)|(?<!\S)(?:НЕ|NOT)\s+)?"
    r"(?:[\"«“„](?P<phrase>[^\"»”“]*)[\"»”“]|(?P<word>[^\s\"«»“”„]+))"
)
# They stand in nearly every text, and in a phrase keep their place.
_OF_ALL_TEXTS = """
и в во на не ни с со по о об от до за из к ко у для при но а да или же ли бы что как это то так
жана менен үчүн да де бул эле деп
the a an of to in on and or for at by from is was
"""
_STOP = frozenset(_OF_ALL_TEXTS.split())


@dataclass(frozen=True)
class Query:
    """The words that must be there, each phrase as the words that must stand in a row, and what must not be there."""

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[str, ...] = ()
    is_cut: bool = False

    @property
    def is_empty(self) -> bool:
        """Nothing is asked that could be found."""
        return not self.words

    def anywhere(self) -> Asked:
        """Entries that say all of it."""
        return Asked(self._marks(ANYWHERE), frozenset().union(*(_marked(ANYWHERE, word) for word in self.excluded)))

    def in_head(self) -> Asked:
        """Entries that say all of it in title, names and lede."""
        return Asked(self._marks(HEAD))

    def in_title(self) -> Asked:
        """Entries that say all of it in the title."""
        return Asked(self._marks(TITLE))

    def as_written(self) -> Asked:
        """Entries that have each word just as it is typed."""
        return Asked(tuple(frozenset({WRITTEN + search_key(word)}) for word in self.words))

    def _marks(self, place: str) -> tuple[frozenset[str], ...]:
        return tuple(_marked(place, word) for word in self.words)


def begun(typed: str) -> Asked | None:
    """Entries in whose title each word stands, the last one perhaps half typed; None when nothing is."""
    words = words_in(typed[:LONGEST])[:MOST_WORDS]
    if not words:
        return None
    *whole, last = words
    beginnings = frozenset(f"{TITLE}{key}*" for key in keys_begun(last))
    return Asked((*(_marked(TITLE, word) for word in whole), beginnings | _marked(TITLE, last)))


def parse(typed: str) -> Query:
    """Read what was typed; what is longer than a question ever is loses its end."""
    text = clean(typed.replace("\0", " ")[: 2 * LONGEST])
    words: list[str] = []
    phrases: list[tuple[str, ...]] = []
    excluded: list[str] = []
    for is_excluded, said, is_phrase in _parts(text[:LONGEST]):
        if is_excluded:
            excluded += said
            continue
        words += said
        if is_phrase and len(said) > 1:
            phrases.append(tuple(said))
    telling = dict.fromkeys(filter(_tells, words)) or dict.fromkeys(words)
    kept = tuple(telling)[:MOST_WORDS]
    is_cut = len(text) > LONGEST or len(telling) > MOST_WORDS
    return Query(kept, tuple(phrases), tuple(excluded[:MOST_WORDS]), is_cut)


def _parts(text: str) -> Iterator[tuple[bool, list[str], bool]]:
    for part in _PART.finditer(text):
        is_phrase = part["phrase"] is not None
        said = words_in(part["phrase"] if is_phrase else part["word"])
        # Two halves of a hyphenated word stand in a row too, but are found apart: «Касым Жомарт».
        yield bool(part["no"]), said, is_phrase


def _tells(word: str) -> bool:
    """Whether texts are told apart by this word; «Ли» with a capital is a name."""
    return word not in _STOP and (len(word) > 1 or word.isdigit())


def _marked(place: str, word: str) -> frozenset[str]:
    return frozenset(place + key for key in keys_asked(word))
