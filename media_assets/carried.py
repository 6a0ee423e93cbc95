"""What every copy of a photo carries with it, in IPTC's words: whose it is, what and whom it shows."""

import hashlib
from datetime import datetime

from django.utils import timezone

from .metadata import Metadata, Taken
from .models import Photo


def words_of(photo: Photo) -> Metadata:
    """The desk's words about a photo, for its files; the persons from left to right, front row first."""
    shown = sorted(photo.persons_shown.all(), key=lambda each: (each.row, each.position))
    return Metadata(
        headline=photo.headline,
        description=photo.description,
        alt_text=photo.alt_text,
        creator=photo.creator,
        credit_line=photo.credit_line,
        source=photo.source,
        copyright_notice=photo.copyright_notice,
        usage_terms=photo.usage_terms,
        taken_at=_taken(photo),
        city=photo.city,
        country=photo.country,
        event=photo.event,
        keywords=tuple(photo.keywords),
        persons_shown=tuple(each.full_name for each in shown),
        rights_from=_instant(photo.rights_from),
        rights_until=_instant(photo.rights_until),
        description_writer=photo.description_writer,
    ).tidied()


def stamp_of(photo: Photo) -> str:
    """Sixteen characters that change when what a copy should carry does."""
    return hashlib.sha256(repr(words_of(photo)).encode()).hexdigest()[:16]


def _taken(photo: Photo) -> Taken | None:
    if photo.date_created is None:
        return None
    return Taken.from_iso("T".join(filter(None, (str(photo.date_created), photo.time_created))))


def _instant(instant: datetime | None) -> Taken | None:
    return Taken.from_iso(timezone.localtime(instant).isoformat(timespec="seconds")) if instant else None
