"""Articles and authors as the desk lists them under a photo or a document: where it is shown, which draft waits."""

from collections.abc import Callable, Collection, Mapping

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from media_assets.owners import Owner

from . import body, workflow
from .models import Article, Author, Revision
from .models.article import UNPUBLISHED


def describe(keys: Collection[str]) -> Mapping[str, Owner]:
    """Articles by their numbers: headline, page at the desk, state."""
    now = timezone.now()
    found = Article.objects.filter(pk__in=[key for key in keys if key.isdigit()])
    return {str(article.pk): _owner(article, now) for article in found.defer("body_html", "rendered_html", "lede")}


def describe_authors(keys: Collection[str]) -> Mapping[str, Owner]:
    """Authors by their numbers: name, page at the desk, and that it is their portrait."""
    found = Author.objects.filter(pk__in=[key for key in keys if key.isdigit()])
    return {str(author.pk): _portrait(author) for author in found}


def holding(photos: Collection[int]) -> Mapping[int, list[Owner]]:
    """What has each photo though readers do not see it there: unpublished versions, then portraits of authors."""
    names_one = Q(data__lead_photo__in=list(photos)) | Q(data__body__icontains='data-photo="')
    found = _held_by(names_one, photos, _photos_of)
    for author in Author.objects.filter(portrait__in=photos):
        found.setdefault(author.portrait_id, []).append(_portrait(author))
    return found


def holding_documents(documents: Collection[int]) -> Mapping[int, list[Owner]]:
    """The unpublished versions that offer each document."""
    return _held_by(Q(data__body__icontains='data-document="'), documents, _documents_of)


def _held_by(
    names_one: Q, ids: Collection[int], held_in: Callable[[Revision], set[int | None]]
) -> dict[int, list[Owner]]:
    """Record -> the articles whose newest version holds it and is not the live one: what is live has its uses.

    ``names_one`` only says which versions are worth reading: to ask for fifty numbers is to read each text fifty times.
    """
    now = timezone.now()
    waiting = Article.objects.filter(UNPUBLISHED).order_by().values("pk")
    unpublished = (
        Revision.objects.filter(names_one, article__in=waiting, number=F("article__version"))
        .select_related("article")
        .defer("article__body_html", "article__rendered_html", "article__lede")
    )
    found: dict[int, list[Owner]] = {}
    for revision in unpublished:
        for record in held_in(revision) & set(ids):
            found.setdefault(record, []).append(_owner(revision.article, now))
    return found


def _photos_of(revision: Revision) -> set[int | None]:
    return {revision.data.get("lead_photo"), *(each.photo for each in body.figures(revision.data.get("body", "")))}


def _documents_of(revision: Revision) -> set[int | None]:
    return set(body.documents(revision.data.get("body", "")))


def _portrait(author: Author) -> Owner:
    return Owner(str(author), reverse("admin:articles_author_change", args=[author.pk]), _("portrait of an author"))


def _owner(article: Article, now) -> Owner:
    state = Article.State(workflow.state_at(article, now)).label
    return Owner(str(article), reverse("admin:articles_article_change", args=[article.pk]), str(state))
