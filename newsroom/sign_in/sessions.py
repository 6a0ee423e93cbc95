"""Which sessions of a person are over: those begun before a change that somebody else may have forced."""

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest
from django.utils import timezone

from ..models import User


def end_sessions(user: User) -> None:
    """Sign a person out everywhere, at once: each session is compared with ``signed_out_at`` on its next request.

    A changed password does the same by itself, since sessions are bound to it.
    """
    user.signed_out_at = timezone.now()
    user.save(update_fields=["signed_out_at"])


def end_other_sessions(user: User, here: HttpRequest) -> None:
    """Sign a person out everywhere but in the session of this request."""
    end_sessions(user)
    update_session_auth_hash(here, user)
