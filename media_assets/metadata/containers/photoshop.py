"""Photoshop's list of numbered resources (8BIM), in which JPEG and TIFF carry IIM."""

import struct
from hashlib import md5

_IIM, _IIM_DIGEST = 0x0404, 0x0425
_MOST = 1000


def find_iim(resources: bytes) -> bytes:
    """The IIM datasets among the resources; nothing if there are none."""
    place = 0
    for _ in range(_MOST):
        if resources[place : place + 4] not in {b"8BIM", b"AgHg", b"DCSR", b"PHUT"} or place + 12 > len(resources):
            break
        number, name = struct.unpack_from(">HB", resources, place + 4)
        start = place + 6 + _even(name + 1) + 4
        length = int.from_bytes(resources[start - 4 : start], "big")
        if number == _IIM:
            return resources[start : start + length]
        place = start + _even(length)
    return b""


def with_iim(iim: bytes) -> bytes:
    """Resources that hold these datasets, and their digest: by it Photoshop and ExifTool know that XMP agrees."""
    return _resource(_IIM, iim) + _resource(_IIM_DIGEST, md5(iim, usedforsecurity=False).digest())


def _resource(number: int, value: bytes) -> bytes:
    return struct.pack(">4sHHI", b"8BIM", number, 0, len(value)) + value + b"\0" * (len(value) % 2)


def _even(length: int) -> int:
    return length + length % 2
