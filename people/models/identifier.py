"""What others call the same record, and what the law makes us say of it."""

from datetime import date
from urllib.parse import quote

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..fields import PartialDateField

# Where the public page of a record stands, by the scheme of its identifier.
_PAGES = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "viaf": ("VIAF", "https://viaf.org/viaf/{}"),
    "isni": ("ISNI", "https://isni.org/isni/{}"),
    "ror": ("ROR", "https://ror.org/{}"),
}

_ONE_OWNER = Q(person__isnull=False, organization__isnull=True) | Q(person__isnull=True, organization__isnull=False)


class Identifier(models.Model):
    """The same person or organization elsewhere: Wikidata, a register, a parliament's site."""

    person = models.ForeignKey("people.Person", models.CASCADE, null=True, blank=True, related_name="identifiers")
    organization = models.ForeignKey(
        "people.Organization", models.CASCADE, null=True, blank=True, related_name="identifiers"
    )
    scheme = models.CharField(_("scheme"), max_length=60, default="wikidata")
    identifier = models.CharField(_("identifier"), max_length=200)

    class Meta:
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        constraints = [
            models.CheckConstraint(condition=_ONE_OWNER, name="identifier_has_one_owner"),
            models.UniqueConstraint(
                fields=["scheme", "identifier"],
                name="identifier_names_one_record",
                violation_error_message=_("Another record already has this identifier: is it the same one?"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme}:{self.identifier}"

    @property
    def called(self) -> str:
        """«Wikidata», as its readers know it; the scheme as it was typed where it is none of those we know."""
        return _PAGES.get(self.scheme.casefold(), (self.scheme, ""))[0]

    @property
    def url(self) -> str:
        """The page of the same record there; empty where its scheme has none."""
        if self.identifier.startswith("https://"):
            return self.identifier
        page = _PAGES.get(self.scheme.casefold())
        return page[1].format(quote(self.identifier.replace(" ", ""))) if page else ""


class LegalNotice(models.Model):
    """Words the law wants beside a name for a time, such as «запрещена в КР»."""

    person = models.ForeignKey("people.Person", models.CASCADE, null=True, blank=True, related_name="legal_notices")
    organization = models.ForeignKey(
        "people.Organization", models.CASCADE, null=True, blank=True, related_name="legal_notices"
    )
    text = models.CharField(_("words"), max_length=300)
    valid_from = PartialDateField(_("valid from"))
    valid_until = PartialDateField(_("valid until"))

    class Meta:
        verbose_name = _("legal notice")
        verbose_name_plural = _("legal notices")
        constraints = [models.CheckConstraint(condition=_ONE_OWNER, name="legal_notice_has_one_owner")]

    def __str__(self) -> str:
        return self.text

    def applies_on(self, day: date) -> bool:
        began = self.valid_from is None or self.valid_from.earliest <= day
        return began and (self.valid_until is None or day < self.valid_until.earliest)
