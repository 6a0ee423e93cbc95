"""What an editor saved: one JSON document that never changes."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Revision(models.Model):
    """A version of an article. ``data`` is ``articles.content.Content`` as JSON; numbers count up from 1."""

    class Reason(models.TextChoices):
        SAVE = "save", _("saved")
        IMPORT = "import", _("imported")
        RESTORE = "restore", _("restored")

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("version"))
    data = models.JSONField()
    reason = models.CharField(max_length=8, choices=Reason, default=Reason.SAVE)
    comment = models.CharField(_("comment"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("saved"))
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    # Whose browser session wrote it, hashed: a second save from the same sitting is no conflict.
    sitting = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_number_once")]

    def __str__(self) -> str:
        return f"{self.article_id}/{self.number}"

    def save(self, *args, **kwargs) -> None:
        if self.pk is not None:
            raise TypeError("A revision never changes; save another one.")
        super().save(*args, **kwargs)
