"""A photo with what its maker and the desk say of it, in IPTC's terms."""

from datetime import datetime

from django.conf import settings
from django.core.files.storage import storages
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from clock.intervals import covers
from people.fields import PartialDateField
from people.models import Person
from search.lemmas import lemmas
from search.words import words as search_words

from ..credits import joined_credit
from ..imaging.specs import VERSION
from .person_shown import PersonShown, Portrait
from .use import PhotoUse


def _originals():
    return storages["originals"]


class PhotoQuerySet(models.QuerySet):
    def shown(self, now: datetime) -> "PhotoQuerySet":
        """Photos that something public shows now. The portrait of a person with a public page is such a use."""
        shown = Exists(PhotoUse.objects.filter(covers(now), photo=OuterRef("pk")))
        portrayed = Exists(
            Portrait.objects.filter(photo=OuterRef("pk"), person__in=Person.objects.public(now).values("pk"))
        )
        return self.filter(Q(shown) | Q(portrayed))

    def public(self, now: datetime) -> "PhotoQuerySet":
        """Photos that something public shows now, within their rights and past their embargo."""
        return self.usable(now).shown(now)

    def usable(self, now: datetime) -> "PhotoQuerySet":
        """Photos whose rights and embargo allow showing them now."""
        return self.filter(
            Q(rights_from__isnull=True) | Q(rights_from__lte=now),
            Q(rights_until__isnull=True) | Q(rights_until__gt=now),
            Q(embargo_until__isnull=True) | Q(embargo_until__lte=now),
        )

    def found_by(self, words: str) -> "PhotoQuerySet":
        """Photos about which every one of these words is said, in any case form, or begun to be typed."""
        found = self
        for word in search_words(words):
            meant = Q(search_key__contains=f" {word}")
            for lemma in lemmas(word):
                meant |= Q(search_key__contains=f" {lemma} ")
            found = found.filter(meant)
        return found

    def unfinished(self) -> "PhotoQuerySet":
        """Photos whose copies are not what they should be: not made, of an old focal point, with old words or names.

        Or of an earlier list of sizes: after an upgrade nobody changes the photos of the archive.
        """
        renamed = Person.history.filter(id=OuterRef("person"), history_date__gt=OuterRef("photo__settled_at"))
        shows_renamed = PersonShown.objects.filter(Exists(renamed), photo=OuterRef("pk"))
        is_made = Q(copies_made=F("copies_wanted"), copies_wanted__startswith=f"{VERSION} ")
        return self.filter(~is_made | Q(Exists(shows_renamed)))

    def next_instant(self, now: datetime) -> datetime | None:
        """When rights or an embargo of a photo next begin or end."""
        instants = (
            self.filter(**{f"{field}__gt": now}).order_by(field).values_list(field, flat=True).first()
            for field in ("rights_from", "rights_until", "embargo_until")
        )
        return min(filter(None, instants), default=None)


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
    perceptual_hash = models.CharField(max_length=16, blank=True, editable=False)
    # The perceptual hash in quarters: two pictures that differ in less than four bits share one of them.
    print_a = models.PositiveIntegerField(default=0, editable=False, db_index=True)
    print_b = models.PositiveIntegerField(default=0, editable=False, db_index=True)
    print_c = models.PositiveIntegerField(default=0, editable=False, db_index=True)
    print_d = models.PositiveIntegerField(default=0, editable=False, db_index=True)
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
    keywords = models.JSONField(_("keywords"), default=list, blank=True)
    description_writer = models.CharField(_("description written by"), max_length=120, blank=True)
    date_created = PartialDateField(_("taken"))
    time_created = models.CharField(
        _("taken at"),
        max_length=14,
        blank=True,
        validators=[
            RegexValidator(
                r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-](0\d|1[0-4]):[0-5]\d)?$",
                _("Write the time as 15:45, with its zone when it is known: 15:45+06:00."),
            )
        ],
        help_text=_("The clock where the picture was taken, with its zone if the camera knew it: 15:45:10+06:00."),
    )
    city = models.CharField(_("city"), max_length=120, blank=True)
    country = models.CharField(_("country"), max_length=120, blank=True)
    event = models.CharField(_("event"), max_length=200, blank=True)
    mark = models.CharField(_("mark"), max_length=12, choices=Mark, blank=True, default=Mark.NONE)
    rights_from = models.DateTimeField(_("rights from"), null=True, blank=True)
    rights_until = models.DateTimeField(_("rights until"), null=True, blank=True)
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    is_single_use = models.BooleanField(
        _("for one use"), default=False, help_text=_("May stand in one story only; a second one is refused.")
    )

    # What the copies must be made from and carry, and what they were last made from and carry: unlike, work is left.
    copies_wanted = models.CharField(max_length=250, blank=True, editable=False, db_index=True)
    copies_made = models.CharField(max_length=250, blank=True, editable=False)

    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    # Derived by ``settling``: words to be found by, who is marked where on the picture, its copies by spec and format.
    search_key = models.TextField(editable=False, blank=True)
    regions = models.JSONField(default=list, editable=False)
    copies = models.JSONField(default=dict, editable=False)
    settled_at = models.DateTimeField(null=True, editable=False)

    history = HistoricalRecords(
        excluded_fields=[
            "search_key",
            "regions",
            "copies",
            "settled_at",
            "copies_wanted",
            "copies_made",
            "print_a",
            "print_b",
            "print_c",
            "print_d",
        ]
    )
    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-uploaded_at", "-pk"]
        permissions = [("view_original", "Can see the original of a photo")]
        indexes = [
            models.Index(fields=["date_created", "id"], name="photo_by_day"),
            # What the first page of the desk counts.
            models.Index(fields=["alt_text", "id"], name="photo_by_alt_text"),
            models.Index(fields=["rights_until"], name="photo_by_end_of_rights"),
        ]
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
        shortened = Truncator(self.description).chars(80)
        return self.headline or shortened or self.original_name or f"#{self.pk}"

    def is_usable(self, now: datetime) -> bool:
        """Rights and embargo allow showing it now."""
        return (
            (self.rights_from is None or self.rights_from <= now)
            and (self.rights_until is None or self.rights_until > now)
            and (self.embargo_until is None or self.embargo_until <= now)
        )

    @property
    def credit(self) -> str:
        """Who is to be thanked, without a prefix: the photographer and whom the credit line names, each once."""
        return joined_credit(self.creator, self.credit_line, self.source)

    @property
    def mark_words(self) -> str:
        """«архивное фото, 2019»: what a reader must know of the picture beside its caption; mostly nothing."""
        if not self.mark:
            return ""
        label = str(self.get_mark_display())
        return f"{label}, {self.date_created.year}" if self.mark == self.Mark.ARCHIVE and self.date_created else label

    def cut_of(self, person: int) -> str:
        """The part of this picture that is somebody's portrait, as ``imaging.specs`` names it; empty for all of it."""
        return next((region["cut"] for region in self.regions if region["person"] == person and "cut" in region), "")

    def obstacles(self, now: datetime, owner: str = "") -> list[str]:
        """Why this photo may not be published at ``now`` by its ``owner``, in an editor's words."""
        found = []
        if self.is_single_use and self.uses.exclude(owner=owner).exists():
            found.append(_("The photo “%(photo)s” is for one use and has had it: choose another.") % {"photo": self})
        if not self.credit_line:
            found.append(_("The photo “%(photo)s” has no credit: write whom it is from.") % {"photo": self})
        if self.rights_until and self.rights_until <= now:
            found.append(_("The rights to the photo “%(photo)s” have ended: choose another.") % {"photo": self})
        if (self.rights_from and self.rights_from > now) or (self.embargo_until and self.embargo_until > now):
            found.append(
                _("The photo “%(photo)s” may not be shown yet: publish later or choose another.") % {"photo": self}
            )
        return [str(sentence) for sentence in found]
