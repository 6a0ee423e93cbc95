"""Records an editor has looked at."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Checked(models.Model):
    """Who has checked the record, and when; empty for what imports made."""

    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("checked by")
    )
    checked_at = models.DateTimeField(_("checked"), null=True, blank=True)

    class Meta:
        abstract = True
