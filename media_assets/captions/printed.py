"""Who a Kyrgyz or an English caption names: there the office is printed as it is called, so words are kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from people.names.kyrgyz.endings import stems
from people.names.records import NameParts
from people.names.words.nominative import CHILD_OF, nominative
from people.names.words.readings import is_family_name, is_given_name

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
    "office summit forum conference square street avenue airport park palace center centre hall city kingdom states"
)
_ENGLISH_BODY = frozenset(_BODY.split())
_JOINS = frozenset({"of", "for", "to", "the", "on", "&"})
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z’'.-]*[A-Za-z]|[A-Z]\.|[^\s]")
_IN_PLACE = frozenset({"in", "at", "near", "from", "of", "outside"})

_KYRGYZ_OFFICES = (
    "президент президенти министр министри төрага төрагасы торага торагасы депутат депутаты мэр мэри аким акими элчи "
    "элчиси губернатор губернатору башчы башчысы катчы катчысы премьер-министр премьер-министри өкүл өкүлү"
)
_KYRGYZ_OFFICE = frozenset(_KYRGYZ_OFFICES.split())
_KYRGYZ_NAME = re.compile(r"[А-ЯЁӨҮҢ][\w-]+(?:\s+(?:[А-ЯЁӨҮҢ][\w-]+|уулу|кызы)){1,4}")
_KYRGYZ_BREAK = re.compile(r"[,;:.()—–\n]|\s-\s|\b(?:жана|менен|сүрөттө|солдо|оңдо|ортодо|анда)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """A person with the place of the name, and of the office beside it (an empty stretch when there is none)."""

    name: NameParts
    start: int
    end: int
    office_start: int
    office_end: int


def kyrgyz_items(text: str) -> Iterator[Item]:
    """«Кыргызстандын тышкы иштер министри | Асан Токтосунов»: the words between a comma and the name."""
    before = 0
    for first, last in _kyrgyz_runs(text):
        words = _kyrgyz_name(text[first:last].split(), text[last:])
        if not words:
            continue
        start = text.index(words[0], first)
        end = text.index(words[-1], start) + len(words[-1])
        names = nominative([*words[:-1], _without_ending(words[-1])])
        breaks = [each.end() for each in _KYRGYZ_BREAK.finditer(text, before, start)]
        begin, before = max(breaks, default=before), end
        if names:
            yield Item(names[0], start, end, *_trimmed(text, begin, start))


def _kyrgyz_runs(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words; «Асан Токтосунов | Бакыт Асанов атындагы мектепте» are two names."""
    for match in _KYRGYZ_NAME.finditer(text):
        words = list(re.finditer(r"\S+", match[0]))
        two = len(words) == 4 and all(is_given_name(words[place][0]) for place in (0, 2))
        if two and words[1][0] not in CHILD_OF and words[3][0] not in CHILD_OF:
            middle = match.start() + words[2].start()
            yield match.start(), middle - 1
            yield middle, match.end()
        else:
            yield match.span()


def _kyrgyz_name(words: list[str], after: str) -> list[str]:
    """The words of a run that are a name: without the office before it and the country of the next one's office."""
    if words[0].lower() in _KYRGYZ_OFFICE:
        words = words[1:]
    of_office = re.match(r"\s*([^\W\d_]+)", after)
    if of_office and of_office[1] in _KYRGYZ_OFFICE and re.search("[ыиуү]н$", words[-1]):  # «Жогорку Кеңештин төрагасы»
        words = words[:-1] if len(words) > 2 else []
    if len(words) < 2:
        return []
    last = _without_ending(words[-1])
    return words if is_given_name(words[0]) or is_family_name(words[0]) or is_family_name(last) else []


def _without_ending(word: str) -> str:
    """«Токтосуновдун» -> Токтосунов, when that is a name and the word as printed is none."""
    if word in CHILD_OF or is_family_name(word) or is_given_name(word):
        return word
    return next((stem.text for stem in stems(word) if is_family_name(stem.text) or is_given_name(stem.text)), word)


def english_items(text: str) -> Iterator[Item]:
    """«Foreign Minister | Asan Toktosunov», «Asan Toktosunov, | Minister of Culture»."""
    words = list(_ENGLISH.finditer(text))
    for last in range(1, len(words)):
        first = last - 2 if last > 1 and re.fullmatch(r"[A-Z]\.", words[last - 1][0]) else last - 1
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
    if any(len(word) > 1 and word.isupper() for word in name) or not name[-1][-1].isalpha():
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


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the spaces around it."""
    inside = text[start:end]
    lead = len(inside) - len(inside.lstrip())
    return (start + lead, start + len(inside.rstrip())) if inside.strip() else (end, end)
