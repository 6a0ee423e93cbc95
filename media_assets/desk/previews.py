"""Small pictures for the desk's lists; they stand in the photos themselves and cost no query."""

from collections.abc import Collection
from typing import NamedTuple

from django.urls import reverse

from ..models import Photo


class Preview(NamedTuple):
    """A JPEG copy for the desk to look at; sizes are pixels."""

    src: str
    width: int
    height: int


def previews(photos: Collection[Photo], specs: Collection[str]) -> dict[int, dict[str, Preview]]:
    """The JPEG copies of these photos by id and spec; of a small photo the largest width it has stands for any."""
    return {photo.pk: _of(photo, specs) for photo in photos if photo.copies}


def _of(photo: Photo, specs: Collection[str]) -> dict[str, Preview]:
    found = {
        spec: Preview(reverse("media_assets:rendition", args=[copy["jpeg"]]), copy["width"], copy["height"])
        for spec, copy in photo.copies.items()
        if spec in {*specs, "w320", "w640"}
    }
    widest = max(found.values(), key=lambda copy: copy.width)
    return {spec: found.get(spec, widest) for spec in {*specs, *found}}
