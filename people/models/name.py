"""Former names, other spellings, abbreviations."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from search.words import clean

from ..fields import PartialDateField
from . import declined


class OtherName(models.Model):
    """Another name of a person or an organization: a former one, a spelling, an abbreviation."""

    class Kind(models.TextChoices):
        FORMER = "former", _("former name")
        VARIANT = "variant", _("other spelling")
        TRANSLITERATION = "transliteration", _("transliteration")
        ABBREVIATION = "abbreviation", _("abbreviation")

    person = models.ForeignKey(
        "people.Person",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="other_names",
        verbose_name=_("person"),
    )
    organization = models.ForeignKey(
        "people.Organization",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="other_names",
        verbose_name=_("organization"),
    )
    name = models.CharField(
        _("whole name"),
        max_length=300,
        blank=True,
        help_text=_("Of an organization, or a name without parts."),
    )
    family_name = models.CharField(_("family name"), max_length=120, blank=True)
    given_name = models.CharField(_("given name"), max_length=120, blank=True)
    patronymic_name = models.CharField(_("patronymic"), max_length=120, blank=True)
    language = models.CharField(
        _("language"), max_length=12, default="ru", help_text=_("BCP 47, such as ru, ky or en.")
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.VARIANT)
    valid_from = PartialDateField(_("valid from"))
    valid_until = PartialDateField(_("valid until"), help_text=_("The first day the name was no longer borne."))
    autolink = models.BooleanField(_("link in texts"), default=True)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, organization__isnull=True)
                | Q(person__isnull=True, organization__isnull=False),
                name="other_name_has_one_owner",
            ),
            models.CheckConstraint(
                condition=~Q(name="") | ~Q(family_name="") | ~Q(given_name=""),
                name="other_name_is_not_empty",
                violation_error_message=_("Write the name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or " ".join(part for part in (self.given_name, self.family_name) if part)

    def clean(self) -> None:
        # The forms show some of the parts, and a constraint over hidden ones is not asked.
        if not clean(f"{self.name}{self.family_name}{self.given_name}"):
            raise ValidationError(_("Write the name."))

    def save(self, *args, **kwargs) -> None:
        for part in ("name", "family_name", "given_name", "patronymic_name"):
            setattr(self, part, clean(getattr(self, part)))
        super().save(*args, **kwargs)
        declined.remake_forms(self.person or self.organization)

    def delete(self, *args, **kwargs):
        result = super().delete(*args, **kwargs)
        declined.remake_forms(self.person or self.organization)
        return result

    def is_borne_on(self, day: date, language: str) -> bool:
        """True when this is *the* name of that day and language, not a mere spelling.

        A former name is that only until a known day: a maiden name without dates must not become today's.
        """
        if self.kind not in {self.Kind.FORMER, self.Kind.TRANSLITERATION} or self.language != language:
            return False
        if self.kind == self.Kind.FORMER and self.valid_until is None:
            return False
        began = self.valid_from is None or self.valid_from.earliest <= day
        return began and (self.valid_until is None or day < self.valid_until.earliest)
