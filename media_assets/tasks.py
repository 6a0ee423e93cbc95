"""Work the photo desk leaves to the background. Each task is idempotent: ``tick`` enqueues what a dead worker left."""

from django_tasks import task

from . import renditions
from .models import Photo


@task()
def make_renditions(photo_id: int) -> int:
    """Make the copies of a photo that are missing; nothing when it has gone."""
    photo = Photo.objects.filter(pk=photo_id).first()
    return renditions.ensure(photo) if photo else 0
