"""People the language model suspects in a draft, where ``NEURAL_NAMES`` is on.

The desk's list is whole without them and waits for nothing: the model is loaded in the worker and nowhere else.
"""

from django.conf import settings

from .models import Article, NeuralReading
from .tasks import read_for_people


def suspected(article: Article, document: str, *, is_saved: bool = True) -> list[tuple[int, int]]:
    """The places of this document that the model takes for people; nothing before the worker has read it.

    Whoever looks at a saved document not read yet sends it to the worker, so the next look sends a lost job again.
    """
    if not settings.NEURAL_NAMES or article.pk is None:
        return []
    reading = NeuralReading.objects.filter(article=article, key=NeuralReading.key_of(document)).first()
    if reading is None:
        if is_saved:
            read_for_people.enqueue(article.pk)
        return []
    return [(start, end) for start, end in reading.places]
