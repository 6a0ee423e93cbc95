"""Nothing of the desk for somebody whose second factor is still to be set up."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from . import factors
from .urls import DOOR


def second_factor_middleware(get_response: Callable[[HttpRequest], HttpResponse]):
    """Leads such a person to the page that sets one up, from every address of the desk, whatever it answers with.

    Elsewhere, as under /media/, they are a reader. That is asked only by a page that looks at the user: readers'
    own pages do not, and cost nothing more.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if not settings.REQUIRE_SECOND_FACTOR or request.path_info.startswith(DOOR):
            return get_response(request)
        if not request.path_info.startswith("/admin/"):
            request.user = _reader_if_wanting(request.user)
        elif request.user.is_authenticated and factors.is_wanting(request.user):
            return redirect("mfa_index")
        return get_response(request)

    return middleware


def _reader_if_wanting(user):
    return SimpleLazyObject(lambda: AnonymousUser() if user.is_authenticated and factors.is_wanting(user) else user)
