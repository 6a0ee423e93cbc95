"""What publishing derives from the live Revision. Written by ``articles.publishing`` and nowhere else."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class ArticlePhoto(models.Model):
    """A photo in the live article, with its words as published."""

    class Place(models.TextChoices):
        LEAD = "lead", _("lead")
        BODY = "body", _("body")

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="photos")
    photo = models.ForeignKey("media_assets.Photo", models.PROTECT, related_name="+")
    place = models.CharField(max_length=4, choices=Place)
    position = models.PositiveSmallIntegerField(default=0)
    caption = models.TextField(blank=True)
    caption_html = models.TextField(blank=True)

    class Meta:
        verbose_name = _("photo in an article")
        verbose_name_plural = _("photos in articles")
        ordering = ["place", "position"]
        constraints = [
            models.UniqueConstraint(fields=["article", "place", "position"], name="article_photo_place_once")
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.place} {self.position}"


class Byline(models.Model):
    """Whose work the live article is."""

    class Role(models.TextChoices):
        TEXT = "text", _("text")
        PHOTO = "photo", _("photo")
        TRANSLATION = "translation", _("translation")

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="bylines")
    author = models.ForeignKey("articles.Author", models.PROTECT, related_name="bylines")
    role = models.CharField(max_length=12, choices=Role, default=Role.TEXT)
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["article", "author", "role"], name="byline_once")]

    def __str__(self) -> str:
        return f"{self.author} ({self.get_role_display()})"


class Mention(models.Model):
    """A name in the live text: where it stands, whom it means, and who that was on the day of the article.

    ``name`` and ``office`` are frozen when the article first goes public; of somebody without an office that day
    ``called`` has the words by which the text introduces them. Offsets are half-open code points in
    ``people.names.markup.text_of`` of the body, or in the caption.
    """

    class Where(models.TextChoices):
        LEDE = "lede", _("lede")
        CAPTION = "caption", _("caption")
        BODY = "body", _("body")

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="mentions")
    where = models.CharField(max_length=7, choices=Where)
    number = models.PositiveSmallIntegerField(default=0, help_text="Which caption, counting the lead photo's as 0.")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    surface = models.CharField(max_length=300)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    organization = models.ForeignKey("people.Organization", models.PROTECT, null=True, blank=True, related_name="+")
    memberships = models.ManyToManyField("people.Membership", related_name="+", blank=True)
    name = models.CharField(max_length=300)
    office = models.CharField(max_length=500, blank=True)
    called = models.CharField(max_length=300, blank=True)
    as_of = models.DateField()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["where", "number", "start"]
        indexes = [
            models.Index(fields=["person", "article"]),
            models.Index(fields=["organization", "article"]),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="mention_is_not_empty"),
            models.CheckConstraint(
                condition=Q(person__isnull=False, organization__isnull=True)
                | Q(person__isnull=True, organization__isnull=False),
                name="mention_means_one",
            ),
            models.UniqueConstraint(fields=["article", "where", "number", "start"], name="mention_place_once"),
        ]

    def __str__(self) -> str:
        return self.surface


class Quote(models.Model):
    """Words somebody said, in the live article."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="quotes")
    position = models.PositiveSmallIntegerField()
    words = models.TextField()
    speaker = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    speaker_name = models.CharField(max_length=300, blank=True)
    speaker_office = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["article", "position"], name="quote_place_once")]

    def __str__(self) -> str:
        return self.words[:80]
