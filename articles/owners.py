"""Articles and authors as the photo desk lists them under a photo: where it is shown, which draft waits with it."""

from collections.abc import Collection, Mapping

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from media_assets.owners import Owner

from . import body, workflow
from .models import Article, Author, Revision


def describe(keys: Collection[str]) -> Mapping[str, Owner]:
    """Articles by their numbers: headline, page at the desk, state."""
    now = timezone.now()
    found = Article.objects.filter(pk__in=[key for key in keys if key.isdigit()])
    return {str(article.pk): _owner(article, now) for article in found.defer("body_html", "rendered_html", "lede")}


def holding(photos: Collection[int]) -> Mapping[int, list[Owner]]:
    """What has each photo though readers do not see it there: unpublished versions, then portraits of authors.

    Only articles whose newest version is not the live one are read: what is live has its uses.
    """
    now = timezone.now()
    found: dict[int, list[Owner]] = {}
    for revision in _unpublished(photos):
        for photo in _photos_of(revision) & set(photos):
            found.setdefault(photo, []).append(_owner(revision.article, now))
    for author in Author.objects.filter(portrait__in=photos):
        owner = Owner(
            str(author), reverse("admin:articles_author_change", args=[author.pk]), _("portrait of an author")
        )
        found.setdefault(author.portrait_id, []).append(owner)
    return found


def _unpublished(photos: Collection[int]):
    names_one = Q(data__lead_photo__in=list(photos))
    for photo in photos:
        names_one |= Q(data__body__icontains=f'data-photo="{photo}"')
    return (
        Revision.objects.filter(names_one, number=F("article__version"))
        .filter(Q(article__live_revision=None) | ~Q(article__live_revision=F("pk")))
        .select_related("article")
        .defer("article__body_html", "article__rendered_html", "article__lede")
    )


def _photos_of(revision: Revision) -> set[int | None]:
    return {revision.data.get("lead_photo"), *(each.photo for each in body.figures(revision.data.get("body", "")))}


def _owner(article: Article, now) -> Owner:
    state = Article.State(workflow.state_at(article, now)).label
    return Owner(str(article), reverse("admin:articles_article_change", args=[article.pk]), str(state))
