"""A caption's words and the persons it shows, both ways: who stands where, and with which office."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from media_assets.caption_items import Item, english_items, kyrgyz_items
from media_assets.caption_places import Order, order_of, place_note, places_of
from media_assets.credits import parse_credit
from people.names.discover import Proposal, discover
from people.names.offices import Office, office_after, offices_before
from people.names.records import NameParts
from people.names.words.nominative import nominative
from people.names.words.phrases import country_at, is_acronym
from people.names.words.readings import is_family_name, is_given_name, is_ordinary
from search.language import guess_language

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
# A caption is short: one word of these tells that it is Kyrgyz.
_KYRGYZ_CAPTION = re.compile(
    r"\b(?:солдон|оңдон|солдо|оңдо|сүрөттө|министри|президенти|төрагасы|торагасы|элчиси|мэри|башчысы|катчысы)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A person in the picture: the place from the left (0 when the caption does not say), name and offices.

    ``surface`` is what was printed between ``start`` and ``end``, ``place_note`` the words that said where.
    """

    position: int
    name: NameParts
    offices: tuple[Office, ...]
    surface: str
    start: int
    end: int
    place_note: str = ""

    @property
    def office(self) -> Office | None:
        """The first office printed with the name."""
        return self.offices[0] if self.offices else None

    @property
    def post(self) -> str:
        """The offices as worded, in the nominative; two are joined as print joins them."""
        return " — ".join(office.wording for office in self.offices)


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
    order = order_of(words)
    people = [one for one in sorted(_named(words, order), key=lambda one: one.start) if not _is_absent(words, one)]
    if order == "none" and any(one.place_note for one in people):
        places = places_of([one.place_note for one in people])
        placed = [replace(one, position=place) for one, place in zip(people, places, strict=True)]
        placed.sort(key=lambda one: one.position or len(people) + 1)
        return ParsedCaption("noted", tuple(placed), credit)
    if order == "none":
        return ParsedCaption(order, tuple(people), credit)
    if order == "right_to_left":
        people.reverse()
    return ParsedCaption(order, tuple(replace(one, position=n) for n, one in enumerate(people, 1)), credit)


def compose_caption(people: Sequence[Shown]) -> str:
    """The caption for these persons from left to right: «(слева направо) Министр … Асан Токтосунов, …»."""
    items = [" ".join(filter(None, (one.post, one.name.full))) for one in people]
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


def _named(text: str, order: Order) -> list[Shown]:
    """Everybody the caption names, by the grammar of its language."""
    if not re.search(r"[а-яё]", text):
        return [_shown_as_printed(text, item) for item in english_items(text)]
    if _KYRGYZ_CAPTION.search(text) or guess_language(text) == "ky":
        return [_shown_as_printed(text, item) for item in kyrgyz_items(text)]
    proposals = discover(text, is_list=True)
    return [*(_shown(text, proposal) for proposal in proposals), *_surnames(text, proposals, order)]


def _shown(text: str, proposal: Proposal) -> Shown:
    start, end = proposal.mentions[0]
    offices = tuple(offices_before(text, start)) or proposal.offices[:1]
    return Shown(0, proposal.name, offices, text[start:end], start, end, _note(text, start, end, offices))


def _shown_as_printed(text: str, item: Item) -> Shown:
    """A person of a Kyrgyz or English caption, whose offices are worded as printed."""
    wording = text[item.office_start : item.office_end]
    office = Office(wording, wording, "", "", "other", "", False, False, item.office_start, item.office_end)
    offices = (office,) if wording else ()
    note = _note(text, item.start, item.end, offices)
    return Shown(0, item.name, offices, text[item.start : item.end], item.start, item.end, note)


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
        after = office_after(text, end)
        offices = tuple(offices_before(text, start)) or ((after,) if after else ())
        names = nominative([word]) if offices or order == "left_to_right" else []
        if names:
            found.append(Shown(0, names[0], offices, word, start, end, _note(text, start, end, offices)))
    return found


def _note(text: str, start: int, end: int, offices: Sequence[Office]) -> str:
    """The words that say where this person stands, before the office or after the name."""
    return place_note(text, min([start, *(office.start for office in offices)]), end)


def _is_absent(text: str, one: Shown) -> bool:
    begin = min([one.start, *(office.start for office in one.offices)])
    return bool(_NOT_SHOWN.search(text[max(0, begin - 30) : begin]))
