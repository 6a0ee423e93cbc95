"""Small squares for the lists of the desk: a list of faces and pictures is found through by eye."""

from collections.abc import Mapping

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from ..models import Photo
from .previews import Preview, previews

NO_PICTURE = mark_safe('<span class="thumb"></span>')


def thumbnail(square: Preview | None, words: str) -> SafeString:
    """The square in a cell; an empty one where there is no copy yet."""
    if square is None:
        return NO_PICTURE
    return format_html(
        '<img class="thumb" src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        square.src,
        square.width,
        square.height,
        words,
    )


def thumbnails(photo_of: Mapping[int, int]) -> dict[int, SafeString]:
    """By row, the square of its photo, in one query and without words: beside each stands the name of its row."""
    photos = Photo.objects.filter(pk__in=set(photo_of.values())).only("copies")
    shown = {photo: thumbnail(copies.get("square"), "") for photo, copies in previews(photos, ["square"]).items()}
    return {row: shown[photo] for row, photo in photo_of.items() if photo in shown}
