"""EXIF: the few words of a camera read, and a minimal block written for programs that know nothing newer."""

import struct

from . import charsets, ifd
from .dates import Taken
from .fields import MOST_CHARACTERS, Metadata
from .ifd import Tag
from .texts import cut

_DESCRIPTION, _ORIENTATION, _CREATOR, _COPYRIGHT, _CAMERA_PART = 0x010E, 0x0112, 0x013B, 0x8298, 0x8769
_TAKEN, _TAKEN_OFFSET = 0x9003, 0x9011
_XP_TITLE, _XP_COMMENT, _XP_AUTHOR, _XP_KEYWORDS = 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E
_LONGEST = 2000  # bytes written, as a caption in IIM: the whole text is in XMP
_LONGEST_READ = MOST_CHARACTERS * 4


def read(block: bytes) -> Metadata:
    """What the camera or an old program says; Windows's own «XP» tags only where the standard ones are empty."""
    tags = ifd.first_directory(block)
    camera = _camera_part(block, tags)
    texts = charsets.decode([_bytes(tags, number) for number in (_DESCRIPTION, _CREATOR, _COPYRIGHT)])
    description, creator, copyright_notice = (text.strip() for text in texts)
    return Metadata(
        headline=_windows_text(tags, _XP_TITLE),
        description=description or _windows_text(tags, _XP_COMMENT),
        creator=(creator or _windows_text(tags, _XP_AUTHOR)).replace(";", ", "),
        copyright_notice=copyright_notice,
        keywords=tuple(_windows_text(tags, _XP_KEYWORDS).split(";")),
        taken_at=Taken.from_exif(
            _bytes(camera, _TAKEN).decode("latin-1"), _bytes(camera, _TAKEN_OFFSET).decode("latin-1")
        ),
    ).readable()


def orientation(block: bytes) -> int:
    """How a viewer turns the picture, 1 (not at all) to 8."""
    tag = ifd.first_directory(block).get(_ORIENTATION)
    value = tag.numbers[0] if tag and tag.numbers else 1
    return value if 1 <= value <= 8 else 1


def write(metadata: Metadata, turned: int) -> bytes:
    """A block of what has to be said to programs that read nothing else; nothing if there is nothing.

    Text is UTF-8, which EXIF's «ASCII» has become in practice.
    """
    tags = [Tag(_ORIENTATION, ifd.SHORT, struct.pack("<H", turned))] if turned != 1 else []
    for number, text in (
        (_DESCRIPTION, metadata.description),
        (_CREATOR, metadata.creator),
        (_COPYRIGHT, metadata.copyright_notice),
    ):
        if text:
            tags.append(Tag(number, ifd.ASCII, cut(text, _LONGEST).encode() + b"\0"))
    camera = _written_date(metadata.taken_at)
    if not tags and not camera:
        return b""
    head = b"II*\0" + struct.pack("<I", 8)
    if not camera:
        return head + ifd.written(tags, "<", 8)
    # The camera's directory follows ours, whose length does not depend on where that is.
    length = len(ifd.written([*tags, _pointer(0)], "<", 8))
    return head + ifd.written([*tags, _pointer(8 + length)], "<", 8) + ifd.written(camera, "<", 8 + length)


def _camera_part(block: bytes, tags: dict[int, Tag]) -> dict[int, Tag]:
    pointer = tags.get(_CAMERA_PART)
    if not pointer or not pointer.numbers:
        return {}
    return ifd.directory(block, pointer.order, pointer.numbers[0])


def _pointer(place: int) -> Tag:
    return Tag(_CAMERA_PART, ifd.LONG, struct.pack("<I", place))


def _bytes(tags: dict[int, Tag], number: int) -> bytes:
    tag = tags.get(number)
    return tag.value[:_LONGEST_READ].partition(b"\0")[0] if tag else b""


def _windows_text(tags: dict[int, Tag], number: int) -> str:
    tag = tags.get(number)
    return tag.value[:_LONGEST_READ].decode("utf-16-le", "ignore").partition("\0")[0].strip() if tag else ""


def _written_date(taken: Taken | None) -> list[Tag]:
    if taken is None or taken.time is None:  # EXIF knows no date without a time
        return []
    stamp = f"{taken.year:04}:{taken.month:02}:{taken.day:02} {taken.time:%H:%M:%S}"
    tags = [Tag(_TAKEN, ifd.ASCII, stamp.encode() + b"\0")]
    if taken.offset:
        tags.append(Tag(_TAKEN_OFFSET, ifd.ASCII, taken.offset.encode() + b"\0"))
    return tags
