"""Holding an office: who, where, from when until when, and how we know."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.translation import get_language
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from clock import days
from clock.intervals import covers

from ..fields import PartialDateField
from ..names.office.declining import decline_office
from . import searched
from .checked import Checked
from .use import PersonUse


class MembershipQuerySet(models.QuerySet):
    def public(self, now: datetime) -> "MembershipQuerySet":
        """Memberships readers may see: checked by an editor, or told by something that is public now.

        What only an embargoed text tells would otherwise stand on a page that is already public: neither the office,
        nor the days that text adds to it (``told_days``).
        """
        telling = PersonUse.objects.filter(covers(now), person=OuterRef(OuterRef("person")), owner=OuterRef("owner"))
        told = MembershipSource.objects.filter(Exists(telling), membership=OuterRef("pk")).exclude(owner="")
        days = told.filter(told_on__isnull=False).values("told_on")
        return self.filter(Q(checked_at__isnull=False) | Exists(told)).annotate(
            told_first=Subquery(days.order_by("told_on")[:1]), told_last=Subquery(days.order_by("-told_on")[:1])
        )

    def on(self, day: date) -> "MembershipQuerySet":
        """Memberships that cover that day, highest first; one that ends on it is included (``ends_on``)."""
        return (
            self.filter(covers_from__lte=day)
            .filter(Q(covers_until__isnull=True) | Q(covers_until__gte=day))
            .exclude(attested_from__isnull=False, checked_at=None, covers_until=day)
            .select_related("post", "organization")
            .prefetch_related("post__labels")
            .order_by("post__rank", "rank", "-covers_from", "pk")
        )

    def latest_first(self) -> "MembershipQuerySet":
        return self.order_by(F("covers_from").desc(nulls_last=True), "post__rank", "rank", "pk")


class Membership(Checked):
    """A person's place in an organization, most often an office.

    ``end_date`` is the first day no longer held. Three spans are derived from what is known, all half-open:

    - ``certain_from``/``certain_until``: every day the office was surely held, from the latest possible start to the
      earliest possible end. The one-seat rule and ``Post.holder_on`` use it.
    - ``covers_from``/``covers_until``: what a page may show as "held on that day", from the earliest to the latest.
    - ``attested_from``/``attested_until``: for a membership known from texts alone, the days of those texts. Such a
      membership is certain on these days and no others until somebody has checked it.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="memberships", verbose_name=_("person"))
    organization = models.ForeignKey(
        "people.Organization", models.PROTECT, related_name="memberships", verbose_name=_("organization")
    )
    post = models.ForeignKey(
        "people.Post",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("office"),
    )
    role = models.CharField(
        _("role"), max_length=250, blank=True, help_text=_("When there is no office, such as «член партии».")
    )
    on_behalf_of = models.ForeignKey(
        "people.Organization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("on behalf of"),
        help_text=_("The party or faction."),
    )
    area = models.CharField(_("district"), max_length=120, blank=True)
    term = models.CharField(_("term"), max_length=60, blank=True, help_text=_("As in «VII созыв»."))
    rank = models.PositiveSmallIntegerField(_("rank"), default=100)
    acting = models.BooleanField(_("acting"), default=False, help_text=_("и. о., врио"))
    start_date = PartialDateField(_("since"))
    end_date = PartialDateField(_("until"), help_text=_("The first day the office was no longer held."))
    attested_from = models.DateField(_("first told on"), null=True, blank=True, editable=False)
    attested_until = models.DateField(null=True, blank=True, editable=False)
    is_single_seat = models.BooleanField(default=False, editable=False)
    certain_from = models.DateField(null=True, editable=False)
    certain_until = models.DateField(null=True, editable=False)
    covers_from = models.DateField(null=True, editable=False)
    covers_until = models.DateField(null=True, editable=False)

    history = HistoricalRecords(
        excluded_fields=["is_single_seat", "certain_from", "certain_until", "covers_from", "covers_until"]
    )
    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("office held")
        verbose_name_plural = _("offices held")
        ordering = ["rank", "pk"]
        indexes = [
            models.Index(fields=["post", "certain_from"]),
            models.Index(fields=["person", "covers_from"]),
            # The desk's list under each of its filters, in its own order.
            models.Index(fields=["rank", "id"], name="membership_highest"),
            models.Index(fields=["acting", "rank", "id"], name="membership_desk_by_acting"),
            models.Index(fields=["rank", "id"], name="membership_unchecked", condition=Q(checked_at__isnull=True)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(post__isnull=False) | ~Q(role=""),
                name="membership_says_what",
                violation_error_message=_("Choose an office, or write the role."),
            ),
            models.CheckConstraint(
                condition=Q(attested_from__isnull=True, attested_until__isnull=True)
                | Q(attested_until__gt=F("attested_from")),
                name="membership_attested_span",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} — {self.label_on()}"

    def label_on(self, day: date | None = None, language: str | None = None, case: str = "nomn") -> str:
        """The office as it was worded on that day, with «и. о.» when acting; a Russian one in the case asked for."""
        language = language or get_language() or "ru"
        worded = self.post.wording_on(day, language) if self.post is not None and day else None
        label = str(worded or self.post or self.role)
        if self.acting and language in _ACTING:
            return f"{acting_word(language)} {label}"
        if language in _ACTING:
            return label
        genitive = worded.genitive if worded and worded.language == "ru" else ""
        # «и. о. премьер-министра»: a Russian label stands in the genitive after it, whatever the case
        declined = decline_office(label, "gent" if self.acting else case, genitive)
        return f"{acting_word(language)} {declined}" if self.acting else declined

    @property
    def is_attested_only(self) -> bool:
        """Known from texts alone: pages say «на 30 июня 2025», never «с …» or «ныне»."""
        return self.attested_from is not None and self.checked_at is None

    @property
    def told_days(self) -> tuple[date, date]:
        """The first and the last day of the texts that tell of it; after ``public`` of those readers may see."""
        first = getattr(self, "told_first", None) or self.attested_from
        last = getattr(self, "told_last", None) or self.attested_until - timedelta(days=1)
        return first, last

    def ends_on(self, day: date) -> bool:
        """True on the hand-over day: the office is no longer held from this day on."""
        return self.end_date is not None and self.end_date.earliest == self.end_date.latest == day

    def is_current(self, today: date) -> bool:
        """Held today as far as we know; an attested membership is never called current."""
        if self.is_attested_only:
            return False
        return (self.covers_from or today) <= today and (self.covers_until is None or self.covers_until > today)

    def is_former(self, today: date) -> bool:
        return self.covers_until is not None and self.covers_until <= today and not self.is_attested_only

    def when(self, language: str) -> str:
        """«на 30 июня 2025», «с марта 2004», «1994 — март 2004», as exact as it is known and no more."""
        if self.is_attested_only:
            first, last = self.told_days
            if first == last:
                return days.print_on(first, language)
            return f"{days.print_day(first, language)} — {days.print_day(last, language)}"
        if self.start_date and self.end_date:
            return f"{self.start_date.printed(language)} — {self.end_date.printed(language)}"
        if self.start_date:
            return self.start_date.since(language)
        return self.end_date.until(language) if self.end_date else ""

    def clean(self) -> None:
        if self.start_date and self.end_date and self.end_date.latest < self.start_date.earliest:
            raise ValidationError({"end_date": _("This ends before it begins: correct one of the two dates.")})
        if self.post and self.organization_id and self.post.organization_id != self.organization_id:
            raise ValidationError({"post": _("This office belongs to another organization.")})
        self.derive()
        if rival := self.rival():
            raise ValidationError(
                _t(
                    "The office “%(office)s” is held by %(name)s in that time (%(when)s). "
                    "Give that membership an end, correct the dates, or mark one of the two as acting."
                )
                % {"office": self.post, "name": rival.person, "when": rival.when(get_language() or "ru")}
            )

    def save(self, *args, **kwargs) -> None:
        self.derive()
        super().save(*args, **kwargs)
        searched.put(self.person)

    def delete(self, *args, **kwargs):
        result = super().delete(*args, **kwargs)
        searched.put(self.person)
        return result

    def derive(self) -> None:
        """Work out the spans and the seat rule from dates, texts and the office."""
        self.is_single_seat = self.post is not None and self.post.seats == 1
        attested = self.attested_from if self.start_date is None else None
        checked_on = self.checked_at.date() if self.checked_at else None
        if self.is_attested_only and attested:
            self.covers_from, self.covers_until = attested, self.attested_until
            self.certain_from, self.certain_until = attested, self.attested_until
            return
        start, end = self.start_date, self.end_date
        # Of an office without a known start we are certain from the day somebody told or checked it.
        known = attested or checked_on
        if known and end:
            known = min(known, end.earliest - timedelta(days=1))
        self.covers_from = start.earliest if start else known
        self.covers_until = end.latest if end else None
        self.certain_from = start.latest if start else known
        self.certain_until = end.earliest if end else None
        if self.certain_from and self.certain_until and self.certain_from >= self.certain_until:
            self.certain_from = self.certain_until = None

    def rival(self) -> "Membership | None":
        """Somebody else's membership that certainly held this one-seat office at a time this one certainly does."""
        if not self.is_single_seat or self.acting or self.certain_from is None:
            return None
        others = Membership.objects.filter(post=self.post, acting=False, certain_from__isnull=False)
        others = others.exclude(person=self.person_id)
        others = others.filter(Q(certain_until__isnull=True) | Q(certain_until__gt=self.certain_from))
        if self.certain_until:
            others = others.filter(certain_from__lt=self.certain_until)
        return others.select_related("person", "post").first()


def staying(memberships: Sequence[Membership], day: date) -> list[Membership]:
    """Those that are not just ending on that day; all of them where none stays."""
    return [each for each in memberships if not each.ends_on(day)] or list(memberships)


def worded_together(memberships: Sequence[Membership], day: date, language: str, case: str = "nomn") -> str:
    """Offices held at once as one wording: the two highest, each once."""
    return ", ".join(dict.fromkeys(each.label_on(day, language, case) for each in memberships[:2]))


_ACTING = {"ky": "м. а.", "en": "acting"}


def acting_word(language: str) -> str:
    """«и. о.»: who holds an office for somebody else."""
    return _ACTING.get(language, "и. о.")


class MembershipSource(models.Model):
    """How we know: a page elsewhere, or something of ours (``owner``, such as ``article:12``)."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="sources", verbose_name=_("office held"))
    url = models.URLField(_("address"), max_length=500, blank=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    owner = models.CharField(max_length=40, blank=True, editable=False, db_index=True)
    told_on = models.DateField(_("told on"), null=True, blank=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            models.CheckConstraint(
                condition=~Q(url="") | ~Q(title="") | ~Q(owner=""),
                name="membership_source_says_where",
                violation_error_message=_("Write the address or the title of the source."),
            ),
            models.UniqueConstraint(
                fields=["membership", "owner"], condition=~Q(owner=""), name="membership_source_once_an_owner"
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.url or self.owner
