"""Every printed form of a name."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from search.words import clean

from ..names.keys import name_key
from ..names.records import cases_of


class NameForm(models.Model):
    """One printed form of one part of a name, with the cases it may stand for.

    The table is the index the names engine asks, by ``people.names.keys.name_key``. ``cases`` is a bit mask over
    ``people.names.records.CASES``.
    A form typed by an editor stands in the place of the rules' forms of that part, in the cases it was typed for.
    """

    class Part(models.TextChoices):
        FAMILY = "family", _("family name")
        GIVEN = "given", _("given name")
        PATRONYMIC = "patronymic", _("patronymic")
        WHOLE = "whole", _("whole name")
        BARE = "bare", _("name without the country")
        SHORT = "short", _("abbreviation")
        BARE_SHORT = "bare_short", _("abbreviation without the country")

    class Origin(models.TextChoices):
        RULE = "rule", _("made by rule")
        EDITOR = "editor", _("typed by an editor")

    person = models.ForeignKey(
        "people.Person", models.CASCADE, null=True, blank=True, related_name="name_forms", db_index=False
    )
    organization = models.ForeignKey(
        "people.Organization", models.CASCADE, null=True, blank=True, related_name="name_forms", db_index=False
    )
    other_name = models.ForeignKey(
        "people.OtherName", models.CASCADE, null=True, blank=True, related_name="forms", db_index=False
    )
    part = models.CharField(_("part"), max_length=10, choices=Part)
    form = models.CharField(_("form"), max_length=300)
    key = models.CharField(max_length=300, editable=False)
    cases = models.PositiveSmallIntegerField(_("cases"))
    origin = models.CharField(_("origin"), max_length=6, choices=Origin, default=Origin.RULE)

    class Meta:
        verbose_name = _("form of a name")
        verbose_name_plural = _("forms of a name")
        # Texts ask by key and part, then for the other parts of a few people; an index that held the nulls too would
        # cost every save and answer nobody.
        indexes = [
            models.Index(fields=["key", "part"], name="name_form_by_key"),
            models.Index(fields=["person", "part"], name="name_form_of_person", condition=Q(person__isnull=False)),
            models.Index(
                fields=["organization"], name="name_form_of_organization", condition=Q(organization__isnull=False)
            ),
            models.Index(fields=["other_name"], name="name_form_of_other_name", condition=Q(other_name__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, organization__isnull=True)
                | Q(person__isnull=True, organization__isnull=False),
                name="name_form_has_one_owner",
            ),
            models.CheckConstraint(condition=Q(cases__gt=0), name="name_form_has_a_case"),
        ]

    def __str__(self) -> str:
        return self.form

    def save(self, *args, **kwargs) -> None:
        self.form = clean(self.form)
        self.key = name_key(self.form)
        super().save(*args, **kwargs)

    @property
    def case_names(self) -> tuple[str, ...]:
        """The cases this form may stand for, by their OpenCorpora names."""
        return cases_of(self.cases)
