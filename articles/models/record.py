"""The public record of an article: what happened, what was corrected, where it used to live."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .appending import AppendOnly


class Correction(models.Model):
    """What was changed after publication, as readers are told."""

    class Kind(models.TextChoices):
        UPDATE = "update", _("update")
        TYPO = "typo", _("typing mistake")
        CLARIFICATION = "clarification", _("clarification")
        CORRECTION = "correction", _("correction")
        RETRACTION = "retraction", _("retraction")

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="corrections")
    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=13, choices=Kind)
    note = models.TextField(blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["update", "typo"]) | ~models.Q(note=""),
                name="correction_says_what",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.note[:80]}"


class ArticleEvent(AppendOnly):
    """One thing that happened to an article. Rows are only ever added."""

    class Kind(models.TextChoices):
        CREATED = "created", _("created")
        IMPORTED = "imported", _("imported")
        TAKEN = "taken", pgettext_lazy("a story", "taken")
        RELEASED = "released", _("given up")
        COMMENTED = "commented", _("commented")
        SHARED = "shared", _("preview shared")
        UNSHARED = "unshared", _("preview no longer shared")
        RESTORED = "restored", _("earlier version restored")
        SUBMITTED = "submitted", _("submitted")
        RETURNED = "returned", _("sent back")
        EMBARGOED = "embargoed", _("embargo set")
        LIFTED = "lifted", _("embargo lifted early")
        SCHEDULED = "scheduled", _("scheduled")
        PUBLISHED = "published", _("published")
        CHECKED = "checked", _("read by a second editor")
        CORRECTED = "corrected", _("changed after publication")
        ROLLED_BACK = "rolled back", _("earlier version put back")
        NOTED = "noted", _("note to readers")
        MOVED = "moved", _("address changed")
        DEVELOPING = "developing", _("“more to come” set")
        WITHDRAWN = "withdrawn", _("withdrawn")

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="events")
    kind = models.CharField(_("event"), max_length=12, choices=Kind)
    revision = models.ForeignKey("articles.Revision", models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    detail = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-at", "-pk"]
        indexes = [
            # The log of the site under each of its filters, and that of one article.
            models.Index(fields=["-at", "-id"], name="event_by_time"),
            models.Index(fields=["kind", "-at", "-id"], name="event_by_kind"),
            models.Index(fields=["by", "-at", "-id"], name="event_by_person"),
            models.Index(fields=["article", "-at", "-id"], name="event_of_article"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.kind}"


class PublicVersion(models.Model):
    """What readers had of an article in one interval, as it was drawn then; only the interval's end is ever set.

    ``html`` is the ``<article>`` of the page, or what stood in its place after a withdrawal; ``checksum`` is the
    SHA-256 of its UTF-8 bytes in hexadecimal.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="public_versions")
    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="+")
    html = models.TextField()
    checksum = models.CharField(max_length=64)
    public_from = models.DateTimeField()
    public_until = models.DateTimeField(null=True, blank=True)
    is_gone = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("public version")
        verbose_name_plural = _("public versions")
        ordering = ["-public_from", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(public_until__isnull=True) | models.Q(public_until__gt=models.F("public_from")),
                name="public_version_interval",
            )
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.public_from:%Y-%m-%d %H:%M:%S}"


class OldSlug(models.Model):
    """A former address of an article, answered with a redirect. Never given to another."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="old_slugs")
    slug = models.SlugField(max_length=100)
    until = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "slug"], name="old_slug_once")]

    def __str__(self) -> str:
        return self.slug
