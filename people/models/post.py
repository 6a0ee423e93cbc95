"""An office, apart from whoever holds it."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from search.words import clean, search_key

from ..fields import PartialDateField
from ..slugs import free_slug
from .membership import Membership
from .organization import Organization
from .person import Person


class PostQuerySet(models.QuerySet):
    def public(self, now: datetime) -> "PostQuerySet":
        """Offices whose page answers now: their organization or a holder is public.

        An office that only a draft gives to somebody does not exist for readers, though its ministry does.
        """
        organizations = Organization.objects.public(now).filter(pk=OuterRef("organization"))
        told = Membership.objects.public(now).filter(post=OuterRef("pk"))
        holders = told.filter(person__in=Person.objects.public(now).values("pk"))
        is_known = Exists(told) | ~Exists(Membership.objects.filter(post=OuterRef("pk")))
        return self.filter(Exists(organizations) & is_known | Exists(holders))


class Post(models.Model):
    """An office in an organization, such as the minister of foreign affairs of a country.

    Being the minister is a Membership. A renamed office keeps its row and gets another PostLabel.
    """

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="posts", verbose_name=_("organization"))
    label = models.CharField(
        _("office"),
        max_length=250,
        help_text=_("With its organization or country, as in «министр иностранных дел Киргизии»."),
    )
    seats = models.PositiveSmallIntegerField(
        _("seats"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("1 for an office of one holder at a time; empty when there is no limit."),
    )
    rank = models.PositiveSmallIntegerField(_("rank"), default=100, help_text=_("Smaller stands higher."))
    slug = models.SlugField(_("address"), max_length=100, unique=True, blank=True)
    search_key = models.CharField(max_length=250, editable=False, db_index=True)

    history = HistoricalRecords(excluded_fields=["search_key"])
    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["rank", "search_key", "pk"]
        indexes = [models.Index(fields=["rank", "search_key", "id"], name="post_highest")]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "search_key"],
                name="post_once_in_an_organization",
                violation_error_message=_("This organization already has an office of that name."),
            ),
            models.CheckConstraint(condition=Q(seats__isnull=True) | Q(seats__gte=1), name="post_has_a_seat"),
        ]

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        # The unique constraint looks at the key, which the form does not know.
        self.search_key = search_key(self.label)
        if self.seats == 1 and self.pk:
            self._refuse_two_holders()

    def _refuse_two_holders(self) -> None:
        for held in self.memberships.select_related("person"):
            held.is_single_seat = True
            if rival := held.rival():
                sentence = _("%(one)s and %(other)s hold this office at the same time: correct their dates first.")
                raise ValidationError({"seats": sentence % {"one": held.person, "other": rival.person}})

    def save(self, *args, **kwargs) -> None:
        self.label = clean(self.label)
        self.search_key = search_key(self.label)
        self.slug = self.slug or free_slug(Post, self.label, "office")
        super().save(*args, **kwargs)
        # The one-seat rule is checked on the membership's own row, where a database constraint can see it.
        self.memberships.exclude(is_single_seat=self.seats == 1).update(is_single_seat=self.seats == 1)

    def get_absolute_url(self) -> str:
        return reverse("post", args=[self.slug])

    def label_on(self, day: date, language: str | None = None) -> str:
        """The wording of this office on that day, in that language, else in Russian, else its present label."""
        return str(self.wording_on(day, language) or self.label)

    def wording_on(self, day: date, language: str | None = None) -> "PostLabel | None":
        """The wording on record for that day, in that language, else in Russian."""
        labels = [label for label in self.labels.all() if label.is_used_on(day)]
        wanted = (label for each in (language or get_language(), "ru") for label in labels if label.language == each)
        return next(wanted, None)

    def holder_on(self, day: date) -> "Membership | None":
        """Who certainly held this office on that day, acting holders aside; on a hand-over day the new holder."""
        return (
            self.memberships.filter(acting=False, certain_from__lte=day)
            .filter(Q(certain_until__isnull=True) | Q(certain_until__gt=day))
            .select_related("person")
            .order_by("-certain_from")
            .first()
        )


class PostLabel(models.Model):
    """The wording of an office in a language at a time: a renamed ministry is a new label, not a new office."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="labels", verbose_name=_("office"))
    language = models.CharField(
        _("language"), max_length=12, default="ru", help_text=_("BCP 47, such as ru, ky or en.")
    )
    label = models.CharField(_("wording"), max_length=250)
    genitive = models.CharField(_("genitive"), max_length=250, blank=True)
    short_form = models.CharField(_("short form"), max_length=120, blank=True, help_text=_("As in «глава МИД»."))
    feminine = models.CharField(_("feminine"), max_length=250, blank=True)
    valid_from = PartialDateField(_("valid from"))
    valid_until = PartialDateField(_("valid until"), help_text=_("The first day the wording was no longer used."))

    class Meta:
        verbose_name = _("wording of an office")
        verbose_name_plural = _("wordings of an office")
        ordering = ["language", "valid_from", "pk"]

    def __str__(self) -> str:
        return self.label

    def is_used_on(self, day: date) -> bool:
        began = self.valid_from is None or self.valid_from.earliest <= day
        return began and (self.valid_until is None or day < self.valid_until.earliest)
