"""A copy of a photo for readers."""

from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _


def _renditions():
    return storages["renditions"]


class Rendition(models.Model):
    """A photo in one size, format and focal point. The name of its file is an unguessable key.

    The row is made with the photo, so that its address and size are known at once; the file is made in the background,
    or when somebody first asks for it.
    """

    class Format(models.TextChoices):
        AVIF = "avif", "AVIF"
        WEBP = "webp", "WebP"
        JPEG = "jpeg", "JPEG"

    photo = models.ForeignKey("media_assets.Photo", models.CASCADE, related_name="renditions")
    source = models.CharField(max_length=12)  # the beginning of the original's hash
    spec = models.CharField(max_length=40)
    focal_key = models.CharField(max_length=12)
    format = models.CharField(max_length=4, choices=Format)
    file = models.FileField(storage=_renditions, max_length=120)
    width_px = models.PositiveIntegerField()
    height_px = models.PositiveIntegerField()
    size_bytes = models.PositiveIntegerField(default=0)  # 0: the file is not made yet
    stamp = models.CharField(max_length=16, blank=True)  # which words about the photo its file carries
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")
        constraints = [
            models.UniqueConstraint(
                fields=["photo", "source", "spec", "focal_key", "format"], name="rendition_once_a_spec"
            ),
            models.UniqueConstraint(fields=["file"], name="rendition_file_is_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.photo_id} {self.spec} {self.format}"
