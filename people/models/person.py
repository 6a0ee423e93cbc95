"""A person of the public record."""

from datetime import date, datetime
from typing import cast

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from clock.intervals import covers
from search.words import clean, search_key, sort_key

from ..fields import PartialDateField
from ..names.records import Gender, NameParts
from ..slugs import free_slug
from . import declined
from .checked import Checked
from .use import PersonUse


class PersonQuerySet(models.QuerySet):
    def public(self, now: datetime) -> "PersonQuerySet":
        """People whose page answers now: it exists, and an editor has checked it or something public names them."""
        in_use = Exists(PersonUse.objects.filter(covers(now), person=OuterRef("pk")))
        return self.with_page().filter(Q(checked_at__isnull=False) | in_use)

    def with_page(self) -> "PersonQuerySet":
        """People whose names become links; whether the page answers yet is ``public``'s question."""
        return self.filter(page__in=[Person.Page.UNLISTED, Person.Page.PUBLIC], merged_into=None)

    def listed(self, now: datetime) -> "PersonQuerySet":
        """Public people that indexes, sitemaps and searches may show."""
        return self.public(now).filter(page=Person.Page.PUBLIC)


class Person(Checked):
    """A person an article or a picture may name. Offices are Memberships; a login is a User."""

    class Page(models.TextChoices):
        NONE = "none", _("no page yet")
        UNLISTED = "unlisted", _("page, not listed")
        PUBLIC = "public", _("public page")
        NEVER = "never", _("never make a page")

    class Gender(models.TextChoices):
        MALE = "male", _("male")
        FEMALE = "female", _("female")

    family_name = models.CharField(_("family name"), max_length=120, blank=True)
    given_name = models.CharField(_("given name"), max_length=120, blank=True)
    patronymic_name = models.CharField(_("patronymic"), max_length=120, blank=True)
    honorific_prefix = models.CharField(_("honorific"), max_length=60, blank=True)
    gender = models.CharField(
        _("gender"),
        max_length=6,
        choices=Gender,
        blank=True,
        help_text=_("Decides how the name is declined."),
    )
    birth_date = PartialDateField(_("born"))
    death_date = PartialDateField(_("died"))
    summary = models.CharField(_("summary"), max_length=300, blank=True)
    biography = models.TextField(
        _("biography"), blank=True, help_text=_("Plain paragraphs, an empty line between them.")
    )
    page = models.CharField(
        _("page"),
        max_length=8,
        choices=Page,
        default=Page.NONE,
        help_text=_("“Never” is for victims, suspects and children; imports do not change it."),
    )
    slug = models.SlugField(_("address"), max_length=100, unique=True, blank=True)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged_from",
        verbose_name=_("merged into"),
    )
    sort_key = models.CharField(max_length=400, editable=False, db_index=True)
    search_key = models.CharField(max_length=400, editable=False, db_index=True)
    created_at = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords(excluded_fields=["sort_key", "search_key"])
    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_key", "pk"]
        # The desk's list under each of its filters, in its own order.
        indexes = [
            models.Index(fields=["page", "sort_key", "id"], name="person_desk_by_page"),
            models.Index(fields=["gender", "sort_key", "id"], name="person_desk_by_gender"),
            models.Index(fields=["sort_key", "id"], name="person_unchecked", condition=Q(checked_at__isnull=True)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(family_name="") | ~Q(given_name=""),
                name="person_has_a_name",
                violation_error_message=_("Write a family name or a given name."),
            ),
            models.CheckConstraint(condition=~Q(merged_into=models.F("pk")), name="person_not_merged_into_self"),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        # A zero-width space from the web is no name, and must not pass for one.
        for part in ("family_name", "given_name", "patronymic_name"):
            setattr(self, part, clean(getattr(self, part)))

    def save(self, *args, **kwargs) -> None:
        self.clean()
        self.sort_key = sort_key(self.sort_name)
        self.search_key = search_key(f"{self.family_name} {self.given_name} {self.patronymic_name}")
        self.slug = self.slug or free_slug(Person, self.name, "person")
        super().save(*args, **kwargs)
        if kwargs.get("update_fields") is None:
            declined.remake_forms(self)

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.slug])

    @property
    def name(self) -> str:
        """«Садыр Жапаров»: as newspapers name a person."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)

    @property
    def name_parts(self) -> NameParts:
        """The primary name as the names engine takes it."""
        return NameParts(self.given_name, self.patronymic_name, self.family_name, cast(Gender, self.gender))

    @property
    def has_page(self) -> bool:
        return self.page in {self.Page.UNLISTED, self.Page.PUBLIC} and self.merged_into_id is None

    @property
    def sort_name(self) -> str:
        """«Жапаров Садыр Нургожоевич»: as registers and indexes name a person."""
        return " ".join(part for part in (self.family_name, self.given_name, self.patronymic_name) if part)

    def name_on(self, day: date, language: str) -> str:
        """The name this person bore on that day, in that language; the primary name when no other is recorded."""
        return str(self.other_name_on(day, language) or self.name)

    def other_name_on(self, day: date, language: str):
        """The other name on record that was *the* name on that day in that language."""
        return next((other for other in self.other_names.all() if other.is_borne_on(day, language)), None)

    def offices_on(self, day: date):
        """Memberships that cover that day, highest rank first; on a hand-over day also the one that ends."""
        return self.memberships.on(day)
