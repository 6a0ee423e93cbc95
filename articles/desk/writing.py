"""What the writing form asks while somebody writes: keep this, read this, who is named by now."""

from django.conf import settings
from django.contrib.messages import ERROR
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import conditional_escape
from django.views.decorators.http import require_POST, require_safe

from ..forms import ArticleForm
from ..models import Article, Tag
from ..name_buttons import Message, Pressed
from ..revisions import cleaned, may_change, open_fields
from . import panel, working_copies

_TAGS_SHOWN = 8
_LEVELS = {10: "debug", 20: "info", 25: "success", 30: "warning", 40: "error"}


def edition(request: HttpRequest) -> str:
    """The language chosen for a new article; the paper's own unless another of its editions is named."""
    chosen = request.POST.get("language", "")
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


class WritingViews:
    """Addresses of the article admin that the form's script asks; a mixin."""

    def writing_urls(self) -> list:
        return [
            path("<int:pk>/names/", self.admin_site.admin_view(self.names), name="articles_article_names"),
            path("names/", self.admin_site.admin_view(self.names), name="articles_article_names_of_new"),
            path("<int:pk>/working-copy/", self.admin_site.admin_view(self.working_copy), name="articles_article_copy"),
            path("working-copy/", self.admin_site.admin_view(self.working_copy), name="articles_article_copy_of_new"),
            path("working-copy/drop/", self.admin_site.admin_view(self.drop_copy), name="articles_article_drop_copy"),
            path("token/", self.admin_site.admin_view(self.token), name="articles_article_token"),
            path("tags/", self.admin_site.admin_view(self.tags), name="articles_article_tags"),
        ]

    def writing_addresses(self, article: Article | None) -> dict[str, str]:
        """Where the script of this form asks, as data attributes of the form."""
        of, key = ("", [article.pk]) if article else ("_of_new", [])
        return {
            "names": reverse(f"admin:articles_article_names{of}", args=key),
            "copy": reverse(f"admin:articles_article_copy{of}", args=key),
            "token": reverse("admin:articles_article_token"),
            "tags": reverse("admin:articles_article_tags"),
            **({"presence": reverse("admin:articles_article_presence", args=key)} if article else {}),
            "photos": reverse("admin:articles_editor_photos"),
            "login": reverse("admin:login"),
        }

    @staticmethod
    def panel_html(request: HttpRequest, read: panel.Panel, may_edit: bool) -> str:
        context = {"panel": read, "named": read.named, "article": read.article, "may_edit": may_edit}
        return render_to_string("admin/articles/article/panel.html", context, request)

    @staticmethod
    def checklist_html(request: HttpRequest, read: panel.Panel) -> str:
        context = {"items": read.checklist(request.now)}
        return render_to_string("admin/articles/article/checklist.html", context, request)

    @method_decorator(require_POST)
    def names(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """The panel for the text as the browser has it, after doing what a pressed button says."""
        article = self._writable(request, pk)
        content = cleaned(ArticleForm(request.POST).content_so_far())
        read = panel.read(article, content, request.now)
        told: list[Message] = []
        if article.pk and "_decide" in request.POST:
            try:
                said = Pressed.read(request.POST["_decide"])
                told += panel.press(read, said, request.POST, by=request.user, now=request.now)
            except PermissionDenied as error:
                told.append((ERROR, str(error)))
            read = panel.read(article, content, request.now)
        return JsonResponse(
            {
                "html": self.panel_html(request, read, pk is None or may_change(article, request.user)),
                "checklist": self.checklist_html(request, read),
                "marks": read.marks(),
                "messages": [{"level": _LEVELS[level], "html": conditional_escape(words)} for level, words in told],
            }
        )

    @method_decorator(require_POST)
    def working_copy(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """Keep what the browser has; readers' clock is left alone."""
        article = self._writable(request, pk)
        if request.POST.get("tab") in request.session.get("saved_forms", []):
            return JsonResponse({"kept": False})  # sent before the save and come in after it
        kept = working_copies.keep(article if article.pk else None, request.POST, by=request.user, now=request.now)
        return JsonResponse({"kept": kept is not None})

    @method_decorator(require_POST)
    def drop_copy(self, request: HttpRequest) -> HttpResponse:
        """Throw one's own working copy away, and back to where it was offered."""
        copy = working_copies.of_form(request.POST.get("drop", ""), by=request.user)
        if copy is None:
            return redirect("admin:articles_article_changelist")
        copy.delete()
        if copy.article_id:
            return redirect("admin:articles_article_change", copy.article_id)
        return redirect("admin:articles_article_add")

    @method_decorator(require_safe)
    def token(self, request: HttpRequest) -> HttpResponse:
        """A fresh token for a form that was opened before its writer signed in again."""
        return JsonResponse({"token": get_token(request), "user": request.user.pk})

    @method_decorator(require_safe)
    def tags(self, request: HttpRequest) -> HttpResponse:
        """Names of tags that begin with what is typed, then those that hold it."""
        return JsonResponse({"results": Tag.suggested(request.GET.get("q", "").replace("\0", ""), _TAGS_SHOWN)})

    def _writable(self, request: HttpRequest, pk: int | None) -> Article:
        """The article in which some field is open to somebody, the pictures alone maybe; without a key a new one."""
        if pk is None:
            if not self.has_add_permission(request):
                raise PermissionDenied
            return Article(language=edition(request), created_by=request.user)
        article = self.article_for(request, pk)
        if not open_fields(article, request.user):
            raise PermissionDenied
        return article
