"""Small squares for the lists of the desk: a list of faces and pictures is found through by eye."""

from collections.abc import Collection

from django.utils.html import format_html
from django.utils.safestring import SafeString

from ..models import Photo
from .previews import Preview, previews


def thumbnail(square: Preview | None, words: str) -> str:
    """The square in a cell; a dash where there is no copy yet."""
    if square is None:
        return "—"
    return format_html(
        '<img class="thumb" src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        square.src,
        square.width,
        square.height,
        words,
    )


def thumbnails(photo_ids: Collection[int]) -> dict[int, str | SafeString]:
    """The squares of these photos by id, in one query, without words: beside each stands the name of its row."""
    photos = Photo.objects.filter(pk__in=photo_ids).only("copies")
    return {photo: thumbnail(copies.get("square"), "") for photo, copies in previews(photos, ["square"]).items()}
