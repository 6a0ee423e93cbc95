"""What is seen when there is nothing to see, or not by this person. The 500 page needs no database and no context."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template import loader
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.models import Article
from articles.stories import stories


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    latest = Article.objects.listed(request.now).in_language(request.LANGUAGE_CODE)[:5]
    context = {"latest": stories(latest, request.now)}
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
    return HttpResponseServerError(loader.get_template("500.html").render())
