"""«What readers saw»: every version readers have had, each with its interval, its checksum and a page to print."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..public_versions import checksum
from .question_forms import AtForm


class Seen:
    """Addresses of the article admin about what was public; a mixin."""

    def seen_urls(self) -> list:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/public/", view(self.public_versions), name="articles_article_public"),
            path("<int:pk>/public/<int:version>/", view(self.public_version), name="articles_article_public_version"),
        ]

    def public_versions(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The list; asked for an instant, the version readers had then."""
        article = self.article_for(request, pk)
        form = AtForm(request.GET if "at_0" in request.GET else None)
        if form.is_bound and form.is_valid():
            at = form.cleaned_data["at"]
            covering = article.public_versions.filter(public_from__lte=at).exclude(public_until__lte=at).first()
            if covering:
                return redirect("admin:articles_article_public_version", pk, covering.pk)
            form.add_error(None, _("Readers had nothing of this article at that instant."))
        had = article.public_versions.filter(public_from__lte=request.now).select_related("revision__created_by")
        context = {
            **self.admin_site.each_context(request),
            "title": _("What readers saw"),
            "opts": self.opts,
            "original": article,
            "form": form,
            "had": had.defer("html", "revision__data"),
            "media": self.media + form.media,
            "back": reverse("admin:articles_article_change", args=[pk]),
        }
        return TemplateResponse(request, "admin/articles/article/seen.html", context)

    def public_version(self, request: HttpRequest, pk: int, version: int) -> HttpResponse:
        """One version, exactly as it was drawn for readers."""
        article = self.article_for(request, pk)
        had = article.public_versions.filter(pk=version, public_from__lte=request.now)
        found = had.select_related("revision__created_by").first()
        if found is None:
            raise Http404
        context = {
            "article": article,
            "version": found,
            "is_whole": checksum(found.html) == found.checksum,
            "html": mark_safe(found.html),  # drawn by our own template, from what was sanitised then
        }
        response = TemplateResponse(request, "articles/seen.html", context)
        response.headers["Cache-Control"] = "private, no-store"
        with override(article.language):
            return response.render()
