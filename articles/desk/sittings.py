"""Who sits where: one person's browser session, known again without keeping its key."""

import hashlib

from django.http import HttpRequest


def sitting(request: HttpRequest) -> str:
    """The session, hashed: a second save from it is no conflict with the first."""
    key = request.session.session_key or ""
    return hashlib.sha256(key.encode()).hexdigest() if key else ""
