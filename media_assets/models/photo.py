"""A photo with what its maker and the desk say of it, in IPTC's terms."""

from datetime import datetime

from django.conf import settings
from django.core.files.storage import storages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from clock.intervals import covers
from people.fields import PartialDateField
from people.models import Person
from search.words import search_key

from .person_shown import Portrait
from .use import PhotoUse


def _originals():
    return storages["originals"]


class PhotoQuerySet(models.QuerySet):
    def public(self, now: datetime) -> "PhotoQuerySet":
        """Photos that something public shows now, within their rights and past their embargo.

        The portrait of a person with a public page is such a use.
        """
        shown = Exists(PhotoUse.objects.filter(covers(now), photo=OuterRef("pk")))
        portrayed = Exists(
            Portrait.objects.filter(photo=OuterRef("pk"), person__in=Person.objects.public(now).values("pk"))
        )
        return self.usable(now).filter(Q(shown) | Q(portrayed))

    def usable(self, now: datetime) -> "PhotoQuerySet":
        """Photos whose rights and embargo allow showing them now."""
        return self.filter(
            Q(rights_from__isnull=True) | Q(rights_from__lte=now),
            Q(rights_until__isnull=True) | Q(rights_until__gt=now),
            Q(embargo_until__isnull=True) | Q(embargo_until__lte=now),
        )


class Photo(models.Model):
    """A picture. Its original is private; readers get renditions, and only while something public shows it."""

    class Mark(models.TextChoices):
        NONE = "", _("none")
        ARCHIVE = "archive", _("archive photo")
        ILLUSTRATIVE = "illustrative", _("illustrative photo")
        SCREENSHOT = "screenshot", _("video screenshot")
        AI = "ai", _("made by AI")

    original = models.FileField(_("file"), storage=_originals, upload_to="%Y/%m", max_length=200)
    original_name = models.CharField(_("file name"), max_length=200, blank=True, editable=False)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    perceptual_hash = models.CharField(max_length=16, blank=True, editable=False, db_index=True)
    width_px = models.PositiveIntegerField(editable=False)
    height_px = models.PositiveIntegerField(editable=False)
    focal_x = models.FloatField(
        _("focal point, across"),
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
        help_text=_("From 0 (left) to 1 (right): what every crop keeps."),
    )
    focal_y = models.FloatField(
        _("focal point, down"),
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
        help_text=_("From 0 (top) to 1 (bottom)."),
    )

    headline = models.CharField(_("headline"), max_length=250, blank=True)
    description = models.TextField(
        _("description"),
        blank=True,
        help_text=_("What the picture lastingly shows. Words for one use are captions."),
    )
    alt_text = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("The scene, for those who do not see it: «Семь человек стоят в ряд перед флагами»."),
    )
    creator = models.CharField(_("photographer"), max_length=200, blank=True)
    credit_line = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Needed before the photo is published.")
    )
    source = models.CharField(_("source"), max_length=200, blank=True)
    copyright_notice = models.CharField(_("copyright"), max_length=250, blank=True)
    usage_terms = models.CharField(_("usage terms"), max_length=250, blank=True)
    date_created = PartialDateField(_("taken"))
    city = models.CharField(_("city"), max_length=120, blank=True)
    country = models.CharField(_("country"), max_length=120, blank=True)
    event = models.CharField(_("event"), max_length=200, blank=True)
    mark = models.CharField(_("mark"), max_length=12, choices=Mark, blank=True, default=Mark.NONE)
    rights_from = models.DateTimeField(_("rights from"), null=True, blank=True)
    rights_until = models.DateTimeField(_("rights until"), null=True, blank=True)
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)

    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    search_key = models.TextField(editable=False, blank=True)

    history = HistoricalRecords(excluded_fields=["search_key"])
    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-uploaded_at", "-pk"]
        permissions = [("view_original", "Can see the original of a photo")]
        constraints = [
            models.CheckConstraint(
                condition=Q(focal_x__gte=0, focal_x__lte=1, focal_y__gte=0, focal_y__lte=1),
                name="photo_focal_point_inside",
            ),
            models.CheckConstraint(
                condition=Q(rights_from__isnull=True)
                | Q(rights_until__isnull=True)
                | Q(rights_until__gt=F("rights_from")),
                name="photo_rights_end_after_start",
                violation_error_message=_("The rights end before they begin: correct one of the two dates."),
            ),
        ]

    def __str__(self) -> str:
        return self.headline or self.description[:80] or self.original_name or f"#{self.pk}"

    def save(self, *args, **kwargs) -> None:
        words = (
            self.headline,
            self.description,
            self.event,
            self.city,
            self.country,
            self.creator,
            self.original_name,
        )
        self.search_key = search_key(" ".join(word for word in words if word))
        super().save(*args, **kwargs)

    @property
    def credit(self) -> str:
        """Who is to be thanked, without a prefix: the credit line, with the photographer when it names another."""
        if self.creator and self.creator.casefold() not in self.credit_line.casefold():
            return " / ".join(part for part in (self.creator, self.credit_line) if part)
        return self.credit_line

    def obstacles(self, now: datetime) -> list[str]:
        """Why this photo may not be published at ``now``, in an editor's words."""
        found = []
        if not self.credit_line:
            found.append(_("The photo “%(photo)s” has no credit: write whom it is from.") % {"photo": self})
        if self.rights_until and self.rights_until <= now:
            found.append(_("The rights to the photo “%(photo)s” have ended: choose another.") % {"photo": self})
        if (self.rights_from and self.rights_from > now) or (self.embargo_until and self.embargo_until > now):
            found.append(
                _("The photo “%(photo)s” may not be shown yet: publish later or choose another.") % {"photo": self}
            )
        return [str(sentence) for sentence in found]
