"""The files pictures come in: each module finds the blocks of metadata in one of them, and puts new ones in.

A container knows where a block lies and nothing of what it says. What is not picture, colour or ours is left out.
"""

from types import ModuleType

from ..fields import CannotEmbed
from . import jpeg

_ALL = (jpeg,)


def container_of(data: bytes) -> ModuleType:
    """The module that knows this file.

    Raises:
        CannotEmbed: no container here is of this kind.
    """
    for module in _ALL:
        if module.recognizes(data):
            return module
    raise CannotEmbed("This file is no JPEG, PNG, WebP, AVIF, HEIC or TIFF picture: it cannot carry metadata.")
