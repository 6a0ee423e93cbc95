"""The files pictures come in: each module finds the blocks of metadata in one of them, and puts new ones in.

A container knows where a block lies and nothing of what it says. What is not picture, colour or ours is left out.
"""

from typing import Protocol

from ..fields import CannotEmbed
from . import isobmff, jpeg, png, tiff, webp
from .blocks import Blocks


class Container(Protocol):
    """What each module here offers."""

    @property
    def LARGEST_XMP(self) -> int | None:
        """How many bytes one packet may have; longer metadata comes as two."""

    def recognizes(self, data: bytes) -> bool:
        """Whether the file is of this kind."""

    def find(self, data: bytes) -> Blocks:
        """The blocks of metadata; of a damaged file those that can be found."""

    def with_blocks(self, data: bytes, blocks: Blocks) -> bytes:
        """The same picture with these blocks and no others, as far as the format has a place for each."""


_ALL: tuple[Container, ...] = (jpeg, webp, png, isobmff, tiff)


def container_of(data: bytes) -> Container:
    """The module that knows this file.

    Raises:
        CannotEmbed: no container here is of this kind.
    """
    for module in _ALL:
        if module.recognizes(data):
            return module
    raise CannotEmbed("This file is no JPEG, PNG, WebP, AVIF, HEIC or TIFF picture: it cannot carry metadata.")
