"""A file that stories offer to readers: a decree, a budget, a table."""

import secrets
from datetime import datetime

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clock.intervals import covers
from search.words import search_key

from .. import gates
from ..document_kinds import KINDS, printed_size
from .use import DocumentUse


def _originals():
    return storages["originals"]


def _key() -> str:
    return secrets.token_urlsafe(16)


def _place(document: "Document", name: str) -> str:
    return f"documents/{name}"


class DocumentQuerySet(models.QuerySet):
    def public(self, now: datetime) -> "DocumentQuerySet":
        """Documents that something public offers now."""
        return self.filter(Exists(DocumentUse.objects.filter(covers(now), document=OuterRef("pk"))))


class Document(models.Model):
    """A file as it came. Readers get it only while something public offers it, under an address nobody can guess."""

    title = models.CharField(
        _("title"), max_length=250, help_text=_("As readers see it where a story offers the file.")
    )
    file = models.FileField(_("file"), storage=_originals, upload_to=_place, max_length=200, editable=False)
    key = models.CharField(max_length=32, unique=True, default=_key, editable=False)
    original_name = models.CharField(_("file name"), max_length=200, editable=False)
    filename = models.CharField(max_length=80, editable=False)  # in the address, in Latin letters
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    size_bytes = models.PositiveBigIntegerField(editable=False)
    ending = models.CharField(_("kind"), max_length=8, choices=[(each, each.upper()) for each in KINDS], editable=False)
    search_key = models.CharField(max_length=500, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False,
        verbose_name=_("uploaded by"),
    )  # fmt: skip
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs):
        self.search_key = search_key(f"{self.title} {self.original_name}")[:500]
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return gates.at(reverse("media_assets:document", args=[self.key, self.filename]))

    @property
    def saved_as(self) -> str:
        """The file's own name, never with the ending of a program: text sent as «указ.bat» is «указ.bat.txt»."""
        has_ending = self.original_name.lower().endswith(f".{self.ending}")
        return self.original_name if has_ending else f"{self.original_name}.{self.ending}"

    def kind_and_size(self, language: str) -> str:
        """«PDF, 1,2 МБ»."""
        return f"{KINDS[self.ending].label}, {printed_size(self.size_bytes, language)}"
