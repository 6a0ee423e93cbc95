"""What is seen when there is nothing to see, or not by this person. The 500 page needs no database and no context."""

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template import loader
from django.template.response import TemplateResponse
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _

from articles.stories import latest


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Without links to this page in other editions: what this one lacks they mostly lack too."""
    context = {"latest": latest(request.LANGUAGE_CODE, request.now), "editions": {}}
    return TemplateResponse(request, "404.html", context, status=404).render()


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The desk's page that says whom to ask: a verb's own words, where it has some."""
    return _refused(request, str(exception) or _("Your role does not allow this: ask an editor."))


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The answer to a form that was opened before somebody signed in anew, mostly in another tab."""
    return _refused(request, _("This page was opened before you last signed in. Go back, reload it and try again."))


def _refused(request: HttpRequest, why: str) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": _("This cannot be done"), "why": why}
    return TemplateResponse(request, "403.html", context, status=403).render()


def server_error(request: HttpRequest) -> HttpResponse:
    """Plain words in the language of the address: what broke may have broken before anybody asked which it is."""
    language = get_language_from_path(request.path_info)
    with override(language or settings.LANGUAGE_CODE):
        page = loader.get_template("500.html").render({"front": f"/{language}/" if language else "/"})
    return HttpResponseServerError(page)
