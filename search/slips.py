"""A word nobody has written: which known ones it may be, but for a slip of the finger.

Each known word is kept under itself and without any one of its letters; a mistyped one, without one or two of its own,
has such a key in common. So one question to an index answers, however many words are known.
"""

from collections.abc import Iterable
from itertools import combinations

from django.db.models import F

from .distance import distance
from .forms import words_in
from .models import Spelling
from .surnames import surname_stems
from .words import search_key

_SHORTEST, _LONGEST = 4, 40
_LONG = 8  # from here on two slips are forgiven
_AT_ONCE = 500
_OFFERED = 3


def learn(texts: Iterable[str]) -> None:
    """Remember the words of names and titles."""
    words = {search_key(word) for text in texts for word in words_in(text)}
    fresh = sorted(word for word in words if _is_worth(word))
    for start in range(0, len(fresh), _AT_ONCE):
        batch = fresh[start : start + _AT_ONCE]
        known = set(Spelling.objects.filter(key__in=batch, word=F("key")).values_list("word", flat=True))
        rows = [Spelling(key=key, word=word) for word in batch if word not in known for key in _shortened(word, 1)]
        Spelling.objects.bulk_create(rows, ignore_conflicts=True)


def nearest(word: str) -> list[str]:
    """The known words a typed one is likeliest to be, the nearest first; none where no slip explains it.

    «кулобаеву» is also taken without its ending: names are known as titles have them.
    """
    typed = search_key(word)
    if not _is_worth(typed):
        return []
    forms = {typed, *surname_stems(typed, is_known=False)}
    keys = {key for form in forms for key in _shortened(form, _slips(form))}
    known = set(Spelling.objects.filter(key__in=keys).values_list("word", flat=True)) - {typed}
    far = {each: min(distance(form, each) for form in forms) for each in known}
    near = [each for each in known if far[each] <= _slips(typed)]
    return sorted(near, key=lambda each: (far[each], each[0] != typed[0], each))[:_OFFERED]


def _is_worth(word: str) -> bool:
    return _SHORTEST <= len(word) <= _LONGEST and not word.isdigit()


def _slips(word: str) -> int:
    return 2 if len(word) >= _LONG else 1


def _shortened(word: str, most: int) -> set[str]:
    """The word, and the word without any so many of its letters."""
    found = {word}
    for dropped in range(1, most + 1):
        for places in combinations(range(len(word)), dropped):
            found.add("".join(letter for place, letter in enumerate(word) if place not in places))
    return found
