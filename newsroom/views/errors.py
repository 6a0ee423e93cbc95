"""What readers see when there is nothing to see. The 500 page needs no database and no template context."""

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template import loader
from django.template.response import TemplateResponse

from articles.models import Article
from articles.stories import stories


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    latest = Article.objects.listed(request.now).in_language(request.LANGUAGE_CODE)[:5]
    context = {"latest": stories(latest, request.now)}
    return TemplateResponse(request, "404.html", context, status=404).render()


def server_error(request: HttpRequest) -> HttpResponse:
    return HttpResponseServerError(loader.get_template("500.html").render())
