"""A caption's words and the persons it shows, both ways: who stands where, and with which office."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from media_assets.credits import parse_credit
from people.names.discover import Proposal, discover
from people.names.nominative import nominative
from people.names.offices import Office, office_after, office_before
from people.names.phrases import country_at, is_acronym
from people.names.readings import is_family_name, is_given_name, is_ordinary
from people.names.records import NameParts

Order = Literal["left_to_right", "right_to_left", "clockwise", "noted", "none"]

_ORDERS: tuple[tuple[re.Pattern[str], Order], ...] = (
    (
        re.compile(
            r"слева\W{1,3}направо|солдон\s+оңго|\bl\s?[-–—]\s?r\b|\bl to r\b|left to right|from (?:the )?left", re.I
        ),
        "left_to_right",
    ),
    (
        re.compile(r"справа\W{1,3}налево|оңдон\s+солго|\br\s?[-–—]\s?l\b|right to left|from (?:the )?right", re.I),
        "right_to_left",
    ),
    (re.compile(r"по часовой стрелке|clockwise", re.I), "clockwise"),
)
_RANK = r"(?:крайн|перв|втор|трет|четв[её]рт|пят|шест|седьм)\w*\s+"
_NOTE = (
    rf"(?:{_RANK})?(?:слева(?!\W{{1,3}}направо)|справа(?!\W{{1,3}}налево))|в центре|посередине"
    r"|на (?:переднем|заднем|первом|втором) плане|солдо(?!н)|оңдо(?!н)|ортодо"
    r"|(?:(?:second|third|fourth|fifth|far) from (?:the )?|far )?(?:left|right)|cent(?:er|re)"
)
_NOTE_AFTER = re.compile(rf"^\s*(?:\(\s*|,?\s+)({_NOTE})(?![\w-])(?!\s*[—–:-])", re.I)
_NOTE_BEFORE = re.compile(rf"({_NOTE})\s*[—–:-]?\s*$", re.I)
_ORDINALS = {"перв": 1, "крайн": 1, "far": 1, "втор": 2, "second": 2, "трет": 3, "third": 3, "четв": 4, "fourth": 4}
_ORDINALS |= {"пят": 5, "fifth": 5, "шест": 6, "седьм": 7}
# Named by a caption and not in the picture: the absent, the dead, whoever is only depicted or took the picture.
_NOT_SHOWN = re.compile(
    r"\b(?:без|кроме|вместо|памяти|в\s+память\s+об?|имени|(?:портрет|памятник|бюст|могил|плакат|фотографи)\w*"
    r"|автор\s+фото|(?<!на\s)фото|фотограф|снимок|without|photo\s+by|in\s+memory\s+of)\s*:?\s*$",
    re.I,
)
_CREDIT_SENTENCE = re.compile(
    r"(?:(?<=[.!?)»])\s+|\n\s*|\(\s*)((?:©|источник\s*:|(?:источник\s+фото|фото|автор\s+фото|сүрөттүн\s+булагы"
    r"|сүрөт|photo)\b)[^\n]*)$",
    re.I,
)


# «Foreign Minister Asan Toktosunov»: an item of an English list ends in a name of two words.
_LATIN_ITEM = re.compile(
    r"(?:^|(?<=[,;:)])|\band\b)\s*(?P<office>(?:[A-Za-z.’'-]+\s+)*?)"
    r"(?P<name>[A-Z][a-z’'-]+\s+[A-Z][A-Za-z’'-]+)\s*(?=[,;.(]|\band\b|$)"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A person in the picture: the place from the left (0 when the caption does not say), name and office.

    ``surface`` is what was printed between ``start`` and ``end``, ``place_note`` the words that said where.
    """

    position: int
    name: NameParts
    office: Office | None
    surface: str
    start: int
    end: int
    place_note: str = ""


@dataclass(frozen=True, slots=True)
class ParsedCaption:
    """The persons shown, from the left where the caption says so, else as named; and whose picture it is."""

    order: Order
    people: tuple[Shown, ...]
    credit: str


def parse_caption(text: str) -> ParsedCaption:
    """Who is in the picture, in which order, and the credit, as far as the caption says.

    The absent («без …»), the dead («в память о …») and the photographer are not shown.
    """
    words, credit = _split_credit(text)
    order: Order = next((order for pattern, order in _ORDERS if pattern.search(words)), "none")
    proposals = discover(words, is_list=True)
    shown = [_shown(words, proposal) for proposal in proposals]
    shown += _surnames(words, proposals, order)
    if not re.search(r"[а-яё]", words):
        shown = [_shown_in_latin(words, match) for match in _LATIN_ITEM.finditer(words)]
    people = [one for one in sorted(shown, key=lambda one: one.start) if not _is_absent(words, one)]
    if order == "none" and any(one.place_note for one in people):
        return ParsedCaption("noted", _placed_by_notes(people), credit)
    if order == "none":
        return ParsedCaption(order, tuple(people), credit)
    if order == "right_to_left":
        people.reverse()
    return ParsedCaption(order, tuple(replace(one, position=n) for n, one in enumerate(people, 1)), credit)


