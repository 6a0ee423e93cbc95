"""Stories that speak of the same people and subjects."""

from collections import Counter
from datetime import datetime

from .models import Article, Mention, TaggedArticle
from .stories import Story, stories

MOST = 4
_BEST = 3 * MOST  # some of them may be withdrawn, or of another edition
_WEIGHED = 400  # the newest pairs of a story and somebody it names: an official of ten years is in half the archive


def related(article: Article, now: datetime) -> list[Story]:
    """At most four public stories of the same edition that share most with this one, the newest first.

    One whose people and tags nobody else has is related to none. Four queries.
    """
    people = {mention.person_id for mention in article.mentions.all() if mention.person_id}
    tags = {tag.pk for tag in article.tags.all()}
    named = Mention.objects.filter(person__in=people).order_by("-article").values_list("article", "person").distinct()
    tagged = TaggedArticle.objects.filter(tag__in=tags).order_by("-content_object").values_list("content_object")
    shared = Counter(found for found, *_ in [*named[:_WEIGHED], *tagged[:_WEIGHED]])
    del shared[article.pk]
    best = sorted(shared, key=lambda each: (shared[each], each), reverse=True)[:_BEST]
    if not best:
        return []
    return stories(Article.objects.listed(now).in_language(article.language).filter(pk__in=best)[:MOST], now)
