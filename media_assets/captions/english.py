"""Who an English caption names, and the office as it is printed beside the name."""

import re
from collections.abc import Iterator

from media_assets.captions.records import Item
from people.names.records import NameParts

# «Foreign Minister», «mayor of Bishkek»: the words by which an English office is known.
_OFFICE = (
    "minister president ambassador secretary chairman chairwoman chairperson chair speaker mayor governor general "
    "director head deputy prime chief adviser advisor spokesman spokeswoman spokesperson envoy representative "
    "commissioner prosecutor ombudsman judge justice senator member lawmaker leader king queen chancellor premier "
    "colonel major rector akim toraga"
)
_ENGLISH_OFFICE = frozenset(_OFFICE.split())
# «Foreign Ministry», «White House» are nobody.
_BODY = (
    "ministry council parliament house building department agency committee party union court republic bank university "
    "office summit forum conference square street avenue airport park palace center centre hall city kingdom states "
    "lake river sea mountain valley region village island"
)
_ENGLISH_BODY = frozenset(_BODY.split())
_JOINS = frozenset({"of", "for", "to", "the", "on", "&"})
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z’'.-]*[A-Za-z]|[A-Z]\.|[^\s]")
_INITIAL = re.compile(r"[A-Z]\.")
_IN_PLACE = frozenset({"in", "at", "near", "from", "of", "outside"})


def items(text: str) -> Iterator[Item]:
    """«Foreign Minister | Asan Toktosunov», «Asan Toktosunov, | Minister of Culture»."""
    words = list(_ENGLISH.finditer(text))
    for last in range(1, len(words)):
        has_initial = last > 1 and _INITIAL.fullmatch(words[last - 1][0]) and words[last - 2][0][0].isupper()
        first = last - 2 if has_initial else last - 1
        if not _is_english_name(words, first, last):
            continue
        begin = _office_start(words, first)
        office = (words[begin].start(), words[first - 1].end()) if begin < first else _apposition(text, words, last)
        given = " ".join(word[0] for word in words[first:last])
        yield Item(NameParts(given=given, family=words[last][0]), words[first].start(), words[last].end(), *office)


def _is_english_name(words: list[re.Match[str]], first: int, last: int) -> bool:
    """Whether two capitalised words that end a run of them are a name rather than an office or a place."""
    name = [word[0] for word in words[first : last + 1]]
    if not all(word[0].isupper() and word.lower() not in _ENGLISH_OFFICE | _ENGLISH_BODY for word in name):
        return False
    if (
        any(word.isupper() and not _INITIAL.fullmatch(word) and len(word) > 1 for word in name)
        or not name[-1][-1].isalpha()
    ):
        return False
    after = words[last + 1][0] if last + 1 < len(words) else ""
    if after[:1].isupper() and after.lower() != "photo":
        return False
    before = words[first - 1][0] if first else ""
    return before.lower() not in _IN_PLACE and not re.fullmatch(r"photo", name[0], re.IGNORECASE)


def _office_start(words: list[re.Match[str]], first: int) -> int:
    """Where the office before a name begins: capitalised words and those of offices, without «the» or «and»."""
    begin = first
    while begin and _may_be_of_office(words[begin - 1][0]):
        begin -= 1
    if not any(word[0].lower() in _ENGLISH_OFFICE for word in words[begin:first]):
        return first
    while words[begin][0].lower() in _JOINS:
        begin += 1
    return begin


def _may_be_of_office(word: str) -> bool:
    return word[0].isupper() or word.lower() in _ENGLISH_OFFICE | _JOINS


def _apposition(text: str, words: list[re.Match[str]], last: int) -> tuple[int, int]:
    """The office between commas after a name; an empty stretch when none is there."""
    nothing = words[last].end(), words[last].end()
    if last + 2 >= len(words) or words[last + 1][0] not in {",", "("}:
        return nothing
    stop = last + 2
    while stop < len(words) and _may_be_of_office(words[stop][0]):
        stop += 1
    inside = words[last + 2 : stop]
    ends = stop == len(words) or not words[stop][0][0].isalpha() or words[stop][0] == "and"
    if not ends or not inside or inside[0][0].lower() not in _ENGLISH_OFFICE | {"foreign", "prime", "deputy", "first"}:
        return nothing
    return inside[0].start(), inside[-1].end()
