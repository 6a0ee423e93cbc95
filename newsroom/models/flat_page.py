"""Pages that are no stories: about the paper, contacts, rules of reprinting."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import resolve, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django_prose_editor.fields import ProseEditorField, create_sanitizer
from simple_history.models import HistoricalRecords

# Text, headings, lists and links: pictures and quotes are for stories.
EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "HardBreak": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Link": {"enableTarget": False},
    "NoSpellCheck": False,
    "ToolbarWords": True,
}
sanitise = create_sanitizer({name: on for name, on in EXTENSIONS.items() if name != "ToolbarWords"})


class FlatPage(models.Model):
    """One page of an edition. The same address in another edition is its translation."""

    RULES = "rules"  # the address of the page with the rules of reprinting, which programs are led to

    language = models.CharField(_("edition"), max_length=2, choices=settings.LANGUAGES, default="ru")
    slug = models.SlugField(
        _("address"), max_length=60, help_text=_("Such as about, contacts or rules; the same in every edition.")
    )
    title = models.CharField(_("title"), max_length=120)
    body = ProseEditorField(_("text"), extensions=EXTENSIONS, sanitize=sanitise)
    position = models.PositiveSmallIntegerField(
        _("place in the footer"), default=100, help_text=_("The lowest number stands first.")
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("page of the site")
        verbose_name_plural = _("pages of the site")
        ordering = ["language", "position", "pk"]
        constraints = [models.UniqueConstraint(fields=["language", "slug"], name="flat_page_once_an_edition")]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if self.slug and self._is_taken():
            raise ValidationError({"slug": _("Another page of the site has this address: choose a different one.")})

    def _is_taken(self) -> bool:
        """An edition has this address, or a pattern before the last of newsroom/urls.py: that would be shown."""
        with override(self.language):
            return self.slug in dict(settings.LANGUAGES) or resolve(self.get_absolute_url()).url_name != "page"

    def get_absolute_url(self) -> str:
        """The address in its own edition, whatever language is being spoken."""
        with override(self.language):
            return reverse("page", args=[self.slug])

    @property
    def html(self) -> str:
        """The text as readers get it: cleaned again, since rows come from imports and back-ups too."""
        return sanitise(self.body)
