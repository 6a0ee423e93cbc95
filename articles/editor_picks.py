"""Stories and documents as the text editor picks them: what was found, in the desk's words, and new files."""

from datetime import datetime

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clock.days import print_day
from media_assets.documents import NotADocument, take
from media_assets.models import Document

from . import workflow
from .editor_asked import asked, results
from .models import Article

_LISTED = ("language", "desk_headline", "state", "public_from", "public_until", "first_published_at", "changed_at")


@require_safe
@permission_required("articles.view_article", raise_exception=True)
def articles(request: HttpRequest) -> JsonResponse:
    """The articles with the ids asked for, else those whose headlines hold every word of ``q``, last changed first."""
    found = asked(request, Article.objects.only(*_LISTED), column="desk_key")
    return results([_article(article, request.now) for article in found])


@require_safe
@permission_required("media_assets.view_document", raise_exception=True)
def documents(request: HttpRequest) -> JsonResponse:
    """The documents with the ids asked for, else those whose titles or file names hold every word of ``q``."""
    return results([_document(document) for document in asked(request, Document.objects.all())])


@require_POST
@permission_required("media_assets.add_document", raise_exception=True)
def upload(request: HttpRequest) -> JsonResponse:
    """A file put on record, and its document; 400 with a sentence when it is refused."""
    file = request.FILES.get("file")
    if file is None:
        return JsonResponse({"error": _("Choose a file.")}, status=400)
    try:
        document, _is_new = take(file, file.name or "", by=request.user)
    except NotADocument as error:
        return JsonResponse({"error": str(error)}, status=400)
    return results([_document(document)])


def _article(article: Article, now: datetime) -> dict[str, object]:
    day = timezone.localtime(article.first_published_at or article.changed_at or now)
    state = Article.State(workflow.state_at(article, now)).label
    return {
        "id": article.pk,
        "headline": article.desk_headline or _("(no headline)"),
        "told": f"{print_day(day, get_language() or 'ru')} · {state}",
        "isPublic": article.is_begun(now) and not article.is_over(now),
    }


def _document(document: Document) -> dict[str, object]:
    told = f"{document.kind_and_size(get_language() or 'ru')} · {document.original_name}"
    return {"id": document.pk, "title": document.title, "told": told}
