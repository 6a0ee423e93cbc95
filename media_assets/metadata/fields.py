"""The words that travel in a picture file, under the names of the IPTC Photo Metadata Standard."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from .dates import Taken
from .texts import one_line, tidy

# A file may hold anything; an editor's screen may not.
MOST_CHARACTERS = 20_000
MOST_ITEMS = 200

# What cameras and programs write before anybody has written anything.
_PLACEHOLDERS = {
    "olympus digital camera", "samsung camera pictures", "samsung digital camera", "konica minolta digital camera",
    "minolta digital camera", "kodak digital still camera", "sony dsc", "digital camera", "exif_jpeg_picture",
    "default", "untitled", "picture", "dav", "hdr", "<untitled>",
}  # fmt: skip


class CannotEmbed(ValueError):
    """This file cannot carry metadata as it is: its format, or what is broken in it."""


@dataclass(frozen=True)
class Metadata:
    """All that the desk reads from a picture file and writes into its copies. Everything may be empty."""

    headline: str = ""
    description: str = ""
    alt_text: str = ""
    creator: str = ""
    credit_line: str = ""
    source: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""
    taken_at: Taken | None = None
    city: str = ""
    country: str = ""
    event: str = ""
    keywords: tuple[str, ...] = ()
    persons_shown: tuple[str, ...] = ()
    rights_from: Taken | None = None
    rights_until: Taken | None = None
    description_writer: str = ""

    def tidied(self) -> "Metadata":
        """The same without control characters, stray spaces and empty items. Lines stay where prose may have them."""
        values = {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}
        for name, value in values.items():
            if isinstance(value, tuple):
                values[name] = tuple(filter(None, map(one_line, value)))
            elif isinstance(value, str):
                values[name] = tidy(value) if name in {"description", "alt_text", "usage_terms"} else one_line(value)
        return Metadata(**values)

    def readable(self) -> "Metadata":
        """The same as an editor should see it: bounded, and without what a camera wrote in place of a caption."""
        values: dict[str, object] = {}
        for name, value in vars(self.tidied()).items():
            if isinstance(value, tuple):
                values[name] = tuple(item[:MOST_CHARACTERS].strip() for item in dict.fromkeys(value))[:MOST_ITEMS]
            elif isinstance(value, str):
                values[name] = value[:MOST_CHARACTERS].strip()
                if name in {"description", "headline"} and value.casefold() in _PLACEHOLDERS:
                    values[name] = ""
            else:
                values[name] = value
        return Metadata(**values)  # type: ignore[arg-type]

    def creators(self) -> list[str]:
        """Each creator apart, when all of them are full names: «John Smith, Reuters» and «Smith, John» stay whole."""
        parts = self.creator.split(", ")
        return parts if all(" " in part for part in parts) else [self.creator]


def first_of(sources: Iterable[Metadata]) -> Metadata:
    """Field by field what the first of the sources says; a date as exactly as any that agrees with it says it."""
    merged: dict[str, object] = {}
    for source in sources:
        for name, value in vars(source).items():
            known = merged.get(name)
            # Desks write «2025-06-30» into XMP while the camera's own «15:45:10+06:00» waits in EXIF.
            agrees = isinstance(known, Taken) and isinstance(value, Taken) and value.iso.startswith(known.iso)
            if not known or agrees:
                merged[name] = value
    return Metadata(**merged)  # type: ignore[arg-type]
