"""``request.now``: one instant per request, used by every view, so that a page never disagrees with itself."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone


def clock_middleware(get_response: Callable[[HttpRequest], HttpResponse]):
    def middleware(request: HttpRequest) -> HttpResponse:
        request.now = timezone.now()
        return get_response(request)

    return middleware
