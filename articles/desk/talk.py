"""Comments on a draft: their section beside the text, a page of their own, and what the section's script asks."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from .. import mentions, notices, talk
from ..forms import is_key
from ..models import Article, Comment

# Beside the text stand the newest; the page of comments has them all.
MOST_BESIDE = 50


def section_html(request: HttpRequest, article: Article) -> str:
    """The list of comments as it stands beside the text."""
    context = {"said": talk.said_of(article, MOST_BESIDE), "article": article}
    return render_to_string("admin/articles/article/said.html", context, request)


class Talk:
    """Addresses of the article admin below a draft's comments; a mixin."""

    def talk_urls(self) -> list:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/talk/", view(self.talk_page), name="articles_article_talk"),
            path("<int:pk>/talk/list/", view(self.talk_list), name="articles_article_talk_list"),
            path("<int:pk>/talk/<int:comment>/done/", view(self.talk_done), name="articles_article_talk_done"),
            path("colleagues/", view(self.colleagues), name="articles_article_colleagues"),
        ]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Whoever has opened the story has seen what they were told of it."""
        response = super().changeform_view(request, object_id, form_url, extra_context)
        if request.method == "GET" and response.status_code == 200 and is_key(str(object_id)):
            notices.see(request.user, request.now, int(object_id))
        return response

    def talk_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """All that was said of an article; a comment sent here is added to it."""
        article = self.article_for(request, pk)
        typed, error = request.POST.get("text", ""), ""
        if request.method == "POST":
            try:
                talk.say(article, typed, by=request.user, now=request.now, about=request.POST.get("about", ""))
            except talk.NotSaid as refusal:
                error = str(refusal)
            else:
                return self._answer(request, article)
            if _is_script(request):
                return JsonResponse({"error": error}, status=400)
        notices.see(request.user, request.now, pk)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Comments"),
            "opts": self.opts,
            "article": article,
            "said": talk.said_of(article),
            "typed": typed,
            "error": error,
        }
        return TemplateResponse(request, "admin/articles/article/talk_page.html", context)

    @method_decorator(require_safe)
    def talk_list(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The list beside the text as it is now, for a form that has been open for a while."""
        return JsonResponse({"html": section_html(request, self.article_for(request, pk))})

    @method_decorator(require_POST)
    def talk_done(self, request: HttpRequest, pk: int, comment: int) -> HttpResponse:
        article = self.article_for(request, pk)
        about = get_object_or_404(Comment, pk=comment, article=article)
        talk.set_done(about, "_again" not in request.POST, by=request.user, now=request.now)
        return self._answer(request, article)

    @method_decorator(require_safe)
    def colleagues(self, request: HttpRequest) -> HttpResponse:
        """Everybody who can be mentioned; a newsroom's people fit into one answer."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        return JsonResponse({"results": [{"name": each.name, "handle": each.handle} for each in mentions.colleagues()]})

    def _answer(self, request: HttpRequest, article: Article) -> HttpResponse:
        if _is_script(request):
            return JsonResponse({"html": section_html(request, article)})
        return redirect("admin:articles_article_talk", article.pk)


def _is_script(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"
