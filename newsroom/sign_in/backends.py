"""The first to be asked about a password: whether this login is locked for this address."""

from axes.backends import AxesStandaloneBackend
from django.http import HttpRequest


class LockBackend(AxesStandaloneBackend):
    def authenticate(self, request: HttpRequest | None, *args, **kwargs) -> None:
        """Refuse a locked login. A command that asks for a password comes from no address, and is not counted."""
        if request is not None:
            super().authenticate(request, *args, **kwargs)
