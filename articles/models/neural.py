"""What the language model said of a draft."""

from hashlib import sha256

from django.db import models
from django.utils.translation import gettext_lazy as _


class NeuralReading(models.Model):
    """Where the model takes words of an article for people: half-open code points in the document it read.

    ``key`` tells that document from any other: once the text is edited, the places count for nothing.
    """

    article = models.OneToOneField("articles.Article", models.CASCADE, related_name="neural_reading")
    key = models.CharField(max_length=64)
    places = models.JSONField(default=list)

    class Meta:
        verbose_name = _("reading by the language model")
        verbose_name_plural = _("readings by the language model")

    def __str__(self) -> str:
        return f"{self.article_id}: {len(self.places)}"

    @staticmethod
    def key_of(document: str) -> str:
        return sha256(document.encode()).hexdigest()
