"""What a caption says of a picture: plain values."""

from dataclasses import dataclass
from typing import Literal

from people.names.offices import Office
from people.names.records import NameParts

Order = Literal["left_to_right", "right_to_left", "clockwise", "noted", "none"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A person in the picture: row, place from the left in it (0 when the caption does not say), name and offices.

    Row 1 is the front. ``surface`` is what was printed between ``start`` and ``end``, ``place_note`` the words that
    said where this person stands.
    """

    position: int
    name: NameParts
    offices: tuple[Office, ...]
    surface: str
    start: int
    end: int
    place_note: str = ""
    row: int = 1

    @property
    def office(self) -> Office | None:
        """The first office printed with the name."""
        return self.offices[0] if self.offices else None

    @property
    def post(self) -> str:
        """The offices as worded, in the nominative; two are joined as print joins them."""
        return " — ".join(office.wording for office in self.offices)

    @property
    def extent(self) -> tuple[int, int]:
        """Where the name and its offices stand in the text, as one stretch."""
        offices = self.offices
        return min([self.start, *(one.start for one in offices)]), max([self.end, *(one.end for one in offices)])


@dataclass(frozen=True, slots=True)
class ParsedCaption:
    """The persons shown, by rows and from the left where the caption says so, else as named; and the credit."""

    order: Order
    people: tuple[Shown, ...]
    credit: str


@dataclass(frozen=True, slots=True)
class Item:
    """A person with the place of the name, and of the office beside it (an empty stretch when there is none)."""

    name: NameParts
    start: int
    end: int
    office_start: int
    office_end: int
