"""Tags in the languages of the paper."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from search.slugs import slugify
from search.words import clean, search_key


class Tag(TagBase):
    """A subject. The database cannot fold Cyrillic, so sameness is the stored key's."""

    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="ru")
    description = models.TextField(_("description"), blank=True)
    key = models.CharField(max_length=100, unique=True, editable=False)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["key"]

    def clean(self) -> None:
        # The form does not know the key.
        if twin := Tag.objects.filter(key=search_key(self.name)).exclude(pk=self.pk).first():
            raise ValidationError({"name": _("This tag is here already: “%(tag)s”.") % {"tag": twin}})

    def save(self, *args, **kwargs):
        self.name = clean(self.name)
        self.key = search_key(self.name)
        super().save(*args, **kwargs)

    def slugify(self, tag: str, i: int | None = None) -> str:
        slug = slugify(tag, fallback="tag")
        return f"{slug}-{i}" if i else slug

    def get_absolute_url(self) -> str:
        return reverse("tag", args=[self.slug])

    @classmethod
    def named(cls, name: str, language: str) -> "Tag":
        """The tag of that name, however it is capitalised; made if there is none."""
        return cls.objects.get_or_create(key=search_key(name), defaults={"name": name, "language": language})[0]

    @classmethod
    def suggested(cls, typed: str, most: int) -> list[str]:
        """Names of tags for what somebody has begun to type: first those that begin so."""
        key = search_key(typed)
        if not key:
            return []
        found = cls.objects.filter(key__contains=key).annotate(later=~Q(key__startswith=key))
        return list(found.order_by("later", "key").values_list("name", flat=True)[:most])


class TaggedArticle(ItemBase):
    """A tag of the live article, written by the publishing verb."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="tagged")
    content_object = models.ForeignKey("articles.Article", models.CASCADE, related_name="tagged")

    class Meta:
        verbose_name = _("tag of an article")
        verbose_name_plural = _("tags of articles")
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="tag_once_an_article")]
