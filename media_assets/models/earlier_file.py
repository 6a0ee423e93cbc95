"""The files a photo had before: replacing one throws nothing away."""

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _


def _originals():
    return storages["originals"]


class EarlierFile(models.Model):
    """A file that stood for this photo until another took its place. Nobody but the desk sees it."""

    photo = models.ForeignKey("media_assets.Photo", models.CASCADE, related_name="earlier_files")
    original = models.FileField(_("file"), storage=_originals, max_length=200)
    original_name = models.CharField(_("file name"), max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, db_index=True)
    width_px = models.PositiveIntegerField()
    height_px = models.PositiveIntegerField()
    replaced_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    replaced_at = models.DateTimeField(_("replaced"), auto_now_add=True)

    class Meta:
        verbose_name = _("earlier file")
        verbose_name_plural = _("earlier files")
        ordering = ["-replaced_at", "-pk"]

    def __str__(self) -> str:
        return self.original_name
