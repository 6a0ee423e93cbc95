"""When something public shows a photo or offers a document. Written by verbs of the apps above."""

from django.db import models

from clock.intervals import Interval


class PhotoUse(Interval):
    """Something public shows this photo."""

    photo = models.ForeignKey("media_assets.Photo", models.PROTECT, related_name="uses")

    class Meta(Interval.Meta):
        indexes = [models.Index(fields=["photo", "public_from"])]

    def __str__(self) -> str:
        return f"{self.owner}: {self.photo_id}"


class DocumentUse(Interval):
    """Something public offers this document."""

    document = models.ForeignKey("media_assets.Document", models.PROTECT, related_name="uses")

    class Meta(Interval.Meta):
        indexes = [models.Index(fields=["document", "public_from"])]

    def __str__(self) -> str:
        return f"{self.owner}: {self.document_id}"
