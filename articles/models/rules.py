"""How this newsroom works, and what went out without its second reader."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class DeskRules(models.Model):
    """How this newsroom works: one row, which a chief editor sets."""

    class Size(models.TextChoices):
        SMALL = "small", _("a small newsroom")
        LARGE = "large", _("a large newsroom")

    class SecondReader(models.TextChoices):
        OFF = "off", _("for nobody")
        NEWCOMERS = "newcomers", _("for newcomers")
        ALL = "all", _("for everybody")

    size = models.CharField(_("size of the newsroom"), max_length=5, choices=Size, blank=True, editable=False)
    second_reader = models.CharField(
        _("a second pair of eyes before publication"),
        max_length=9,
        choices=SecondReader,
        default=SecondReader.NEWCOMERS,
    )
    newcomer_days = models.PositiveSmallIntegerField(_("days for which a new login is a newcomer's"), default=90)
    developing_minutes = models.PositiveSmallIntegerField(
        _("minutes for which breaking news says that more is to come"), default=120
    )

    class Meta:
        verbose_name = _("rules of the desk")
        verbose_name_plural = _("rules of the desk")

    def __str__(self) -> str:
        return str(_("Rules of the desk"))

    @classmethod
    def current(cls) -> "DeskRules":
        """The rules as they stand; those of a new newsroom until somebody has set them."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)


class MorningCheck(models.Model):
    """A story that went out without a second reader; it waits until another editor has read it."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="morning_checks")
    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="+")
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    checked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("check in the morning")
        verbose_name_plural = _("checks in the morning")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["at"], name="morning_check_open", condition=Q(checked_at=None))]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.at:%Y-%m-%d %H:%M}"
