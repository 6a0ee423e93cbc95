"""A new address for a story that readers have; the old ones lead to it for ever."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from clock import ticking
from search.slugs import slugify

from ..models import Article, ArticleEvent, OldSlug
from .log import log
from .rights import need, need_sections
from .states import refuse


def slug_of(headline: str) -> str:
    """The address a headline would have."""
    return slugify(headline, fallback="news", max_length=80)


def move(article: Article, *, by, now: datetime) -> None:
    """Give a live story the address of its present headline.

    Raises:
        WorkflowError: readers do not have it, or it has that address.
        PermissionDenied: ``by`` may not publish.
    """
    need(by, "articles.publish_article")
    article.refresh_from_db()
    need_sections(by, [article.section_id])
    slug = slug_of(article.headline)
    refuse(article, "move", now, [_("The address already follows the headline.")] if slug == article.slug else [])
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        OldSlug.objects.get_or_create(article=locked, slug=locked.slug)
        log(locked, ArticleEvent.Kind.MOVED, None, by, now, old=locked.slug, new=slug)
        Article.objects.filter(pk=article.pk).update(slug=slug)
        ticking.bump()
    article.slug = slug
