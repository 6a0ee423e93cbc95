"""The public log of corrections: what the paper got wrong, and what it has taken back."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator
from django.db.models import F, QuerySet, Value
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.models import Article, Correction

PER_PAGE = 30
_WITHDRAWN = "withdrawn"
# An update or a typing mistake put right is no error readers were told.
_TOLD = (Correction.Kind.CLARIFICATION, Correction.Kind.CORRECTION, Correction.Kind.RETRACTION)


@dataclass(frozen=True)
class Entry:
    """One line of the log; ``url`` is the story, or the page that says why it is gone."""

    at: datetime
    kind: str
    label: str
    words: str
    headline: str
    url: str


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """The newest first, of this edition, in pages."""
    page = Paginator(_keys(request.LANGUAGE_CODE, request.now), PER_PAGE).get_page(request.GET.get("page"))
    context = {"entries": _entries(page.object_list), "page": page}
    return TemplateResponse(request, "newsroom/corrections.html", context)


def _keys(language: str, now: datetime) -> QuerySet:
    """When, what kind, and the key of the row that says it: a correction, or a story that was withdrawn."""
    told = {"kind__in": _TOLD, "made_at__lte": now}
    notes = Correction.objects.filter(article__language=language, article__public_from__lte=now, **told)
    withdrawn = Article.objects.filter(language=language, public_from__lte=now, withdrawn_at__lte=now)
    said = notes.order_by().annotate(at=F("made_at"), what=F("kind"), key=F("pk"))
    taken = withdrawn.order_by().annotate(at=F("withdrawn_at"), what=Value(_WITHDRAWN), key=F("pk"))
    columns = ("at", "what", "key")
    return said.values_list(*columns).union(taken.values_list(*columns), all=True).order_by("-at", "-key")


def _entries(keys) -> list[Entry]:
    rows = list(keys)
    notes = Correction.objects.select_related("article").in_bulk([pk for _at, kind, pk in rows if kind != _WITHDRAWN])
    gone = Article.objects.in_bulk([pk for _at, kind, pk in rows if kind == _WITHDRAWN])
    return [_withdrawal(gone[pk]) if kind == _WITHDRAWN else _note(notes[pk]) for _at, kind, pk in rows]


def _note(note: Correction) -> Entry:
    article = note.article
    label = str(Correction.Kind(note.kind).label)
    return Entry(note.made_at, note.kind, label, note.note, article.headline, article.get_absolute_url())


def _withdrawal(article: Article) -> Entry:
    label = str(Article.State.WITHDRAWN.label)
    url = article.get_absolute_url()
    return Entry(article.withdrawn_at, _WITHDRAWN, label, article.withdrawal_reason, article.headline, url)
