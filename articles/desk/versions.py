"""The pages of an article's versions: the list, two of them compared, restoring one, links to its preview."""

from collections.abc import Mapping

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from .. import previews, revisions, versions
from ..forms import is_key
from ..models import PreviewLink, Revision
from .sittings import sitting


class VersionPages:
    """Addresses of the article admin; a mixin."""

    def version_urls(self) -> list:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/versions/", view(self.versions), name="articles_article_versions"),
            path("<int:pk>/versions/compare/", view(self.compare), name="articles_article_compare"),
            path("<int:pk>/versions/restore/", view(self.restore), name="articles_article_restore"),
            path("<int:pk>/share/", view(self.share), name="articles_article_share"),
            path("<int:pk>/unshare/", view(self.unshare), name="articles_article_unshare"),
        ]

    @method_decorator(require_safe)
    def versions(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Every version, newest first, and the links by which strangers see the newest."""
        article = self.article_for(request, pk)
        listed, page = versions.listed(article, request.GET.get("page", ""), request.now)
        links = PreviewLink.objects.open(request.now).filter(article=article).select_related("made_by")
        shown = {
            "title": _("Versions"),
            "versions": listed,
            "page": page,
            "links": [(link, _address(link)) for link in links],
            "lasting": previews.CHOICES,
            "usual": previews.USUAL,
        }
        return self._page(request, article, "versions_page", shown)

    @method_decorator(require_safe)
    def compare(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What changed from one version to another, whichever was named first."""
        article = self.article_for(request, pk)
        numbers = {int(each) for each in (request.GET.get("old", ""), request.GET.get("new", "")) if is_key(each)}
        pair, fields = versions.compared(article, numbers, request.now)
        if not pair:
            messages.warning(request, _("Choose two versions that are not the same."))
            return redirect("admin:articles_article_versions", pk)
        title = _("Versions %(old)s and %(new)s") % {"old": pair[0].number, "new": pair[1].number}
        return self._page(request, article, "compare", {"title": title, "pair": pair, "fields": fields})

    @method_decorator(require_POST)
    def restore(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A new version with the words of an old one; readers see nothing of it until it is published."""
        article = self.article_for(request, pk)
        number, seen = (int(each) if is_key(each) else 0 for each in map(request.POST.get, ("number", "seen"), "  "))
        try:
            saved = revisions.restore(
                article, number, by=request.user, now=request.now, seen=seen, sitting=sitting(request)
            )
        except Revision.DoesNotExist:
            messages.error(request, _("There is no such version."))
        except revisions.Outdated as error:
            messages.error(request, str(error))
        else:
            self._tell_restored(request, number, saved)
        return redirect("admin:articles_article_versions", pk)

    @staticmethod
    def _tell_restored(request: HttpRequest, number: int, saved: revisions.Saved) -> None:
        told = {"number": number, "newest": saved.revision.number}
        if saved.is_new:
            messages.success(request, _("Version %(number)s is restored: it is now version %(newest)s.") % told)
        else:
            messages.info(request, _("Version %(newest)s already says what version %(number)s said.") % told)

    @method_decorator(require_POST)
    def share(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self.article_for(request, pk)
        previews.share(article, request.POST.get("lasting", ""), by=request.user, now=request.now)
        messages.success(request, _("The link is made: copy it below. Whoever has it sees the newest version."))
        return redirect("admin:articles_article_versions", pk)

    @method_decorator(require_POST)
    def unshare(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self.article_for(request, pk)
        number = request.POST.get("link", "")
        link = get_object_or_404(PreviewLink, article=article, pk=number if is_key(number) else 0)
        if previews.revoke(link, by=request.user, now=request.now):
            messages.success(request, _("The link opens nothing any more."))
        return redirect("admin:articles_article_versions", pk)

    def _page(self, request: HttpRequest, article, template: str, shown: Mapping[str, object]) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": article,
            "media": self.media,
            "may_restore": revisions.may_change(article, request.user),
            "live": article.live_version
            if article.is_begun(request.now) and not article.is_over(request.now)
            else None,
            **shown,
        }
        return TemplateResponse(request, f"admin/articles/article/{template}.html", context)


def _address(link: PreviewLink) -> str:
    return f"{settings.BASE_URL}{reverse('previews:page', args=[previews.key_of(link)])}"