def compose_caption(people: Sequence[Shown]) -> str:
    """The caption for these persons from left to right: «(слева направо) Министр … Асан Токтосунов, …»."""
    items = [" ".join(filter(None, (one.office.wording if one.office else "", one.name.full))) for one in people]
    if not items:
        return ""
    items[0] = items[0][:1].upper() + items[0][1:]
    if len(items) == 1:
        return f"{items[0]}."
    last = f" и {items[-1]}" if len(items) == 2 else f", а также {items[-1]}"
    return f"(слева направо) {', '.join(items[:-1])}{last}."


def _split_credit(text: str) -> tuple[str, str]:
    """The caption's own words, at their offsets, and the credit that follows them."""
    whole = parse_credit(text)
    if whole:
        return "", whole
    match = _CREDIT_SENTENCE.search(text)
    credit = parse_credit(match[1]) if match else ""
    return (text[: match.start()], credit) if match and credit else (text, "")


def _shown(text: str, proposal: Proposal) -> Shown:
    start, end = proposal.mentions[0]
    office = office_before(text, start) or next(iter(proposal.offices), None)
    return Shown(0, proposal.name, office, text[start:end], start, end, _note(text, start, end, office))


def _shown_in_latin(text: str, match: re.Match[str]) -> Shown:
    """A name of an English caption with the office before it, as printed; English has no cases to undo."""
    (start, end), words = match.span("name"), match["name"].split()
    wording = re.sub(r"^(?:and|the|by)\s+", "", match["office"].strip(" :"), flags=re.I)
    office = None
    if wording and wording[0].isalpha():
        begin = text.index(wording, match.start())
        office = Office(wording, wording, "", "", "other", "", False, False, begin, begin + len(wording))
    name = NameParts(given=" ".join(words[:-1]), family=words[-1])
    return Shown(0, name, office, match["name"], start, end, _note(text, start, end, office))


def _surnames(text: str, proposals: Sequence[Proposal], order: Order) -> list[Shown]:
    """Persons a caption calls by the surname alone, after an office or in an ordered list."""
    taken = [mention for proposal in proposals for mention in proposal.mentions]
    found: list[Shown] = []
    for match in re.finditer(r"(?<![\w«-])[А-ЯЁӨҮҢ][\w-]+", text):
        word, (start, end) = match[0], match.span()
        if any(first < end and start < last for first, last in taken) or country_at([word], 0) or is_acronym(word):
            continue
        if not is_family_name(word) or is_given_name(word) or is_ordinary(word):
            continue
        office = office_before(text, start) or office_after(text, end)
        names = nominative([word]) if office or order == "left_to_right" else []
        if names:
            found.append(Shown(0, names[0], office, word, start, end, _note(text, start, end, office)))
    return found


def _note(text: str, start: int, end: int, office: Office | None) -> str:
    """The words that say where this person stands: «справа», «второй слева»."""
    after = _NOTE_AFTER.match(text[end : end + 40])
    if after:
        return after[1]
    begin = min(start, office.start) if office and office.start < start else start
    before = _NOTE_BEFORE.search(text[max(0, begin - 40) : begin])
    return before[1] if before else ""


def _is_absent(text: str, one: Shown) -> bool:
    begin = min(one.start, one.office.start) if one.office else one.start
    return bool(_NOT_SHOWN.search(text[max(0, begin - 30) : begin]))


def _placed_by_notes(people: Sequence[Shown]) -> tuple[Shown, ...]:
    """Positions from «слева», «второй справа», «в центре»; whoever is left takes the one place left."""
    count = len(people)
    positions = [_position(one.place_note, count) for one in people]
    free = [place for place in range(1, count + 1) if place not in positions]
    if positions.count(0) == 1 and len(free) == 1:
        positions[positions.index(0)] = free[0]
    known = [place for place in positions if place]
    if len(set(known)) < len(known):
        return tuple(people)
    placed = [replace(one, position=place) for one, place in zip(people, positions, strict=True)]
    return tuple(sorted(placed, key=lambda one: one.position or count + 1))


def _position(note: str, count: int) -> int:
    words = note.casefold()
    ordinal = next((number for stem, number in _ORDINALS.items() if words.startswith(stem)), 1)
    if re.search(r"слева|солдо|left", words):
        return ordinal if ordinal <= count else 0
    if re.search(r"справа|оңдо|right", words):
        return max(count + 1 - ordinal, 0)
    if re.search(r"центр|посередине|ортодо|cent", words) and count % 2:
        return (count + 1) // 2
    return 0
