"""An organization of the public record."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from clock.intervals import covers
from search.words import clean, search_key, sort_key

from ..fields import PartialDateField
from ..names.organization.forms import country_named, without_country
from ..slugs import free_slug
from . import declined
from .checked import Checked
from .use import OrganizationUse


class OrganizationQuerySet(models.QuerySet):
    def public(self, now: datetime) -> "OrganizationQuerySet":
        """Organizations whose page answers now: checked by an editor, or named by something public."""
        in_use = Exists(OrganizationUse.objects.filter(covers(now), organization=OuterRef("pk")))
        return self.filter(Q(checked_at__isnull=False) | in_use)


class Organization(Checked):
    """A state, a ministry, an international organization, a party, a firm: whatever has offices and members."""

    class Classification(models.TextChoices):
        STATE = "state", pgettext_lazy("organization", "state")
        HEAD_OF_STATE = "head of state", _("head of state")
        GOVERNMENT = "government", _("government")
        MINISTRY = "ministry", _("ministry")
        PARLIAMENT = "parliament", _("parliament")
        STATE_BODY = "state body", _("state body")
        COURT = "court", _("court")
        REGION = "region", _("region or town")
        INTERNATIONAL = "international organization", _("international organization")
        PARTY = "party", _("party or faction")
        COMPANY = "company", _("company")
        OTHER = "other", _("other")

    name = models.CharField(pgettext_lazy("organization", "name"), max_length=300)
    abbreviation = models.CharField(_("short name"), max_length=120, blank=True, help_text=_("As in «МИД Киргизии»."))
    classification = models.CharField(_("kind"), max_length=40, choices=Classification, default=Classification.OTHER)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    area = models.CharField(_("country or area"), max_length=120, blank=True)
    founding_date = PartialDateField(_("founded"))
    dissolution_date = PartialDateField(_("dissolved"))
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("successor"),
    )
    successor_reason = models.CharField(_("why succeeded"), max_length=200, blank=True)
    summary = models.CharField(_("summary"), max_length=300, blank=True)
    slug = models.SlugField(_("address"), max_length=100, unique=True, blank=True)
    sort_key = models.CharField(max_length=700, editable=False, db_index=True)
    search_key = models.CharField(max_length=450, editable=False, db_index=True)

    history = HistoricalRecords(excluded_fields=["sort_key", "search_key"])
    objects = OrganizationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ["sort_key", "pk"]
        # The desk's list under each of its filters, in its own order.
        indexes = [
            models.Index(fields=["classification", "sort_key", "id"], name="organization_desk_by_kind"),
            models.Index(
                fields=["sort_key", "id"], name="organization_unchecked", condition=Q(checked_at__isnull=True)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(parent=models.F("pk")),
                name="organization_not_its_own_parent",
                violation_error_message=_("An organization cannot be a part of itself: choose another parent."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if not clean(self.name):
            raise ValidationError({"name": _("Write the name.")})

    def save(self, *args, **kwargs) -> None:
        self.name, self.abbreviation = clean(self.name), clean(self.abbreviation)
        self.sort_key = sort_key(self.name)
        self.search_key = search_key(f"{self.name} {self.abbreviation}")
        self.slug = self.slug or free_slug(Organization, self.abbreviation or self.name, "organization")
        super().save(*args, **kwargs)
        declined.remake_forms(self)

    def get_absolute_url(self) -> str:
        return reverse("organization", args=[self.slug])

    @property
    def is_of_a_state(self) -> bool:
        """Whether other states have such a body too, so that its name ends in a country or leaves one out."""
        return self.classification in {
            self.Classification.HEAD_OF_STATE,
            self.Classification.GOVERNMENT,
            self.Classification.MINISTRY,
            self.Classification.PARLIAMENT,
            self.Classification.STATE_BODY,
            self.Classification.COURT,
        }

    @property
    def country(self) -> str:
        """The country under the name we keep, from its area or else its name; empty for what belongs to none."""
        if self.classification == self.Classification.INTERNATIONAL:
            return ""
        named = (without_country(name, of_a_state=self.is_of_a_state)[1] for name in (self.name, self.abbreviation))
        return next(filter(None, named), "") or country_named(self.area)

    @property
    def short_name(self) -> str:
        return self.abbreviation or self.name
