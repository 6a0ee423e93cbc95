"""What an open writing form learns every twenty seconds: who else is there, and what was saved meanwhile."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from .. import presence, revisions
from ..comparing import LABELS
from ..content import changed
from ..forms import is_key
from ..models import Article
from .sittings import sitting


@dataclass(frozen=True)
class Newer:
    """A version saved since the form was opened, and the fields that changed since then."""

    number: int
    who: str
    saved_at: datetime
    is_own: bool
    labels: list[str]


class Presence:
    """The address of the article admin that open forms speak to; a mixin."""

    def presence_urls(self) -> list:
        view = self.admin_site.admin_view(self.presence)
        return [path("<int:pk>/presence/", view, name="articles_article_presence")]

    @method_decorator(require_POST)
    def presence(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep that the form is open, or closed, and tell what is new; readers' clock is left alone."""
        article = self._writable(request, pk)
        tab, by, now = request.POST.get("tab", ""), request.user, request.now
        if "closed" in request.POST:
            presence.leave(tab, by=by)
            return HttpResponse(status=204)
        presence.note(article, tab, by=by, now=now, is_typing="typing" in request.POST)
        base = request.POST.get("base", "")
        newer = _newer(request, article, int(base) if is_key(base) else 0)
        return JsonResponse({"html": presence_html(request, article, tab, newer)})


def presence_html(request: HttpRequest, article: Article, tab: str, newer: Newer | None = None) -> str:
    """The sentences of the form's side column; empty when one is alone."""
    others = presence.others(article, tab, by=request.user, now=request.now)
    if not others and newer is None:
        return ""
    return render_to_string("admin/articles/article/presence.html", {"others": others, "newer": newer}, request)


def _newer(request: HttpRequest, article: Article, base: int) -> Newer | None:
    if article.version <= base:
        return None
    latest = revisions.newest(article)
    begun = article.revisions.filter(number=base).first()
    differing = changed(revisions.content_of(begun), revisions.content_of(latest)) if begun else frozenset()
    is_own = latest.created_by_id == request.user.pk and latest.sitting == sitting(request)
    labels = [str(LABELS[name]) for name in LABELS if name in differing]
    return Newer(latest.number, str(latest.created_by), latest.created_at, is_own, labels)
