"""A word nobody has written: which known name it may be, but for a slip of the finger or of the ear.

Each known name is kept as it is heard, and without any one letter of that; a mistyped one, without one or two of its
own, has such a key in common. So one question to an index answers, however many names are known.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from .distance import distance
from .forms import words_in
from .models import Spelling
from .surnames import surname_stems
from .words import search_key

_SHORTEST, _LONGEST = 4, 40
_LONG = 8  # from here on two slips are forgiven
_AT_ONCE = 100
_OFFERED = 3
# Without stress о is heard as а, and е as и: «Тосмогамбетов».
_HEARD = str.maketrans("оеыэйюя", "аииииуа", "ьъ")


def learn(texts: Iterable[str]) -> None:
    """Remember the names in these texts, that is their words with a capital."""
    words = {search_key(word) for text in texts for word in words_in(text) if word[:1].isupper()}
    names = sorted(word for word in words if _is_worth(word))
    for start in range(0, len(names), _AT_ONCE):
        batch = names[start : start + _AT_ONCE]
        heard = Spelling.objects.filter(key__in=[word.translate(_HEARD) for word in batch], word__in=batch)
        known = set(heard.values_list("word", flat=True))
        rows = [Spelling(key=key, word=word) for word in batch if word not in known for key in _keys(word, most=1)]
        Spelling.objects.bulk_create(rows, ignore_conflicts=True)


def nearest(word: str) -> list[str]:
    """The known names a typed word is likeliest to be, the nearest first; none where no slip explains it."""
    typed = search_key(word)
    if not _is_worth(typed):
        return []
    keys = _keys(typed, most=_slips(typed))
    known = set(Spelling.objects.filter(key__in=keys).values_list("word", flat=True)) - {typed}
    far = {each: min(distance(form, name) for form in _forms(typed) for name in _forms(each)) for each in known}
    near = [each for each in known if far[each] <= _slips(typed)]
    return sorted(near, key=lambda each: (far[each], each[0] != typed[0], distance(typed, each), each))[:_OFFERED]


def _is_worth(word: str) -> bool:
    return _SHORTEST <= len(word) <= _LONGEST and not word.isdigit()


def _slips(word: str) -> int:
    return 2 if len(word) >= _LONG else 1


def _forms(word: str) -> set[str]:
    """A word as it is heard, and its stem: «кулобаеву» is a slip in «Кулубаев»."""
    return {form.translate(_HEARD) for form in (word, *surname_stems(word, is_known=False))}


def _keys(word: str, most: int) -> set[str]:
    """The word as it is heard, and without any so many of its letters."""
    return {key for form in _forms(word) for key in _shortened(form, most)}


def _shortened(word: str, most: int) -> Iterator[str]:
    for dropped in range(most + 1):
        for places in combinations(range(len(word)), dropped):
            yield "".join(letter for place, letter in enumerate(word) if place not in places)
