"""What the desk keeps beside the revisions."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Autosave(models.Model):
    """The unsaved text of one open form of one person; saving that form deletes it, a crash offers it again.

    ``data`` are the fields of the form as the browser had them. Each form that is opened has its own ``tab``: two
    windows on one story, or on two new ones, never write over each other.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    article = models.ForeignKey("articles.Article", models.CASCADE, null=True, blank=True, related_name="autosaves")
    tab = models.CharField(max_length=32)
    base = models.PositiveIntegerField(default=0)
    data = models.JSONField()
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ["-saved_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["user", "tab"], name="autosave_one_an_open_form")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.article_id}"


class NameDecision(models.Model):
    """An editor's word on a name in an article: this person, this organization, or nobody. It survives edits.

    ``context``, the words around one place, narrows it to that place (``articles.decisions``).
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="name_decisions")
    key = models.CharField(max_length=300, help_text="search_key of the printed name")
    context = models.CharField(max_length=300, blank=True)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    organization = models.ForeignKey("people.Organization", models.PROTECT, null=True, blank=True, related_name="+")
    is_nobody = models.BooleanField(_("not a person"), default=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("decision on a name")
        verbose_name_plural = _("decisions on names")
        constraints = [
            models.UniqueConstraint(fields=["article", "key", "context"], name="name_decision_once"),
            models.CheckConstraint(
                condition=Q(person__isnull=False, organization__isnull=True, is_nobody=False)
                | Q(person__isnull=True, organization__isnull=False, is_nobody=False)
                | Q(person__isnull=True, organization__isnull=True, is_nobody=True),
                name="name_decision_says_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} → {self.person or self.organization or '—'}"


class CheckAnswer(models.Model):
    """An editor's word that something the desk found in an article shall stand as it is. It survives edits.

    ``key`` is how the finding is known again (``articles.findings``).
    """

    class Kind(models.TextChoices):
        OFFICE = "office", _("office on record")
        CHANGE = "change", _("change of an office")
        TYPOGRAPHY = "typography", _("typography")

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="check_answers")
    kind = models.CharField(max_length=10, choices=Kind)
    key = models.CharField(max_length=300)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("answer to a check")
        verbose_name_plural = _("answers to checks")
        constraints = [models.UniqueConstraint(fields=["article", "kind", "key"], name="check_answer_once")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.key}"
