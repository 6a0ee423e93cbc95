"""What reading a wire gives: a filled draft, and every guess, removal and repair beside it."""

from dataclasses import dataclass
from datetime import datetime

from . import messages


class WireError(ValueError):
    """The text cannot be read; ``message`` says why and what to do, in one sentence.

    ``line`` is the line of the source at fault, counted from 1; 0 when no line is.
    """

    def __init__(self, code: str, line: int = 0) -> None:
        self.code = code
        self.line = line
        self.message = messages.ERRORS[code].format(line=line)
        super().__init__(self.message)


@dataclass(frozen=True)
class Guess:
    """A field filled, or left empty, from the words ``value`` of the source."""

    field: str
    value: str
    code: str

    @property
    def why(self) -> str:
        return messages.GUESSES[self.code]


@dataclass(frozen=True)
class Removed:
    """Words of the source that are in no field."""

    text: str
    code: str

    @property
    def why(self) -> str:
        return messages.REMOVED[self.code]


@dataclass(frozen=True)
class Repair:
    """A word to replace if the editor agrees."""

    before: str
    after: str
    code: str

    @property
    def why(self) -> str:
        return messages.REPAIRS[self.code]


@dataclass(frozen=True)
class WireCaption:
    """The words under a picture and whom to credit; either may be empty."""

    text: str
    html: str
    credit: str


@dataclass(frozen=True)
class WireQuote:
    """What was said, without quotation marks, and the words that say by whom."""

    words: str
    attribution: str


@dataclass(frozen=True)
class WirePicture:
    filename: str
    content_type: str
    data: bytes


@dataclass(frozen=True)
class Wire:
    """One text of a paste, as the draft it would fill.

    ``published`` is wall time as printed: the newsroom adds its zone. ``body_html`` is sanitised; a quote
    stands in it whole, with its attribution, as a blockquote.
    """

    headline: str
    lede: str
    published: datetime | None
    published_precision: str  # "minute", "day" or "" when no date was found
    dateline: str
    source: str
    language: str
    captions: tuple[WireCaption, ...]
    body_html: str
    quotes: tuple[WireQuote, ...]
    pictures: tuple[WirePicture, ...]
    tags: tuple[str, ...]
    guesses: tuple[Guess, ...]
    removed: tuple[Removed, ...]
    repairs: tuple[Repair, ...]
