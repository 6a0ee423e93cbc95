"""What came in together, and what became of each file."""

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from .photo import Photo


def _incoming():
    return storages["originals"]


class Batch(models.Model):
    """Files brought in together, with what the desk says once for all of them."""

    SHARED = (
        *("event", "creator", "credit_line", "source", "copyright_notice", "usage_terms", "city", "country"),
        *("mark", "rights_from", "rights_until", "embargo_until", "is_single_use"),
    )

    event = models.CharField(_("event"), max_length=200, blank=True)
    creator = models.CharField(_("photographer"), max_length=200, blank=True)
    credit_line = models.CharField(_("credit"), max_length=200, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    copyright_notice = models.CharField(_("copyright"), max_length=250, blank=True)
    usage_terms = models.CharField(_("usage terms"), max_length=250, blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    country = models.CharField(_("country"), max_length=120, blank=True)
    mark = models.CharField(_("mark"), max_length=12, choices=Photo.Mark, blank=True, default=Photo.Mark.NONE)
    rights_from = models.DateTimeField(_("rights from"), null=True, blank=True)
    rights_until = models.DateTimeField(_("rights until"), null=True, blank=True)
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    is_single_use = models.BooleanField(_("for one use"), default=False)
    overrides = models.BooleanField(
        _("also over what the files say"),
        default=False,
        help_text=_("Otherwise these words only fill what a file leaves empty."),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["-created_at", "-id"], name="batch_newest")]

    def __str__(self) -> str:
        return self.event or f"№ {self.pk}"


class BatchFile(models.Model):
    """One file of a batch: a photo now, one the library had already, refused with the reason, or not looked at yet."""

    class Outcome(models.TextChoices):
        TAKEN = "taken", _("taken in")
        KNOWN = "known", _("already in the library")
        REFUSED = "refused", _("refused")
        WAITING = "waiting", _("being unpacked")
        UNPACKED = "unpacked", _("unpacked")

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="files")
    name = models.CharField(_("file name"), max_length=200)
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome)
    photo = models.ForeignKey(Photo, models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    # An archive that is still to be unpacked.
    incoming = models.FileField(storage=_incoming, upload_to="incoming", max_length=200, blank=True)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        ordering = ["pk"]
        indexes = [models.Index(fields=["outcome", "received_at"])]

    def __str__(self) -> str:
        return self.name
