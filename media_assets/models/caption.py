"""Words for a photo in one language."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class Caption(models.Model):
    """Words an editor may choose for a use of a photo. Choosing copies them, so editing one changes no article."""

    photo = models.ForeignKey("media_assets.Photo", models.CASCADE, related_name="captions", verbose_name=_("photo"))
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="ru")
    text = models.TextField(_("words"))
    description_writer = models.CharField(_("written by"), max_length=120, blank=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("caption")
        verbose_name_plural = _("captions")
        ordering = ["-updated_at", "-pk"]
        indexes = [
            models.Index(fields=["-updated_at", "-id"], name="caption_newest"),
            models.Index(fields=["language", "-updated_at", "-id"], name="caption_newest_by_language"),
        ]

    def __str__(self) -> str:
        return self.text[:80]
