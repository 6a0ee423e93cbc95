"""Where a request comes from, told apart from what it says of itself."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address of whoever asks, as the outermost of our own proxies saw it; empty when nobody knows.

    Each proxy adds on the right whom it was asked by, so ``TRUSTED_PROXIES`` of them are counted from there. What
    stands further left was sent by the client: believed, it would give a guesser a fresh address for every guess.
    """
    claimed = request.headers.get("X-Forwarded-For", "").split(",")
    trusted = settings.TRUSTED_PROXIES
    seen = claimed[-trusted] if 0 < trusted <= len(claimed) else ""
    return _address(seen) or _address(request.META.get("REMOTE_ADDR", ""))


def _address(words: str) -> str:
    try:
        return str(ip_address(words.strip()))
    except ValueError:
        return ""
