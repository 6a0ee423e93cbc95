"""What readers may find: an entry each, its words, and the spellings a slip of the finger is compared with."""

from datetime import datetime

from django.db import models
from django.db.models import Case, IntegerField, Q, Value, When

from clock.intervals import Interval, covers

from .asked import Asked
from .backends import holding


class EntryQuerySet(models.QuerySet["Entry"]):
    def public(self, now: datetime) -> "EntryQuerySet":
        """Entries readers may find now; a scheduled story is found from its instant on, whoever has noticed."""
        return self.filter(covers(now))

    def holding(self, asked: Asked) -> "EntryQuerySet":
        """Entries in which all of this is said."""
        return self.filter(holding(asked))

    def ranked(self, *tiers: tuple[Q, int]) -> "EntryQuerySet":
        """The best first, each tier that fits adding its worth; then the newest."""
        worth = [
            Case(When(fits, then=Value(points)), default=Value(0), output_field=IntegerField())
            for fits, points in tiers
        ]
        return self.annotate(worth=sum(worth[1:], worth[0])).order_by("-worth", "-at", "-pk")


class Entry(Interval):
    """Something to be found. ``owner`` writes it and takes it away; ``subject`` is the id of what it is about.

    The text stands apart: common words bring thousands of entries, of which twenty are read.
    """

    class Kind(models.TextChoices):
        STORY = "story"
        PERSON = "person"
        ORGANIZATION = "organization"
        PICTURE = "picture"
        WORDS = "words"

    kind = models.CharField(max_length=12, choices=Kind)
    subject = models.BigIntegerField()
    language = models.CharField(max_length=12, blank=True)
    section = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    title = models.CharField(max_length=700)

    objects = EntryQuerySet.as_manager()

    class Meta(Interval.Meta):
        indexes = [models.Index(fields=["kind", "language", "-at"], name="entry_newest")]

    def __str__(self) -> str:
        return f"{self.owner}: {self.title}"


class EntryText(models.Model):
    """The text of an entry as readers have it, for the lines shown under a result."""

    entry = models.OneToOneField(Entry, models.CASCADE, primary_key=True, related_name="text")
    lede = models.TextField(blank=True)
    body = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.body[:80]


class Spelling(models.Model):
    """A word met in a name or a title, under one of the keys a mistyped one may share with it (``search.slips``)."""

    key = models.CharField(max_length=60)
    word = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "word"], name="spelling_once")]

    def __str__(self) -> str:
        return self.word
