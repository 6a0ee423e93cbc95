"""Work the desk leaves to the background. Each task is idempotent: the desk asks again for what a dead worker left."""

from django.utils import timezone
from django_tasks import task

from people.names.unknown import neural

from .models import Article, NeuralReading
from .publishing import draft_of
from .revisions import newest


@task()
def read_for_people(article_id: int) -> int:
    """Keep where the language model suspects people in the newest version; 0 when it has read it, or it has gone."""
    article = Article.objects.filter(pk=article_id).first()
    if article is None:
        return 0
    document = draft_of(article, newest(article), timezone.now()).story.document
    key = NeuralReading.key_of(document)
    if NeuralReading.objects.filter(article=article, key=key).exists():
        return 0
    places = neural.people_in(document)
    NeuralReading.objects.update_or_create(article=article, defaults={"key": key, "places": places})
    return len(places)
