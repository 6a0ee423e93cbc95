"""Everybody a caption names, by the grammar of its language."""

import re
from collections.abc import Iterator, Sequence

from media_assets.captions import english, kyrgyz
from media_assets.captions.couples import couples
from media_assets.captions.places import notes_of
from media_assets.captions.records import Item, Order, Shown
from media_assets.captions.shared import with_own_offices
from people.names.discover import Proposal, discover
from people.names.offices import Office, office_after, offices_before
from people.names.words.nominative import nominative
from people.names.words.phrases import country_at, is_acronym
from people.names.words.readings import is_family_name, is_given_name, is_ordinary
from search.language import guess_language

# A caption is short: one word of these tells that it is Kyrgyz.
_KYRGYZ_CAPTION = re.compile(
    r"\b(?:солдон|оңдон|солдо|оңдо|ортодо|сүрөттө|катарда|атындагы|министри|президенти|төрагасы|торагасы|элчиси|мэри"
    r"|башчысы|катчысы)\b",
    re.I,
)
_GIVEN_BEFORE = re.compile(r"(?<![\w-])([А-ЯЁӨҮҢ][\w-]+)\s\Z")


def named(text: str, order: Order) -> list[Shown]:
    """The persons the caption speaks of, in its order, with their offices; where they stand is not asked here."""
    # «АСАН ТОКТОСУНОВ, ФОТО АФП»: some agencies print all of a caption in capitals, and Russian is no English then.
    if re.search(r"[a-z]", text) and not re.search(r"[а-яё]", text):
        return with_own_offices(text, [_as_printed(text, item) for item in english.items(text)])
    if _KYRGYZ_CAPTION.search(text) or guess_language(text) == "ky":
        return with_own_offices(text, [_as_printed(text, item) for item in kyrgyz.items(text)])
    proposals = discover(text, is_list=True)
    taken = [mention for proposal in proposals for mention in proposal.mentions]
    pairs = [
        Shown(0, name, tuple(offices_before(text, start)), text[start:end], start, end)
        for name, start, end in couples(text)
        if not any(first < end and start < last for first, last in taken)
    ]
    taken += [(one.start, one.end) for one in pairs]
    found = [*(_shown(text, proposal) for proposal in proposals), *pairs, *_surnames(text, taken, order)]
    return with_own_offices(text, sorted(found, key=lambda one: one.start))


def _shown(text: str, proposal: Proposal) -> Shown:
    start, end = proposal.mentions[0]
    offices = tuple(offices_before(text, start)) or proposal.offices[:1]
    return Shown(0, proposal.name, offices, text[start:end], start, end)


def _as_printed(text: str, item: Item) -> Shown:
    """A person of a Kyrgyz or English caption, whose offices are worded as printed."""
    wording = text[item.office_start : item.office_end]
    office = Office(wording, wording, "", "", "other", "", False, False, item.office_start, item.office_end)
    return Shown(0, item.name, (office,) if wording else (), text[item.start : item.end], item.start, item.end)


def _surnames(text: str, taken: Sequence[tuple[int, int]], order: Order) -> Iterator[Shown]:
    """Persons a caption calls by the surname alone, after an office, in an ordered list or with a place."""
    for match in re.finditer(r"(?<![\w«-])[А-ЯЁӨҮҢ][\w-]+", text):
        word, (start, end) = match[0], match.span()
        if any(first < end and start < last for first, last in taken) or country_at([word], 0) or is_acronym(word):
            continue
        if not is_family_name(word) or is_given_name(word) or is_ordinary(word):
            continue
        given = _GIVEN_BEFORE.search(text[max(0, start - 40) : start])
        if given and is_given_name(
            given[1]
        ):  # «медаль Айгуль Токтосуновой (справа)»: no medal of that name has a place
            start -= len(given[0])
        after = office_after(text, end)
        offices = tuple(offices_before(text, start)) or ((after,) if after else ())
        is_placed = order in {"left_to_right", "right_to_left"} or any(notes_of(text, [(start, end)]))
        names = nominative(text[start:end].split()) if offices or is_placed else []
        if names:
            yield Shown(0, names[0], offices, text[start:end], start, end)
