"""The log of what happened to an article, as the verbs write it."""

from datetime import datetime

from ..models import Article, ArticleEvent, Revision


def log(article: Article, kind: str, revision: Revision | None, by, now: datetime, **detail) -> None:
    """Add an event; ``detail`` is JSON in the words of the verb."""
    ArticleEvent.objects.create(article=article, kind=kind, revision=revision, by=by, at=now, detail=detail)
