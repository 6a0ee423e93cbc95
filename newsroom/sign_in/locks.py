"""Ten wrong attempts at one login from one address close that pair for a quarter of an hour.

Never the address alone: a newsroom shares one, and a colleague's forgotten password would lock everybody out. Nor the
login alone: any stranger could then keep an editor from the desk. A passkey opens all the same, since it cannot be
guessed.
"""

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_credentials
from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import User
from .factors import may_help, note

LOCKED = gettext_lazy(
    "Too many wrong attempts with this login. Wait 15 minutes, sign in with a passkey, or ask a chief editor or an "
    "administrator to unlock it."
)


def refuse_locked(request: HttpRequest, user: User) -> None:
    """Refuse any code, right or wrong, while a login is locked for this address.

    Raises:
        ValidationError: it is; the message says what to do.
    """
    if not AxesProxyHandler.is_allowed(request, get_credentials(user.get_username())):
        raise ValidationError(LOCKED)


def count_failure(request: HttpRequest, user: User) -> None:
    """Count a wrong code or passkey with the wrong passwords: a half of the way in is no fresh start."""
    user_login_failed.send(__name__, credentials=get_credentials(user.get_username()), request=request)


def keep_page(request: HttpRequest, response: HttpResponse, credentials: dict | None) -> HttpResponse:
    """The page whose form already says that the login is locked, with the status that says so to machines."""
    response.status_code = settings.AXES_HTTP_RESPONSE_CODE
    return response


def locked_addresses(user: User) -> list[str]:
    """The addresses from which a login is locked now."""
    since = timezone.now() - settings.AXES_COOLOFF_TIME
    recent = AccessAttempt.objects.filter(username=user.get_username(), attempt_time__gte=since)
    sums = recent.order_by().values_list("ip_address").annotate(wrong=Sum("failures_since_start"))
    return [address or "—" for address, wrong in sums if wrong >= settings.AXES_FAILURE_LIMIT]


def unlock(user: User, *, by: User) -> None:
    """Let another try again at once, and put it on record."""
    if not may_help(by, user):
        raise PermissionDenied
    reset(username=user.get_username())
    note(user, _("Sign-in unlocked."), by=by)
