"""Lines around a story that are not the story: source, credit and caption lines, stray marks."""

import re

from .datelines import find_date_line

_LONGEST_LINE = 160
_LONGEST_CAPTION = 2_000

_SOURCE = re.compile(r"\s*(?:источник(?: новости| информации)?|булагы?|source)\s*:\s*(?P<rest>\S.*)", re.I | re.S)
_PHOTO = r"(?:фото(?:графии)?|снимка|изображения|иллюстрации)"
_CREDIT_LABEL = (
    rf"(?:(?:источник|автор|авторы)\s+{_PHOTO}\s*[:–—-]|фото\s*(?::|©|/)|сүрөттүн\s+(?:булагы|автору)\s*:|"
    r"сүрөт\s*:|(?:photo|image|picture)\s+(?:source|credit|courtesy)\s*:|photo\s*(?::|©)|photo by\b|©)"
)
_CREDIT = re.compile(rf"\s*\(?{_CREDIT_LABEL}\s*:?\s*©?\s*(?P<rest>\S.*)", re.I | re.S)
# «На фото: …» opens a caption and credits nobody.
_CREDIT_AT_END = re.compile(rf"[.\s(/|]\s*\(?(?<!\bна\s)(?P<label>{_CREDIT_LABEL})\s*(?P<rest>[^:]{{2,120}})$", re.I)
_CAPTION_LABEL = re.compile(r"\s*(?:подпись(?: к фото| под фото)?|caption|сүрөткө түшүндүрмө)\s*:\s*", re.I)
_ROW = r"(?:слева направо|солдон оңго|солдон оңду карай|from left to right|left to right|from left|l-r|l to r)"
_CAPTION = re.compile(
    rf"\s*(?:\(?\s*{_ROW}\b\)?|(?:на (?:фото|снимке|фотографии)|сүрөттө|(?:in the )?(?:photo|picture)|pictured)\s*"
    rf"(?::|[–—-]|\(?\s*{_ROW}|\((?=слева|справа|солдо|оңдо|left|right)))",
    re.I,
)
_ROW_INSIDE = re.compile(rf"\(\s*{_ROW}\s*\)", re.I)
_STRAY = re.compile(r"[\s\-–—_=*.·•~#|/\\]+")


def is_stray_mark(text: str) -> bool:
    """«---», «***» or a lone «.»: marks without a word."""
    return bool(_STRAY.fullmatch(text))


def source_of(text: str) -> str | None:
    """The agency of a line «Источник: Кабар.», without its label and dot."""
    return _rest(_SOURCE, text)


def credit_of(text: str) -> str | None:
    """Whom to credit, from a line «источник фото: пресс-служба.», without its label and dot."""
    return _rest(_CREDIT, text)


def opens_caption(text: str) -> bool:
    """Whether a paragraph opens as captions do: «(слева направо) …», «На фото: …», «Сүрөттө: …»."""
    if len(text) > _LONGEST_CAPTION:
        return False
    return bool(_CAPTION.match(text) or _CAPTION_LABEL.match(text) or _ROW_INSIDE.search(text[:200]))


def caption_start(text: str) -> int:
    """Where the words of a caption begin, after a label such as «Подпись:»."""
    label = _CAPTION_LABEL.match(text)
    return label.end() if label else 0


def credit_at_end(text: str) -> tuple[int, str] | None:
    """Where a credit at the end of a caption begins, and whom it credits: «На фото: … Фото: пресс-служба»."""
    tail = text[-200:]
    match = _CREDIT_AT_END.search(tail)
    return (len(text) - len(tail) + match.start("label"), _bare(match["rest"])) if match else None


def is_furniture(text: str) -> bool:
    """Whether a line is none of the story's: it begins and ends a paragraph of its own."""
    return bool(
        is_stray_mark(text) or find_date_line(text) or source_of(text) or credit_of(text) or opens_caption(text)
    )


def _rest(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.fullmatch(text) if len(text) <= _LONGEST_LINE else None
    return _bare(match["rest"]) if match else None


def _bare(words: str) -> str:
    """The name alone: no dot at its end (but «г.» and «…» stay whole), no bracket left open."""
    words = words.strip()
    if words.endswith(")") and "(" not in words:
        words = words[:-1]
    return words.removesuffix(".") if not words.endswith("..") else words
