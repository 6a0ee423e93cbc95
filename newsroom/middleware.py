"""Which language a page is in: readers' from the address alone, the desk's from the user. And who may load it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import get_language_from_path

GetResponse = Callable[[HttpRequest], HttpResponse]


def edition_middleware(get_response: GetResponse):
    """``/ky/…`` and ``/en/…`` are the Kyrgyz and English editions; everything else is Russian.

    No cookie and no header is read, so that one address is one page for every reader and cache.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
        return response

    return middleware


def desk_language_middleware(get_response: GetResponse):
    """The admin speaks the language its user has chosen; before signing in, the one chosen at the door."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith("/admin/"):
            user = request.user
            language = user.language if user.is_authenticated else _language_at_the_door(request)
            request.LANGUAGE_CODE = language
            translation.activate(language)
        return get_response(request)

    return middleware


def _language_at_the_door(request: HttpRequest) -> str:
    """The paper's own, or what ``?language=`` asks for: kept in the session, until the second step of signing in."""
    asked = request.GET.get("language")
    if asked in dict(settings.LANGUAGES):
        request.session["language"] = asked
    return request.session.get("language", settings.LANGUAGE_CODE)


def embedding_middleware(get_response: GetResponse):
    """No page of another site may load ours as a part of itself, where it could be spied out; a picture may be shown.

    Feed readers on the web show our pictures beside our text.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not request.path_info.startswith("/media/"):
            response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    return middleware
