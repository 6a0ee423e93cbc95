"""How far the archive has been linked anew."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Relinking(models.Model):
    """One run through the live articles, newest first, for one person or for everybody.

    ``position`` is the last article read: a run that was broken off goes on behind it.
    """

    person = models.ForeignKey("people.Person", models.CASCADE, null=True, blank=True, related_name="+")
    position = models.PositiveBigIntegerField(null=True, blank=True)
    read = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("relinking")
        verbose_name_plural = _("relinkings")

    def __str__(self) -> str:
        return f"{self.person or '*'}: {self.read}"
