"""Work the photo desk leaves to the background. Each task is idempotent: ``tick`` enqueues what a dead worker left."""

from django_tasks import task

from . import renditions
from .models import Photo
from .settling import settle


@task()
def make_renditions(photo_id: int) -> int:
    """Make the copies of a photo that are missing or carry old words; nothing when it has gone."""
    photo = Photo.objects.filter(pk=photo_id).first()
    if photo is None:
        return 0
    settle(photo)
    return renditions.ensure(photo)
