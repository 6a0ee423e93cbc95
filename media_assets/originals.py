"""Originals for the desk: as they came, or with the desk's present words. Nobody else ever gets one."""

import mimetypes

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from .carried import words_of
from .metadata import embed
from .models import EarlierFile, Photo


def as_it_came(photo: Photo | EarlierFile) -> bytes:
    """The file as it was uploaded, byte for byte.

    Raises:
        OSError: the store has lost it.
    """
    with photo.original.open("rb") as file:
        return file.read()


def with_words(photo: Photo) -> bytes:
    """The original with what the desk says of it now, and nothing of camera, owner or place; pixels bit-identical.

    Raises:
        metadata.CannotEmbed: its format carries no words.
        OSError: the store has lost it.
    """
    return embed(as_it_came(photo), words_of(photo))


def download(data: bytes, name: str) -> HttpResponse:
    """The file to be saved under its name: never shown in a browser, never kept by a cache."""
    response = HttpResponse(data, content_type=mimetypes.guess_type(name)[0] or "application/octet-stream")
    response.headers["Content-Disposition"] = _attachment(name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _attachment(name: str) -> str:
    return content_disposition_header(as_attachment=True, filename=name or "photo") or "attachment"
