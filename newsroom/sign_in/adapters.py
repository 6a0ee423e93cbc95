"""What allauth asks of us: who may come in, from where, when to ask for the password anew, and in which words."""

import time

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from ..models import User
from . import factors
from .addresses import client_address

NO_DESK = _("This login is not for the desk. Ask a chief editor or an administrator to change that.")
TOLD = {
    "mfa/messages/webauthn_added.txt": _("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "mfa/messages/totp_activated.txt": _("Codes of the app are on."),
    "mfa/messages/totp_deactivated.txt": _("Codes of the app are off."),
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_password": _("This is not your password."),
        "too_many_login_attempts": _("Too many wrong codes. Wait 15 minutes, or use a passkey."),
        "rate_limited": _("Too many wrong codes. Wait 15 minutes, or use a passkey."),
    }

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)

    def pre_authenticate(self, request: HttpRequest, **credentials) -> None:
        """Nothing: wrong passwords are counted in the database, for all processes (newsroom/sign_in/locks.py)."""

    def pre_login(self, request: HttpRequest, user: User, **kwargs) -> HttpResponse | None:
        """Whoever has no place at the desk gets no session, by password or by passkey."""
        if user.is_active and user.is_staff:
            return None
        request.session.flush()
        messages.error(request, NO_DESK)
        return redirect("admin:login")

    def is_reauthentication_required(self, *, app: str, **kwargs) -> bool:
        """Whoever signed in a moment ago is not asked for the password a second time.

        Someone new signs in, is led to set up a passkey, and would otherwise type the password twice in a minute.
        """
        records = get_authentication_records(context.request, context.request.user)
        return not records or time.time() - records[-1]["at"] > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT

    def add_message(self, request: HttpRequest, level: int, message_template=None, *args, **kwargs) -> None:
        """Our own sentence for what the person has done; of the rest, the page itself tells."""
        if message_template in TOLD:
            messages.add_message(request, level, TOLD[message_template])
        elif kwargs.get("message"):
            messages.add_message(request, level, kwargs["message"])


class FactorAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This is not right. Look for the newest code and try again."),
        "cannot_delete_authenticator": _("This is your only second factor. Add another one first."),
        "cannot_generate_recovery_codes": _(
            "Add a passkey or codes of an app first: recovery codes stand in for them."
        ),
    }

    def can_delete_authenticator(self, authenticator) -> bool:
        return not factors.is_last(authenticator)

    def get_totp_label(self, user: User) -> str:
        return user.get_username()

    def generate_authenticator_name(self, user: User, type) -> str:
        """Nothing: the page asks where the passkey is kept, and a name made up here would be left as it is."""
        return ""

    def _get_site_name(self) -> str:
        return settings.SITE_NAME
