"""«My desk», the first page of the admin: what its buttons do. What it lists is in ``waiting``."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from .. import notices, workflow
from ..models import MorningCheck, Notice


class MyDesk:
    """Addresses of the article admin for the buttons of the first page; a mixin."""

    def my_desk_urls(self) -> list:
        view = self.admin_site.admin_view
        return [
            path("my-desk/seen/", view(self.seen), name="articles_article_seen"),
            path("my-desk/check/<int:check>/", view(self.check_in_the_morning), name="articles_article_morning"),
        ]

    @method_decorator(require_POST)
    def seen(self, request: HttpRequest) -> HttpResponse:
        """One notice has been seen, or all; nobody sees those of another."""
        asked = request.POST.get("notice", "")
        if not asked:
            notices.see(request.user, request.now)
        elif asked.isdecimal() and len(asked) < 19:
            Notice.objects.filter(to=request.user, seen_at=None, pk=asked).update(seen_at=request.now)
        return redirect("admin:index")

    @method_decorator(require_POST)
    def check_in_the_morning(self, request: HttpRequest, check: int) -> HttpResponse:
        """Tick a story that went out without a second reader."""
        waiting = get_object_or_404(MorningCheck.objects.select_related("article", "revision"), pk=check)
        try:
            workflow.check_in_the_morning(waiting, by=request.user, now=request.now)
        except PermissionDenied as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("«%(story)s» has had its second reader.") % {"story": waiting.article})
        return redirect("admin:index")
