"""What colleagues tell each other about a story. None of it is ever public."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Comment(models.Model):
    """A remark on a draft. It is never changed or taken away; somebody says that it is done.

    ``text`` is plain and names colleagues as ``@{12}``, by their number: people marry and are promoted
    (``articles.talk``). ``about`` are the words of the story it speaks of, as they stood in ``revision``.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="comments")
    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField(max_length=2000)
    about = models.CharField(max_length=500, blank=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("comment on a draft")
        verbose_name_plural = _("comments on drafts")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(done_by__isnull=True, done_at__isnull=True)
                | models.Q(done_by__isnull=False, done_at__isnull=False),
                name="comment_done_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]

    def save(self, *args, **kwargs) -> None:
        if self.pk is not None:
            raise TypeError("A comment never changes; articles.talk says that it is done.")
        super().save(*args, **kwargs)


class Notice(models.Model):
    """Something about a story that one person of the newsroom should know, until they have seen it."""

    class Kind(models.TextChoices):
        MENTIONED = "mentioned", _("you are mentioned")
        COMMENTED = "commented", _("a new comment")
        RETURNED = "returned", _("sent back to you")
        TAKEN = "taken", _("your draft was taken over")
        PUBLISHED = "published", _("your story is out")
        WITHDRAWN = "withdrawn", _("a story was withdrawn")

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=9, choices=Kind)
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="notices")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.CharField(max_length=300, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["to", "-at", "-id"], name="notice_unseen", condition=models.Q(seen_at=None)),
            models.Index(fields=["seen_at"], name="notice_seen", condition=models.Q(seen_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.to_id}: {self.kind} {self.article_id}"
