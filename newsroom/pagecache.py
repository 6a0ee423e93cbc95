"""Whole pages for readers, kept until the public site changes.

A page is kept under the clock's epoch, so any public change leaves all earlier pages behind at once, in every process.
It is served no longer than until the clock's next instant, the next local midnight (lists say «15:45» of today), or a
minute. The first request after an instant does what was due at it: nothing waits for a worker.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles import workflow
from clock import ticking
from clock.models import Clock

from . import upkeep
from .packing import pack

LONGEST = timedelta(minutes=1)
_KEPT_STATUS = {200, 301, 410}
# Pages of their own, and those that no reader shares.
_OTHERS = ("/admin/", "/preview/", "/media/", "/static/", "/healthz", "/readyz")
# Which part of a page is asked for, or its state on which day; by any other word an address gives the same page.
PARAMETERS = {"by", "holders", "letter", "on", "page", "role", "shown", "year"}
# Longer than any that a page of ours leads to: whoever invents addresses is to fill no memory with them.
_LONGEST_ADDRESS = 300
# A reader's own copy is asked about every time; it costs an answer without a body.
_FRESH = "public, max-age=0, must-revalidate"


@dataclass(frozen=True)
class Kept:
    """A page as it was sent, packed, and the instant from which it is not sent again."""

    until: datetime
    status: int
    headers: dict[str, str]
    content: bytes


def page_cache_middleware(get_response: Callable[[HttpRequest], HttpResponse]):
    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(_OTHERS) or request.method not in {"GET", "HEAD"}:
            return get_response(request)
        clock = on_time(request.now)
        if settings.SESSION_COOKIE_NAME in request.COOKIES or not _is_kept(request):
            return get_response(request)
        key = f"page:{clock.epoch}:{request.get_full_path()}"
        kept = cache.get(key)
        if kept is not None and request.now < kept.until:
            return HttpResponse(kept.content, status=kept.status, headers=kept.headers)
        response = get_response(request)
        if response.status_code in _KEPT_STATUS and not response.streaming and not response.cookies:
            response.headers["Cache-Control"] = _FRESH
            pack(response)
            until = _until(clock, request.now)
            kept = Kept(until, response.status_code, dict(response.headers), response.content)
            cache.set(key, kept, timeout=(until - request.now).total_seconds())
        return response

    return middleware


def _is_kept(request: HttpRequest) -> bool:
    return set(request.GET) <= PARAMETERS and len(request.get_full_path()) <= _LONGEST_ADDRESS


def on_time(now: datetime) -> Clock:
    """The clock, after doing what was due at an instant that has passed."""
    clock = ticking.read()
    if clock.next_instant and clock.next_instant <= now:
        workflow.apply_due(now)
        upkeep.set_clock(now)
        clock = ticking.read()
    return clock


def _until(clock: Clock, now: datetime) -> datetime:
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return min(filter(None, (now + LONGEST, midnight, clock.next_instant)))
