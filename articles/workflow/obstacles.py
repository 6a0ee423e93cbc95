"""What keeps a story from readers, in an editor's words; everything else only advises (``articles.checklist``)."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from clock.days import print_stamp
from media_assets.models import Photo

from ..body import figures, is_empty
from ..content import Content
from ..models import Article


def obstacles(article: Article, content: Content, at: datetime) -> list[str]:
    """Why this content may not come out at ``at``, in an editor's words; everything else only advises."""
    found = []
    if not content.headline.strip():
        found.append(_("The headline is empty: write one."))
    # Breaking news is one line at first.
    if is_empty(content.body) and not article.is_breaking:
        found.append(_("The text is empty: write it."))
    if article.embargo_until and article.embargo_until > at:
        stamp = print_stamp(timezone.localtime(article.embargo_until), get_language() or "ru")
        found.append(_("The embargo ends on %(stamp)s: schedule the article for that time.") % {"stamp": stamp})
    wanted = {figure.photo for figure in figures(content.body)} | ({content.lead_photo} - {None})
    for photo in Photo.objects.filter(pk__in=wanted).order_by("pk"):
        found += photo.obstacles(at, article.owner)
    return found
