"""The desk of the front page: which stories stand on top of an edition, and in which order."""

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST

from articles.models import Article
from articles.workflow import WorkflowError
from people.desk import occurs
from search.words import search_key

from .front import front_of
from .front_arranging import FrontChanged, arrange, changes_of, eligible
from .front_form import Arrangement
from .models import FrontPage

_FOUND = 6
_CHANGES = 5


class FrontPageAdmin(admin.ModelAdmin):
    """One page an edition, in place of Django's list and form; what they log is Django's own log."""

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        view = self.admin_site.admin_view
        own = [
            path("edition/<str:language>/", view(self.edition), name="newsroom_frontpage_edition"),
            path("edition/<str:language>/preview/", view(self.preview), name="newsroom_frontpage_preview"),
        ]
        return own + super().get_urls()

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return redirect("admin:newsroom_frontpage_edition", settings.LANGUAGE_CODE)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        front = self.get_object(request, object_id) if object_id else None
        return redirect("admin:newsroom_frontpage_edition", front.language if front else settings.LANGUAGE_CODE)

    def edition(self, request: HttpRequest, language: str) -> HttpResponse:
        """The order; each button shows it changed, and «Save» alone gives it to readers."""
        self._need(request, language)
        if request.method != "POST":
            return self._page(request, Arrangement.stored(language, request.now))
        sent = Arrangement.sent(language, request.POST)
        if "_save" not in request.POST or sent.wrong:
            return self._page(request, sent)
        try:
            arrange(language, sent.slots, sent.base, by=request.user, now=request.now)
        except WorkflowError as error:
            sent.wrong += error.reasons
            return self._page(request, sent)
        except FrontChanged as changed:
            sent.base = changed.version  # «Save», pressed again, is meant
            return self._page(request, sent, changed)
        messages.success(request, _("Readers see the front page in this order now."))
        return redirect("admin:newsroom_frontpage_edition", language)

    @method_decorator(require_POST)
    def preview(self, request: HttpRequest, language: str) -> HttpResponse:
        """The front page as it would be in the order the form holds."""
        self._need(request, language)
        chosen = [slot.article for slot in Arrangement.sent(language, request.POST).slots]
        with override(language):
            request.LANGUAGE_CODE = language
            context = {"front": front_of(language, request.now, chosen), "is_preview": True}
            response = TemplateResponse(request, "newsroom/front.html", context).render()
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    def _need(self, request: HttpRequest, language: str) -> None:
        if language not in dict(settings.LANGUAGES):
            raise Http404
        if not self.has_change_permission(request):
            raise PermissionDenied

    def _page(
        self, request: HttpRequest, arrangement: Arrangement, changed: FrontChanged | None = None
    ) -> HttpResponse:
        language = arrangement.language
        front = FrontPage.objects.filter(language=language).first()
        context = {
            **self.admin_site.each_context(request),
            "title": _("Front page"),
            "opts": self.opts,
            "language": language,
            "editions": settings.LANGUAGES,
            "arrangement": arrangement,
            "rows": arrangement.rows(request.now),
            "changed": changed,
            "theirs": Arrangement.stored(language, request.now).rows(request.now) if changed else [],
            "q": request.POST.get("q", ""),
            "found": _found(arrangement, request.POST.get("q", "")),
            "changes": changes_of(front)[:_CHANGES] if front else [],
            "now": request.now,
        }
        status = 409 if changed else 200
        return TemplateResponse(request, "admin/newsroom/frontpage/edition.html", context, status=status)


def _found(arrangement: Arrangement, words: str) -> QuerySet[Article]:
    """The newest stories with these words in their headline that do not stand on top yet."""
    asked = eligible(arrangement.language).exclude(pk__in=[slot.article for slot in arrangement.slots])
    for word in search_key(words[:100]).split():
        asked = asked.filter(occurs(word, "desk_key"))
    return asked.order_by("-first_published_at", "-pk")[:_FOUND]


admin.site.register(FrontPage, FrontPageAdmin)
