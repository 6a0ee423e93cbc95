"""What somebody proves to be themselves with beside the password: passkeys, or codes of an app."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ..models import User
from ..roles import ADMINISTRATOR
from .sessions import end_sessions

PASSKEY, CODES = Authenticator.Type.WEBAUTHN, Authenticator.Type.TOTP


def of(user: User) -> QuerySet[Authenticator]:
    """The second factors of a person. Recovery codes are none: they stand in for one that is lost."""
    return Authenticator.objects.filter(user=user, type__in=[PASSKEY, CODES]).order_by("created_at")


def is_wanting(user: User) -> bool:
    """Whether this person must set up a second factor before anything else at the desk."""
    return settings.REQUIRE_SECOND_FACTOR and user.is_staff and not of(user).exists()


def is_last(factor: Authenticator) -> bool:
    """Whether a person must keep this factor, since it is the only one and the site asks for one."""
    return settings.REQUIRE_SECOND_FACTOR and not of(factor.user).exclude(pk=factor.pk).exists()


def may_help(helper: User, user: User) -> bool:
    """Whether somebody may change how another signs in: a chief editor for those below administrators.

    Nobody helps themselves here: an unlocked screen would be enough to take one's factors away.
    """
    is_another = helper.pk != user.pk
    return is_another and helper.has_perm("newsroom.change_user") and _rank(helper) >= _rank(user)


def take_away(user: User, *, by: User) -> None:
    """Remove the lost factors of another, sign them out everywhere, and put it on record."""
    if not may_help(by, user):
        raise PermissionDenied
    with transaction.atomic():
        Authenticator.objects.filter(user=user).delete()
        end_sessions(user)
        note(user, _("Second factors taken away."), by=by)


def note(user: User, words: str, *, by: User) -> None:
    """Put into the history of a login what was done to it, and by whom."""
    LogEntry.objects.log_actions(by.pk, [user], CHANGE, change_message=words)


def _rank(user: User) -> int:
    return 2 if user.is_superuser else int(any(group.name == ADMINISTRATOR for group in user.groups.all()))
