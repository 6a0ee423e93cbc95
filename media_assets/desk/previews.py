"""Small pictures for the desk's lists, one query however many photos there are."""

from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from ..models import Photo, Rendition
from ..pictures import address
from ..renditions import is_fresh


class Preview(NamedTuple):
    """A JPEG copy for the desk to look at; sizes are pixels."""

    src: str
    width: int
    height: int


def previews(photos: Collection[Photo], specs: Collection[str]) -> dict[int, dict[str, Preview]]:
    """The JPEG copies of these photos by id and spec; of a small photo the largest width it has stands for any."""
    by_id = {photo.pk: photo for photo in photos}
    found: dict[int, dict[str, Preview]] = defaultdict(dict)
    wanted = {*specs, "w320", "w640"}
    for copy in Rendition.objects.filter(photo__in=by_id, format="jpeg", spec__in=wanted):
        if is_fresh(copy, by_id[copy.photo_id]):
            found[copy.photo_id][copy.spec] = Preview(address(copy), copy.width_px, copy.height_px)
    for copies in found.values():
        widest = max(copies.values(), key=lambda copy: copy.width)
        for spec in specs:
            copies.setdefault(spec, widest)
    return found
