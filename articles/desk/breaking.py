"""«Молния» at the desk: a form of one line, and what like it has just come out."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .. import workflow
from ..models import Article
from ..similar import similar
from .question_forms import BreakingForm
from .sittings import sitting

_LONGEST = 300


class Breaking:
    """Addresses of the article admin for breaking news; a mixin."""

    def breaking_urls(self) -> list:
        view = self.admin_site.admin_view
        return [
            path("breaking/", view(self.breaking), name="articles_article_breaking"),
            path("similar/", view(require_safe(self.similar)), name="articles_article_similar"),
        ]

    def breaking(self, request: HttpRequest) -> HttpResponse:
        """One line, public when it is sent; then the writing form, to fill it in in place."""
        if not self.has_publish_permission(request):
            raise PermissionDenied(_("Your role does not publish: hand your story in."))
        form = BreakingForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            article = self._flash(request, form)
            if article:
                return redirect("admin:articles_article_change", article.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Breaking news"),
            "opts": self.opts,
            "form": form,
            "media": self.media + form.media,
            "similar": reverse("admin:articles_article_similar"),
        }
        return TemplateResponse(request, "admin/articles/article/breaking.html", context)

    def _flash(self, request, form: BreakingForm) -> Article | None:
        data = form.cleaned_data
        section = data["section"].pk if data["section"] else None
        options = {"language": data["language"], "section": section, "sitting": sitting(request)}
        try:
            article = workflow.flash(data["line"], by=request.user, now=request.now, **options)
        except (workflow.WorkflowError, PermissionDenied) as error:
            form.add_error(None, getattr(error, "reasons", [str(error)]))
            return None
        messages.success(request, _("It is on the site. Fill it in here: each “Publish the changes” reaches readers."))
        return article

    def similar(self, request: HttpRequest) -> JsonResponse:
        """What has come out in the last two hours and tells what this line tells."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        language = request.GET.get("language", "ru")[:2]
        line = request.GET.get("q", "").replace("\0", "")[:_LONGEST]
        found = similar(Article(language=language), line, (), request.now)
        words = _("A similar story came out at %(time)s: “%(headline)s”.")
        told = [
            {
                "words": words % {"time": f"{timezone.localtime(each.published):%H:%M}", "headline": each.headline},
                "url": reverse("admin:articles_article_change", args=[each.article]),
            }
            for each in found
        ]
        return JsonResponse({"similar": told})
