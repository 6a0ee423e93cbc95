"""What the desk has put on top of the front page, and in which order."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class FrontPage(models.Model):
    """The front page of an edition. ``version`` grows with every change: who began from an older one is told."""

    language = models.CharField(_("edition"), max_length=2, choices=settings.LANGUAGES, unique=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def __str__(self) -> str:
        return self.get_language_display()


class FrontSlotQuerySet(models.QuerySet):
    def lasting(self, now: datetime) -> "FrontSlotQuerySet":
        """Places that have not run out."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=now))


class FrontSlot(models.Model):
    """A story in a place of the front page, for good or until an instant; it shows while readers may see it."""

    front = models.ForeignKey(FrontPage, models.CASCADE, related_name="slots")
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()
    until = models.DateTimeField(null=True, blank=True, db_index=True)
    objects = FrontSlotQuerySet.as_manager()

    class Meta:
        verbose_name = _("place on the front page")
        verbose_name_plural = _("places on the front page")
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["front", "place"], name="front_place_once"),
            models.UniqueConstraint(fields=["front", "article"], name="front_article_once"),
        ]

    def __str__(self) -> str:
        return f"{self.place}. {self.article}"
