"""What the law and readers want to know of the paper itself."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Imprint(models.Model):
    """The facts at the foot of every page of an edition; what is left empty is not printed."""

    language = models.CharField(_("edition"), max_length=2, choices=settings.LANGUAGES, unique=True)
    founder = models.CharField(_("founder"), max_length=200, blank=True)
    certificate = models.CharField(
        _("certificate of registration"),
        max_length=200,
        blank=True,
        help_text=_("Its number, when it was given and by whom, as it is to be printed."),
    )
    editor_in_chief = models.CharField(_("editor-in-chief"), max_length=120, blank=True)
    address = models.CharField(_("postal address"), max_length=200, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    email = models.EmailField(
        _("e-mail of the newsroom"), blank=True, help_text=_("Readers report errors in stories to it.")
    )
    age_mark = models.CharField(_("age mark"), max_length=4, default="16+", blank=True)
    reprint_rules = models.CharField(
        _("rules of reprinting, in a sentence"),
        max_length=300,
        blank=True,
        help_text=_("The whole of them can stand on a page of its own."),
    )

    class Meta:
        verbose_name = _("imprint")
        verbose_name_plural = _("imprints")
        ordering = ["language"]

    def __str__(self) -> str:
        return self.get_language_display()

    @classmethod
    def of(cls, language: str) -> "Imprint":
        """The facts of this edition; those of a new paper until somebody has written them."""
        return cls.objects.filter(language=language).first() or cls(language=language)
