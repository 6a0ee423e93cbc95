"""When something public shows a photo. Written by verbs of the apps above."""

from django.db import models

from clock.intervals import Interval


class PhotoUse(Interval):
    """Something public shows this photo."""

    photo = models.ForeignKey("media_assets.Photo", models.PROTECT, related_name="uses")

    class Meta(Interval.Meta):
        indexes = [models.Index(fields=["photo", "public_from"])]

    def __str__(self) -> str:
        return f"{self.owner}: {self.photo_id}"
