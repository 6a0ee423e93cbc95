"""Sections of the paper and the people who write in it."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from people.slugs import free_slug


class Named(models.Model):
    """A name in Russian, and in the other editions where they have their own."""

    name = models.CharField(pgettext_lazy("in Russian", "name"), max_length=120)
    name_ky = models.CharField(_("name in Kyrgyz"), max_length=120, blank=True)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name_in(get_language() or "ru")

    def save(self, *args, **kwargs) -> None:
        self.slug = self.slug or free_slug(type(self), self.name, "name")
        super().save(*args, **kwargs)

    def name_in(self, language: str) -> str:
        return {"ky": self.name_ky, "en": self.name_en}.get(language) or self.name


class Section(Named):
    """A part of the paper, such as politics."""

    position = models.PositiveSmallIntegerField(_("place"), default=100)
    editors = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="+",
        verbose_name=_("its own editors"),
        help_text=_("Only they and the chief editor put out its stories; if nobody is named, every editor does."),
    )

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["position", "slug"]


class Author(Named):
    """Whose name stands over a text or under a picture: a person of the newsroom, a guest, or a pseudonym."""

    biography = models.TextField(_("biography"), blank=True)
    biography_ky = models.TextField(_("biography in Kyrgyz"), blank=True)
    biography_en = models.TextField(_("biography in English"), blank=True)
    portrait = models.ForeignKey(
        "media_assets.Photo",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("portrait"),
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="author",
        verbose_name=_("user"),
    )

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name", "pk"]

    def biography_in(self, language: str) -> tuple[str, str]:
        """The biography for this edition and the language it is in: the Russian one where there is no other."""
        own = {"ky": self.biography_ky, "en": self.biography_en}.get(language)
        return (own, language) if own else (self.biography, "ru")

    def get_absolute_url(self) -> str:
        return reverse("author", args=[self.slug])

    @property
    def owner(self) -> str:
        """How the use of their portrait names this author."""
        return f"author:{self.pk}"
