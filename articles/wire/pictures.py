"""Pictures that travel inside a page as data: addresses."""

import base64
import binascii
import re

from .records import WirePicture

_PICTURE_TYPES = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp"}
_DATA = re.compile(r"data:([a-z]+/[a-z0-9.+-]{1,40});base64,([A-Za-z0-9+/=\s]+)")


def take_pictures(html: str) -> tuple[str, tuple[WirePicture, ...]]:
    """The HTML with data: addresses replaced by numbered ones, and the pictures they held."""
    pictures: list[WirePicture] = []

    def number(match: re.Match[str]) -> str:
        kind = match[1]
        if kind not in _PICTURE_TYPES:
            return f"format:{kind}"
        try:
            data = base64.b64decode(match[2], validate=False)
        except binascii.Error:
            return f"format:{kind}"
        pictures.append(WirePicture(f"picture-{len(pictures) + 1}.{_PICTURE_TYPES[kind]}", kind, data))
        return f"picture:{len(pictures)}"

    return _DATA.sub(number, html), tuple(pictures)
