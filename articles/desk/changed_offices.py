"""Stories in work, and today's live ones, that differ from the record since an office changed hands."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.models import Membership, NameForm
from people.names.keys import name_key
from people.recent_changes import changed_lately, concerned
from search.words import words

from .. import office_checks, workflow
from ..findings import Finding
from ..linking import link_all
from ..models import Article, CheckAnswer, Revision
from ..office_reading import Reading
from ..page import published_at
from ..publishing import drafts_of

# What has lain longer is not being worked on; what is more than that is more than anybody reads.
_IN_WORK = timedelta(days=30)
_MOST_READ, _MOST_CHECKED = 300, 60
_TAG = re.compile(r"<[^>]+>")
_SHORTEST_STEM = 3


@dataclass(frozen=True)
class Differing:
    """A story, its state in the desk's words, and what of it the record contradicts now."""

    article: Article
    state: str
    findings: Sequence[Finding]

    @property
    def state_label(self) -> str:
        return str(Article.State(self.state).label)


def urls(model_admin) -> list[URLPattern]:
    """The page below the articles of the admin."""

    def page(request: HttpRequest) -> HttpResponse:
        if not model_admin.has_view_or_change_permission(request):
            raise PermissionDenied
        return _page(request, model_admin)

    return [path("offices/", model_admin.admin_site.admin_view(page), name="articles_article_offices")]


def _page(request: HttpRequest, model_admin) -> HttpResponse:
    changed = changed_lately(request.now)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Offices that changed hands"),
        "opts": model_admin.opts,
        "changed": changed,
        "stories": differing(changed, request.now),
    }
    return TemplateResponse(request, "admin/articles/article/offices.html", context)


def sentences_after(memberships: Collection[int]) -> list[str]:
    """What an editor hears who has just changed these offices; nothing where no story differs."""
    now = timezone.now()
    changed = Membership.objects.filter(pk__in=memberships).select_related("person", "post")
    number = len(differing(list(changed), now))
    if not number:
        return []
    told = ngettext(
        "%(number)s story in work differs from the record now.",
        "%(number)s stories in work differ from the record now.",
        number,
    )
    link = format_html('<a href="{}">{}</a>', reverse("admin:articles_article_offices"), _("Look at them"))
    return [format_html("{} {}", told % {"number": number}, link)]


def differing(changed: Collection[Membership], now: datetime) -> list[Differing]:
    """The stories that give an office to somebody the changes concern, against the record; at most sixty are read.

    Twenty-five queries at most, whatever the number of stories.
    """
    people = concerned(changed, now)
    versions = [
        (revision.article, revision, published_at(revision.article, revision, now))
        for revision in _naming(people, _in_work(now))
    ]
    drafts = drafts_of(versions)
    linked = link_all([draft.story for draft in drafts])
    found = office_checks.findings_in([Reading.of_draft(*each) for each in zip(drafts, linked, strict=True)])
    answered = _answered([draft.article for draft in drafts])
    stories = []
    for draft, findings in zip(drafts, found, strict=True):
        about = [each for each in findings if _is_about(each, people) and (draft.article.pk, each.key) not in answered]
        if about:
            stories.append(Differing(draft.article, workflow.state_at(draft.article, now), about))
    return stories


def _in_work(now: datetime) -> QuerySet[Revision]:
    """The newest versions of what is written, waits or came out today, the latest first."""
    today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    state = Article.State
    written = Q(article__state__in=[state.DRAFT, state.SUBMITTED], article__changed_at__gte=now - _IN_WORK)
    out_today = Q(article__state=state.PUBLISHED, article__first_published_at__gte=today)
    return (
        Revision.objects.filter(written | out_today | Q(article__state=state.SCHEDULED))
        .filter(number=F("article__version"))
        .select_related("article")
        .prefetch_related("article__name_decisions")
        .order_by("-article__changed_at", "-pk")[:_MOST_READ]
    )


def _naming(people: Collection[int], revisions: QuerySet[Revision]) -> list[Revision]:
    """Those in which a word begins like a family name of these people: the others need no closer look."""
    if not people:
        return []
    asked = NameForm.objects.filter(person__in=people, part__in=["family", "whole"]).values_list("key", flat=True)
    stems = {key.split(" ")[0] for key in asked}
    stems = {stem[:-1] if len(stem) > _SHORTEST_STEM else stem for stem in stems}
    return [each for each in revisions if any(word in stems for word in _beginnings(each))][:_MOST_CHECKED]


def _beginnings(revision: Revision) -> Iterator[str]:
    data = revision.data
    text = " ".join(str(data.get(part, "")) for part in ("lede", "lead_caption", "body"))
    for word in {name_key(word) for word in words(_TAG.sub(" ", text))}:
        yield from (word[:length] for length in range(_SHORTEST_STEM - 1, len(word) + 1))


def _is_about(finding: Finding, people: Collection[int]) -> bool:
    return finding.kind == CheckAnswer.Kind.OFFICE and int(finding.key.partition(":")[0]) in people


def _answered(articles: Sequence[Article]) -> set[tuple[int, str]]:
    answers = CheckAnswer.objects.filter(article__in=articles, kind=CheckAnswer.Kind.OFFICE)
    return set(answers.values_list("article_id", "key"))
