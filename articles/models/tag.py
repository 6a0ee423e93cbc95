"""Tags in the languages of the paper."""

from collections.abc import Iterable

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
    # The row stays: revisions name tags by their words, and readers have kept its address.
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("merged into"),
        help_text=_("Its stories go there, now and whenever somebody types this tag; its page leads there."),
    )

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["key"]

    def clean(self) -> None:
        # The form does not know the key.
        if twin := Tag.objects.filter(key=search_key(self.name)).exclude(pk=self.pk).first():
            raise ValidationError({"name": _("This tag is here already: “%(tag)s”.") % {"tag": twin}})
        if self.merged_into and (self.merged_into == self or self.merged_into.merged_into_id):
            raise ValidationError({"merged_into": _("Choose another tag, one that is not merged itself.")})

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
        """The tag of that name, however it is capitalised, or the one it was merged into; made if there is none."""
        defaults = {"name": name, "language": language}
        tag = cls.objects.select_related("merged_into").get_or_create(key=search_key(name), defaults=defaults)[0]
        return tag.merged_into or tag

    @classmethod
    def for_names(cls, names: Iterable[str]) -> list["Tag"]:
        """The tags these names would be in a published story; one that is not there yet is not made."""
        keys = {search_key(name): name for name in names}
        rows = cls.objects.select_related("merged_into").filter(key__in=keys)
        found = {tag.key: tag.merged_into or tag for tag in rows}
        meant = [found.get(key) or cls(name=name, key=key, slug=cls().slugify(name)) for key, name in keys.items()]
        by_key = {tag.key: tag for tag in meant}
        return [by_key[key] for key in sorted(by_key)]

    @classmethod
    def suggested(cls, typed: str, most: int) -> list[str]:
        """Names of tags for what somebody has begun to type: first those that begin so."""
        key = search_key(typed)
        if not key:
            return []
        found = cls.objects.filter(key__contains=key, merged_into=None).annotate(later=~Q(key__startswith=key))
        return list(found.order_by("later", "key").values_list("name", flat=True)[:most])


class TaggedArticle(ItemBase):
    """A tag of the live article, written by the publishing verb."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="tagged")
    content_object = models.ForeignKey("articles.Article", models.CASCADE, related_name="tagged")

    class Meta:
        verbose_name = _("tag of an article")
        verbose_name_plural = _("tags of articles")
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="tag_once_an_article")]
