"""Who works here."""

from datetime import date

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac
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
    signed_out_at = models.DateTimeField(null=True, editable=False)  # of all sessions; newsroom/sign_in/sessions.py

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def is_newcomer(self, day: date) -> bool:
        """New here on that day: the desk's rules may ask for a second reader."""
        return self.newcomer_until is not None and day < self.newcomer_until

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def _get_session_auth_hash(self, secret=None) -> str:
        """What sessions are bound to: the password, as in Django, and the last instant all of them were ended."""
        bound = super()._get_session_auth_hash(secret)
        if self.signed_out_at is None:
            return bound
        told = f"{bound} {self.signed_out_at.timestamp()}"
        return salted_hmac("newsroom.User.signed_out_at", told, secret=secret, algorithm="sha256").hexdigest()
