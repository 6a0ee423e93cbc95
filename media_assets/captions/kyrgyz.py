"""Who a Kyrgyz caption names, and the office as it is printed beside the name."""

import re
from collections.abc import Iterator

from media_assets.captions.records import Item
from people.names.words.nominative import CHILD_OF, nominative
from people.names.words.readings import is_family_name, is_given_name
from search.kyrgyz import stems

_OFFICES = """
президент президенти министр министри төрага төрагасы торага торагасы депутат депутаты мэр мэри аким акими элчи элчиси
губернатор губернатору башчы башчысы катчы катчысы премьер-министр премьер-министри өкүл өкүлү директор директору
жетекчи жетекчиси кеңешчи кеңешчиси жардамчы жардамчысы басары прокурор прокурору омбудсмен ректор ректору спикер
спикери лидер лидери мүчөсү командири начальниги секретарь секретары
"""
_OFFICE = frozenset(_OFFICES.split())
# They open a sentence with a capital, and are no name: «Солдо Асан Токтосунов», «Министрлер Асан Токтосунов …».
_OPENS = re.compile(r"(?:солдо|оңдо|ортодо|сүрөттө|бүгүн|кечээ|\w+л[аеоө]р)$", re.I)
_CAPITAL = r"[А-ЯЁӨҮҢ][\w-]+"
_NAME = re.compile(rf"{_CAPITAL}(?:\s+(?:{_CAPITAL}|уулу|кызы)){{1,4}}|(?:[А-ЯЁӨҮҢ]\.\s?){{1,2}}{_CAPITAL}")
_BREAK = re.compile(
    r"[,;:()—–\n]|(?<![А-ЯЁӨҮҢ])\.|\s-\s|\b(?:жана|менен|сүрөттө|солдо|оңдо|ортодо|анда)\b", re.IGNORECASE
)
_APPOSITION = re.compile(r"\s*[,(—–]\s*([^,;.()—–\n]+?)\s*(?=[,;.()\n]|$)")


def items(text: str) -> Iterator[Item]:
    """«Кыргызстандын тышкы иштер министри | Асан Токтосунов», «Асан Токтосунов, | маданият министри»."""
    before = 0
    for first, last in _runs(text):
        words = _name_words(text[first:last].split(), text[last:])
        if not words:
            continue
        start = text.index(words[0], first)
        end = text.index(words[-1], start) + len(words[-1])
        names = nominative([*words[:-1], _without_ending(words[-1])])
        breaks = [each.end() for each in _BREAK.finditer(text, before, start)]
        begin, before = max(breaks, default=before), end
        if names:
            yield Item(names[0], start, end, *(_office(text, begin, start) or _office_behind(text, end)))


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words; «Асан Токтосунов | Бакыт Асанов атындагы мектепте» are two names."""
    for match in _NAME.finditer(text):
        words = list(re.finditer(r"\S+", match[0]))
        two = len(words) == 4 and all(is_given_name(words[place][0]) for place in (0, 2))
        if two and words[1][0] not in CHILD_OF and words[3][0] not in CHILD_OF:
            middle = match.start() + words[2].start()
            yield match.start(), middle - 1
            yield middle, match.end()
        else:
            yield match.span()


def _name_words(words: list[str], after: str) -> list[str]:
    """The words of a run that are a name: without the office before it and the country of the next one's office."""
    if words[0].lower() in _OFFICE or _OPENS.match(words[0]):
        words = words[1:]
    of_office = re.match(r"\s*([^\W\d_]+)", after)
    if of_office and of_office[1] in _OFFICE and re.search("[ыиуү]н$", words[-1]):  # «Жогорку Кеңештин төрагасы»
        words = words[:-1] if len(words) > 2 else []
    if len(words) < 2:
        return words if words and re.match(r"\w\.\w", words[0]) else []
    last = _without_ending(words[-1])
    return words if is_given_name(words[0]) or is_family_name(words[0]) or is_family_name(last) else []


def _without_ending(word: str) -> str:
    """«Токтосуновдун» -> Токтосунов, when that is a name and the word as printed is none."""
    if word in CHILD_OF or is_family_name(word) or is_given_name(word):
        return word
    return next((stem.text for stem in stems(word) if is_family_name(stem.text) or is_given_name(stem.text)), word)


def _office(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The office that ends right before the name; other words before it are none: «бүгүн Асан Токтосунов»."""
    words = list(re.finditer(r"\S+", text[start:end]))
    if words and _OPENS.match(words[0][0]):
        words = words[1:]
    if not words or words[-1][0].casefold() not in _OFFICE:
        return None
    return start + words[0].start(), start + words[-1].end()


def _office_behind(text: str, end: int) -> tuple[int, int]:
    """The office after the name; an empty stretch when there is none."""
    match = _APPOSITION.match(text, end)
    is_office = match is not None and match[1].strip() and match[1].split()[-1].casefold() in _OFFICE
    return match.span(1) if match and is_office else (end, end)
