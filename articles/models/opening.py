"""Who has which article open."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Opening(models.Model):
    """One open writing form of one person; the browser says every few seconds that it is still there."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="openings")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    tab = models.CharField(max_length=32)
    opened_at = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)
    typed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("open form")
        verbose_name_plural = _("open forms")
        ordering = ["opened_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["user", "tab"], name="opening_once_a_form")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.article_id}"
