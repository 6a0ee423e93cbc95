"""Who works here."""

from datetime import date

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person of the newsroom with a login, and the language they want the desk in."""

    language = models.CharField(
        _("interface language"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )

    newcomer_until = models.DateField(
        _("newcomer until"),
        null=True,
        blank=True,
        help_text=_("Until that day somebody else reads what they publish, if the rules of the desk say so."),
    )

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def is_newcomer(self, day: date) -> bool:
        """New here on that day: the desk's rules may ask for a second reader."""
        return self.newcomer_until is not None and day < self.newcomer_until

    def __str__(self) -> str:
        return self.get_full_name() or self.username
