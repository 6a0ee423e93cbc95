"""Secret links to a preview, for somebody without a login: made, taken back, opened.

The key is the number of the link and its signature: nobody can guess one, the desk can show it again, and a copy of
the database opens nothing.
"""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import revisions
from .body import documents, figures
from .content import Content
from .models import Article, ArticleEvent, PreviewLink

LASTING = {"hour": timedelta(hours=1), "day": timedelta(hours=24), "week": timedelta(days=7)}
CHOICES = [("hour", gettext_lazy("1 hour")), ("day", gettext_lazy("24 hours")), ("week", gettext_lazy("7 days"))]
USUAL = "day"


def share(article: Article, lasting: str, *, by, now: datetime) -> PreviewLink:
    """A new link that opens the newest version of the article, also one saved later, for so long."""
    _need_sight(by)
    with transaction.atomic():
        link = PreviewLink.objects.create(
            article=article, made_by=by, made_at=now, expires_at=now + LASTING.get(lasting, LASTING[USUAL])
        )
        _log(link, ArticleEvent.Kind.SHARED, by, now)
    return link


def revoke(link: PreviewLink, *, by, now: datetime) -> bool:
    """Take a link back: from now on it answers as if it had never been. False when it was over already."""
    _need_sight(by)
    with transaction.atomic():
        revoked = PreviewLink.objects.open(now).filter(pk=link.pk).update(revoked_at=now)
        if revoked:
            _log(link, ArticleEvent.Kind.UNSHARED, by, now)
    return bool(revoked)


def key_of(link: PreviewLink) -> str:
    return _signer().sign(str(link.pk))


def opened(key: str, now: datetime) -> PreviewLink | None:
    """The link of this key if it works now."""
    try:
        number = _signer().unsign(key)
    except BadSignature:
        return None
    return PreviewLink.objects.open(now).select_related("article", "article__section").filter(pk=number).first()


def shown_in(article: Article) -> Content:
    """What a link to the article shows."""
    return revisions.content_of(revisions.newest(article))


def shows_photo(content: Content, photo: int) -> bool:
    return photo == content.lead_photo or any(figure.photo == photo for figure in figures(content.body))


def offers_document(content: Content, document: int) -> bool:
    return document in documents(content.body)


def _signer() -> Signer:
    return Signer(sep=".", salt="articles.previews")


def _need_sight(by) -> None:
    """Whoever may see an article at the desk may show it to somebody."""
    if not (by.has_perm("articles.view_article") or by.has_perm("articles.change_article")):
        raise PermissionDenied(_("Your role does not allow this: ask an editor."))


def _log(link: PreviewLink, kind: str, by, now: datetime) -> None:
    detail = {"link": link.pk, "until": link.expires_at.isoformat()}
    ArticleEvent.objects.create(article=link.article, kind=kind, by=by, at=now, detail=detail)
