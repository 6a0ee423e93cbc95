"""Stories brought out as an editor would."""

from datetime import datetime

from articles import revisions, workflow
from articles.content import Content
from articles.models import Article
from newsroom.models import User


def story(headline: str, by: User, at: datetime, *, language: str = "ru", **fields) -> Article:
    """A story that came out at this instant."""
    content = Content(headline=headline, **{"body": "<p>Рано утром.</p>", **fields})
    article = revisions.create(content, by, now=at, language=language)
    workflow.publish(article, by=by, now=at)
    article.refresh_from_db()
    return article
