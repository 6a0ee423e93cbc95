"""Places in a row of whom a caption does not name: «Асан Токтосунов, неизвестный, Бакыт Асанов» are three."""

import re
from collections.abc import Sequence
from itertools import pairwise

from media_assets.captions.places import order_words
from media_assets.captions.records import Shown
from media_assets.captions.rows import row_words
from people.names.words.phrases import noun_parses

_SEPARATOR = re.compile(r"[,;]|\n|(?<!\w)(?:и|а\s+также|жана|ошондой\s+эле|and)(?!\w)", re.I)
_EXPLAINED = re.compile(r"(?<![,;]\s)\([^)]*\)?")  # of the name before it
_ENDS = re.compile(r"[.!?](?:\s|$)|\s(?:на|в|во|перед|у|during|in|at|on)\s", re.I)
_NOBODY_KNOWS = re.compile(
    r"н/у|н/д|неизвестн|неустановленн|неопознанн|переводчи|охранни|телохранител|сотрудни|помощни|мужчина|женщина|девушка"
    r"|реб[её]нок|мальчик|девочка|белгисиз|котормочу|жардамчы|кызматкер|аял|эркек"
    r"|unidentified|unknown|interpreter|translator|bodyguard|guard|aide|assistant|man\b|woman\b",
    re.I,
)
_HOW_MANY = {"двое": 2, "два": 2, "две": 2, "two": 2, "эки": 2, "трое": 3, "три": 3, "three": 3, "үч": 3}
_HOW_MANY |= {"четверо": 4, "четыре": 4, "four": 4, "төрт": 4}


def places_before(text: str, people: Sequence[Shown], start: int, end: int) -> list[int]:
    """For each person of a row, in the order printed, and for its end: how many unnamed stand right before.

    ``start`` and ``end`` are where the caption speaks of the row.
    """
    if not people:
        return [0]
    marks = [last for _, last in [*order_words(text), *row_words(text)] if last <= people[0].extent[0]]
    begin = max([start, *marks, text.rfind(":", 0, people[0].extent[0]) + 1])
    first = _count(_without_last(text[begin : people[0].extent[0]]), None)
    between = [_count(_without_last(text[one.extent[1] : other.extent[0]]), one) for one, other in pairwise(people)]
    rest = text[people[-1].extent[1] : end]
    stop = _ENDS.search(rest)
    counts = [first, *between, _count(rest[: stop.start()] if stop else rest, people[-1])]
    # everybody is explained so: «Асан Токтосунов, певец, Бакыт Асанов, переводчик» are two
    is_apposition = not first and all(counts[1:]) and not any(one.offices for one in people)
    return [0] * len(counts) if is_apposition else counts


def _without_last(gap: str) -> str:
    """«…, певица | Айгуль Токтосунова»: the words right before a name speak of that person."""
    ends = [match.end() for match in _SEPARATOR.finditer(gap)]
    return gap[: ends[-1]] if ends else ""


def _count(gap: str, before: Shown | None) -> int:
    """How many persons the words between two names are."""
    marks = sum(piece.strip() in {"?", "…"} for piece in _SEPARATOR.split(gap))
    pieces = [re.sub(r"^[\W\d]+|[\W\d]+$", "", piece) for piece in _SEPARATOR.split(_EXPLAINED.sub("", gap))]
    return marks + sum(_persons(piece, before) for piece in pieces if piece)


def _persons(piece: str, before: Shown | None) -> int:
    """A known kind of unnamed; any other person in the nominative unless it explains the name before."""
    words = piece.split()
    number = _HOW_MANY.get(words[0].casefold(), 1)
    if _NOBODY_KNOWS.search(piece):
        return number
    is_explained = before is not None and not before.offices
    return number if piece[0].islower() and not is_explained and _is_person(words) else 0


def _is_person(words: Sequence[str]) -> bool:
    """«представитель посольства»: the first noun is a living being in the nominative, and one."""
    for word in words:
        found = noun_parses(word)
        if not found:
            return False
        if found[0].tag.POS == "NOUN":
            return any("anim" in one.tag and one.tag.case == "nomn" and one.tag.number == "sing" for one in found)
    return False
