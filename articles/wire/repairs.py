"""Words typed with the wrong letters, as suggestions: «Пpезидент» with a Latin p, «Єзгєрїї» for «Өзгөрүү»."""

import re
from collections.abc import Callable, Collection
from dataclasses import replace

from .records import Repair, Wire, WireCaption, WireQuote

_LATIN = "aceopxykABCEHKMOPTXY"
_CYRILLIC = "асеорхукАВСЕНКМОРТХУ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
# Fonts before Unicode drew ө and ү in the places of Ukrainian є and ї; fita and n with a tail look like ө and ң.
_KYRGYZ_FONT = str.maketrans("єЄїЇѳѲӊӉ", "өӨүҮөӨңҢ")
_UKRAINIAN_PLACES = re.compile("[єї]", re.I)
_LOOK_ALIKES = re.compile("[ѳӊ]", re.I)
_UKRAINIAN = re.compile("[іґ]", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_HAS_LATIN = re.compile("[A-Za-z]")
_HAS_CYRILLIC = re.compile("[\u0400-\u04ff]")
# «SMSка», «TOPовый»: a Latin abbreviation with a Russian ending is as meant.
_ABBREVIATION_WITH_ENDING = re.compile("[A-Z]{2,}[а-яё]+")
_TEXT_OR_TAG = re.compile(r"<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>|[^<]+")


def find_repairs(text: str) -> tuple[Repair, ...]:
    """Each word to repair once, in reading order."""
    candidates = dict.fromkeys(_WORD.findall(text))
    # «Київ» once in a Russian story is Ukrainian; і and ґ are in no old Kyrgyz font.
    places = sum(len(_UKRAINIAN_PLACES.findall(word)) for word in candidates)
    is_kyrgyz_font = places > 1 and not _UKRAINIAN.search(text)
    is_cyrillic = len(_HAS_CYRILLIC.findall(text)) >= len(_HAS_LATIN.findall(text))
    found = (_repair(word, is_kyrgyz_font, is_cyrillic) for word in candidates)
    return tuple(repair for repair in found if repair)


def mended(text: str, repairs: Collection[Repair]) -> str:
    """The plain text with these words replaced."""
    table = {repair.before: repair.after for repair in repairs}
    return _WORD.sub(lambda match: table.get(match[0], match[0]), text)


def mended_html(html: str, repairs: Collection[Repair]) -> str:
    """The HTML with these words replaced between its tags."""
    return _in_text(html, lambda text: mended(text, repairs))


def apply_repairs(wire: Wire, repairs: tuple[Repair, ...]) -> Wire:
    """The wire with the accepted repairs made in every field an editor sees; only the others remain offered."""

    def mend(text: str) -> str:
        return mended(text, repairs)

    return replace(
        wire,
        headline=mend(wire.headline),
        lede=mend(wire.lede),
        dateline=mend(wire.dateline),
        source=mend(wire.source),
        body_html=_in_text(wire.body_html, mend),
        captions=tuple(
            WireCaption(mend(caption.text), _in_text(caption.html, mend), mend(caption.credit))
            for caption in wire.captions
        ),
        quotes=tuple(WireQuote(mend(quote.words), mend(quote.attribution)) for quote in wire.quotes),
        tags=tuple(map(mend, wire.tags)),
        repairs=tuple(repair for repair in wire.repairs if repair not in repairs),
    )


def _in_text(html: str, mend: Callable[[str], str]) -> str:
    """The HTML mended outside its tags: an address keeps its letters."""
    return _TEXT_OR_TAG.sub(lambda match: match[0] if match[0].startswith("<") else mend(match[0]), html)


def _repair(word: str, is_kyrgyz_font: bool, is_cyrillic: bool) -> Repair | None:
    if _LOOK_ALIKES.search(word) or (is_kyrgyz_font and _UKRAINIAN_PLACES.search(word)):
        return Repair(word, word.translate(_KYRGYZ_FONT), "kyrgyz_font")
    if _ABBREVIATION_WITH_ENDING.fullmatch(word):
        return None
    if not _HAS_LATIN.search(word) or not _HAS_CYRILLIC.search(word):
        return None
    as_cyrillic, as_latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    can_be_cyrillic, can_be_latin = not _HAS_LATIN.search(as_cyrillic), not _HAS_CYRILLIC.search(as_latin)
    if can_be_cyrillic and (is_cyrillic or not can_be_latin):
        return Repair(word, as_cyrillic, "latin_letters")
    return Repair(word, as_latin, "cyrillic_letters") if can_be_latin else None
