"""The article as readers see it, and where its line of revisions stands."""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from taggit.managers import TaggableManager

from clock.intervals import covers

from .tag import TaggedArticle

# The newest version is not the live one. Few articles at any time, so there is an index of these alone.
UNPUBLISHED = Q(live_version__isnull=True) | Q(live_version__lt=F("version"))


class ArticleQuerySet(models.QuerySet):
    def public(self, now: datetime) -> "ArticleQuerySet":
        """Articles readers may see now. The only place that says so; ``state`` is the desk's and is not asked."""
        return self.filter(covers(now))

    def listed(self, now: datetime) -> "ArticleQuerySet":
        """Public articles for lists, newest first; a withdrawn one that is kept with a notice is in none."""
        return self.public(now).filter(withdrawn_at=None).order_by("-first_published_at", "-pk")

    def in_language(self, language: str) -> "ArticleQuerySet":
        return self.filter(language=language)

    def mentioning(self, person_id: int) -> "ArticleQuerySet":
        return self.filter(mentions__person=person_id).distinct()


class Article(models.Model):
    """A story. Readers see this row, editors work on Revisions (docs/architecture.md).

    Until it is first scheduled the row mirrors the newest Revision; afterwards only the verbs of
    ``articles.workflow`` write it. Nothing else may call ``save``.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("submitted")
        SCHEDULED = "scheduled", _("scheduled")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Label(models.TextChoices):
        NEWS = "news", _("news")
        OPINION = "opinion", _("opinion")
        INTERVIEW = "interview", _("interview")
        PRESS_RELEASE = "press release", _("press release")
        PARTNER = "partner", _("partner material")
        ADVERTISING = "advertising", _("advertising")

    class Withdrawal(models.TextChoices):
        GONE = "gone", _("gone: readers see the reason")
        REPLACED = "replaced", _("replaced by another article")
        NOTICE = "notice", _("kept, with a notice on top")

    # Identity
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="ru")
    translation_group = models.UUIDField(default=uuid.uuid4, db_index=True, editable=False)
    slug = models.SlugField(_("address"), max_length=100, blank=True)
    import_key = models.CharField(max_length=64, blank=True, db_index=True, editable=False)

    # The desk's line of revisions
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT, db_index=True)
    version = models.PositiveIntegerField(default=0, editable=False)
    desk_headline = models.CharField(_("headline"), max_length=300, blank=True, editable=False)
    desk_key = models.CharField(max_length=600, blank=True, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("created by"),
    )
    changed_at = models.DateTimeField(_("changed"), null=True, editable=False, db_index=True)
    # Who has said «I am writing this»; it keeps nobody out.
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("taken by"),
    )
    taken_at = models.DateTimeField(null=True, editable=False)
    live_revision = models.ForeignKey(
        "articles.Revision", models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    live_version = models.PositiveIntegerField(null=True, editable=False)  # the live Revision's number
    pending_revision = models.ForeignKey(
        "articles.Revision", models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    pending_at = models.DateTimeField(null=True, blank=True, editable=False)

    # When readers may see it
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    public_from = models.DateTimeField(_("public from"), null=True, blank=True, editable=False, db_index=True)
    public_until = models.DateTimeField(null=True, blank=True, editable=False)
    # Born as one line: its text may still be empty.
    is_breaking = models.BooleanField(_("breaking"), default=False, editable=False)
    # Until then readers are told that more is to come.
    developing_until = models.DateTimeField(null=True, blank=True, editable=False)
    first_published_at = models.DateTimeField(_("published"), null=True, blank=True, editable=False, db_index=True)
    updated_at = models.DateTimeField(_("updated"), null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawal = models.CharField(max_length=8, choices=Withdrawal, blank=True, editable=False)
    withdrawal_reason = models.CharField(max_length=500, blank=True, editable=False)
    replaced_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+", editable=False)

    # Derived from the live Revision by publishing (before that, mirrored from the newest)
    headline = models.CharField(max_length=300, blank=True, editable=False)
    lede = models.TextField(blank=True, editable=False)
    body_html = models.TextField(blank=True, editable=False)
    rendered_html = models.TextField(blank=True, editable=False)
    section = models.ForeignKey(
        "articles.Section",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        editable=False,
        verbose_name=_("section"),
    )
    label = models.CharField(max_length=14, choices=Label, default=Label.NEWS, editable=False)
    payer = models.CharField(max_length=200, blank=True, editable=False)
    dateline = models.CharField(max_length=120, blank=True, editable=False)
    source = models.CharField(max_length=200, blank=True, editable=False)
    event_date = models.DateField(null=True, blank=True, editable=False)
    as_of = models.DateField(null=True, blank=True, editable=False)

    tags = TaggableManager(through=TaggedArticle, blank=True)
    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-changed_at", "-pk"]
        permissions = [
            ("submit_article", "Can submit an article to an editor"),
            ("publish_article", "Can schedule and publish articles"),
            ("withdraw_article", "Can withdraw articles"),
            ("change_any_article", "Can change the drafts of others"),
            ("lift_embargo", "Can lift an embargo early"),
            ("illustrate_article", "Can change the pictures of any article"),
            ("override_article", "Can overrule the desk's rules: sections of others, a second reader"),
        ]
        indexes = [
            # Readers' lists, newest first. The rest of ``listed`` stands in it too, and the last change: so a year of
            # the archive is counted, and dated for search engines, without reading its stories.
            models.Index(
                fields=[
                    *("language", "-first_published_at", "-id"),
                    *("public_from", "public_until", "withdrawn_at", "updated_at"),
                ],
                name="article_listed",
            ),
            models.Index(
                fields=["section", "language", "-first_published_at", "-id"], name="article_listed_by_section"
            ),
            # The desk's list, under each of its filters, in its own order.
            models.Index(fields=["state", "-changed_at", "-id"], name="article_desk_by_state"),
            models.Index(fields=["section", "-changed_at", "-id"], name="article_desk_by_section"),
            models.Index(fields=["language", "-changed_at", "-id"], name="article_desk_by_language"),
            models.Index(fields=["created_by", "state", "-changed_at", "-id"], name="article_desk_by_writer"),
            models.Index(
                fields=["-changed_at", "-id"], name="article_with_changes", condition=Q(live_version__lt=F("version"))
            ),
            models.Index(fields=["id"], name="article_unpublished", condition=UNPUBLISHED),
            models.Index(fields=["-withdrawn_at"], name="article_withdrawn", condition=Q(withdrawn_at__isnull=False)),
            # Asked by every tick, and by the first request after an instant; of the archive hardly a row has one.
            models.Index(fields=["pending_at"], name="article_pending", condition=Q(pending_at__isnull=False)),
            # Searched by a part of a word: the whole index is read, which is a tenth of the table.
            models.Index(fields=["-changed_at", "-id", "desk_key"], name="article_desk_by_words"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(public_until__isnull=True) | Q(public_until__gt=F("public_from")),
                name="article_public_interval",
            ),
            models.UniqueConstraint(
                fields=["import_key", "language"], condition=~Q(import_key=""), name="article_imported_once"
            ),
            models.CheckConstraint(
                condition=Q(public_from__isnull=True) | Q(live_revision__isnull=False),
                name="article_public_has_revision",
            ),
            models.CheckConstraint(
                condition=Q(pending_at__isnull=True, pending_revision__isnull=True)
                | Q(pending_at__isnull=False, pending_revision__isnull=False),
                name="article_pending_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.desk_headline or f"#{self.pk}"

    def get_absolute_url(self) -> str:
        """The address in the article's own edition, whatever language is being spoken."""
        with override(self.language):
            return reverse("articles:detail", args=[self.slug, self.pk])

    def is_begun(self, now: datetime) -> bool:
        """Readers have it, or had it before a withdrawal."""
        return self.public_from is not None and self.public_from <= now

    def is_over(self, now: datetime) -> bool:
        """Readers had it and have it no more."""
        return self.is_begun(now) and self.public_until is not None and self.public_until <= now

    def is_developing(self, now: datetime) -> bool:
        """More is to come, and readers are told so."""
        return self.developing_until is not None and now < self.developing_until

    @property
    def owner(self) -> str:
        """How intervals and sources of lower apps name this article."""
        return f"article:{self.pk}"

    @property
    def has_unpublished_changes(self) -> bool:
        return self.live_version is not None and self.live_version < self.version
