"""The language of a text and of each of its paragraphs, from its letters and most frequent words."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable

# «С.» is an initial, and no Russian «с».
_WORD = re.compile(r"\b(?![^\W\d_]\.)[^\W\d_]+")
_WORDS = {
    "ru": "и в на не что с по как о из к за от его для это был также при об",
    "ky": "жана менен үчүн їчїн болуп деп бир бул анын ал да боюнча эле бар эмес болгон кылып каршы",
    "en": "the and of to in that is for on with as was by at from said",
}
_FREQUENT = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_KYRGYZ_LETTERS = re.compile(r"[ңөүєїѳ]")
# No Kyrgyz paragraph is without one of these; they are looked for at the speed of memory, word counts are not.
_KYRGYZ_SIGNS = ("ү", "ө", "ң", " жана ", " менен ", " деп ", " боюнча ", " болуп ", " болгон ")
_SAMPLE = 20_000


def guess_language(text: str, default: str = "ru") -> str:
    """ru, ky or en; ``default`` when no word tells, since most of what the newsroom gets is Russian."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample)
    found = Counter(word.casefold() for word in words)
    scores = {language: sum(found[word] for word in frequent) for language, frequent in _FREQUENT.items()}
    # A name with ө in a Russian text is not Kyrgyz yet: only words in small letters tell by their letters.
    scores["ky"] += 2 * sum(word[0].islower() and bool(_KYRGYZ_LETTERS.search(word)) for word in words)
    best = max(scores, key=lambda language: scores[language])
    if scores[best]:
        return best
    latin = len(re.findall("[A-Za-z]", sample))
    return "en" if latin * 2 > sum(map(str.isalpha, sample)) else default


def kyrgyz_places(text: str) -> Callable[[int], bool]:
    """Whether a Kyrgyz paragraph covers an offset of the text.

    A line whose words do not tell, as a headline of names, has the language of the whole.
    """
    if not any(sign in text for sign in _KYRGYZ_SIGNS):
        return lambda offset: False
    whole = guess_language(text)
    starts, is_kyrgyz, start = [], [], 0
    for line in text.splitlines(keepends=True):
        starts.append(start)
        is_kyrgyz.append(guess_language(line, whole) == "ky")
        start += len(line)
    return lambda offset: is_kyrgyz[bisect_right(starts, offset) - 1]
