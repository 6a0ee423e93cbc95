"""The picture that stands for somebody, and the pictures in which they are."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from articles.models import ArticlePhoto
from media_assets.models import Photo, Portrait
from media_assets.pictures import Picture, pictures
from people.models import Person

from .appearances import Ways, about


def portrait_of(person: Person, now: datetime) -> Picture | None:
    photo = Portrait.objects.filter(person=person).values_list("photo", flat=True).first()
    shown = pictures([photo], now).get(photo) if photo else None
    return shown and shown.around(person.pk)


def photos_of(person: Person, now: datetime) -> QuerySet:
    """Ids of the photos that show the person and may be shown now, the newest first."""
    public = Photo.objects.public(now).filter(persons_shown__person=person).exclude(copies={})
    return public.order_by("-pk").values_list("pk", flat=True)


def photos_about(ways: Ways, now: datetime) -> QuerySet:
    """Ids of the photos in these stories that may be shown now, the newest first."""
    stories = about(ways, now).order_by().values("pk")
    shown = ArticlePhoto.objects.filter(article__in=stories).values("photo")
    return (
        Photo.objects.public(now).filter(pk__in=shown).exclude(copies={}).order_by("-pk").values_list("pk", flat=True)
    )


def gallery(photos: Iterable[int], now: datetime) -> list[Picture]:
    """These photos as pictures, in their order."""
    ids = list(photos)
    found = pictures(ids, now)
    return [found[photo] for photo in ids if photo in found]
