"""What waits for one person of the newsroom, as short lists: «My desk».

Each list is a question of its own to the tables, about as many rows as fit a screen; none reads an archive.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import notices
from ..article_list import lead_photos
from ..models import Article, ArticleEvent, MorningCheck, Notice, Section

MOST = 10
# A list without a page of its own shows more, folded; what is more than that is not read on a first page.
_MOST_FOLDED = 30
_MOST_COUNTED = 100
_OUT_LATELY = timedelta(hours=48)
_WEEK = timedelta(days=7)

State, Kind = Article.State, ArticleEvent.Kind


@dataclass(frozen=True)
class Line:
    """A story that waits: since when, whose it is, what was said of it. ``key`` is what a tick is for."""

    article: Article
    at: datetime | None = None
    by: str = ""
    words: str = ""
    label: str = ""
    section: str = ""
    key: int | None = None

    @property
    def url(self) -> str:
        return reverse("admin:articles_article_change", args=[self.article.pk])


@dataclass(frozen=True)
class Waiting:
    """A list of the first page. ``url`` leads to all of it; without one the rest stands folded below."""

    name: str
    title: str
    lines: Sequence[Line]
    number: int
    url: str = ""

    @property
    def shown(self) -> Sequence[Line]:
        return self.lines[:MOST]

    @property
    def folded(self) -> Sequence[Line]:
        return self.lines[MOST:]

    @property
    def counted(self) -> str:
        """«100+» says as much as any number beyond."""
        return str(self.number) if self.number <= _MOST_COUNTED else f"{_MOST_COUNTED}+"


def waiting(by, now: datetime) -> list[Waiting]:
    """The lists that have something for this person, the most urgent first."""
    asked = (question(by, now) for permission, question in QUESTIONS if by.has_perm(permission))
    return [each for each in asked if each.number]


def _list(name: str, title: str, rows: QuerySet, line: Callable[..., Line], **filters: object) -> Waiting:
    """A list of what a queryset finds; counted, to a bound, only when it goes on after its last line."""
    most = MOST if filters else _MOST_FOLDED
    found = list(rows[: most + 1])
    number = len(found) if len(found) <= most else rows.order_by()[: _MOST_COUNTED + 1].count()
    url = f"{reverse('admin:articles_article_changelist')}?{urlencode(filters)}" if filters else ""
    return Waiting(name, title, [line(row) for row in found[:most]], number, url)


def _stories(*conditions: Q, **more: object) -> QuerySet[Article]:
    """Articles without their texts: ten of them are half a megabyte."""
    columns = ("desk_headline", "state", "version", "live_version", "changed_at", "public_from", "pending_at")
    found = Article.objects.filter(*conditions, **more).select_related("created_by", "section")
    return found.only(*columns, "created_by", "section", "taken_at", "first_published_at")


def _line(article: Article, at: datetime | None, by: object = "") -> Line:
    return Line(article, at, str(by), section=str(article.section or ""))


def _changed(article: Article) -> Line:
    return _line(article, article.changed_at)


def _last_move(column: str, of: str = "pk") -> Subquery:
    """Of an article's last handing in or sending back."""
    moves = ArticleEvent.objects.filter(article=OuterRef(of), kind__in=[Kind.SUBMITTED, Kind.RETURNED])
    return Subquery(moves.order_by("-at", "-pk").values(column)[:1])


def told(by, now: datetime) -> Waiting:
    """What one was told and has not looked at."""

    def line(notice: Notice) -> Line:
        return Line(notice.article, notice.at, str(notice.by), notice.words, notice.get_kind_display(), key=notice.pk)

    unseen = (
        notices.unseen(by).select_related("article", "by").only("kind", "at", "words", "article__desk_headline", "by")
    )
    return _list("told", _("News for you"), unseen, line)


def sent_back(by, now: datetime) -> Waiting:
    """One's own drafts that an editor has returned, with what they remarked."""
    mine = ArticleEvent.objects.filter(article__created_by=by, article__state=State.DRAFT, kind=Kind.RETURNED)
    rows = mine.filter(pk=_last_move("pk", of="article")).select_related("article", "by")

    def line(event: ArticleEvent) -> Line:
        return Line(event.article, event.at, str(event.by), event.detail.get("remark", ""))

    return _list("sent-back", _("Sent back to you"), rows.only("at", "detail", "article__desk_headline", "by"), line)


def in_work(by, now: datetime) -> Waiting:
    mine = _stories(created_by=by, state=State.DRAFT).annotate(last_move=_last_move("kind"))
    rows = mine.filter(Q(last_move=None) | Q(last_move=Kind.SUBMITTED))
    filters = {"created_by__id__exact": by.pk, "state": State.DRAFT}
    return _list("in-work", _("Your drafts in work"), rows, _changed, **filters)


def taken(by, now: datetime) -> Waiting:
    """What others began and one has said one is writing."""
    rows = _stories(~Q(created_by=by), taken_by=by, state__in=[State.DRAFT, State.SUBMITTED])

    def line(article) -> Line:
        return _line(article, article.taken_at, article.created_by)

    return _list("taken", _("Stories you have taken"), rows, line, taken_by__id__exact=by.pk)


def handed_in(by, now: datetime) -> Waiting:
    """What reporters have handed in, one's own sections first, then whoever has waited longest."""
    own = Section.objects.filter(editors=by).values("pk")
    rows = _stories(state=State.SUBMITTED).annotate(
        handed_in_at=_last_move("at"), foreign=Case(When(section__in=own, then=Value(0)), default=Value(1))
    )

    def line(article) -> Line:
        return _line(article, article.handed_in_at or article.changed_at, article.created_by)

    ordered = rows.order_by("foreign", "handed_in_at", "pk")
    return _list("handed-in", _("Handed in and waiting"), ordered, line, state=State.SUBMITTED)


def to_check(by, now: datetime) -> Waiting:
    """What went out without a second reader, and one has not put out oneself."""
    rows = MorningCheck.objects.filter(checked_at=None).exclude(published_by=by)

    def line(check: MorningCheck) -> Line:
        return Line(check.article, check.at, str(check.published_by), key=check.pk)

    rows = rows.select_related("article", "published_by").only("at", "article__desk_headline", "published_by")
    return _list("to-check", _("Check in the morning"), rows, line)


def unpublished(by, now: datetime) -> Waiting:
    rows = _stories(live_version__lt=F("version"), withdrawn_at=None, pending_at=None)
    return _list("unpublished", _("Live stories with changes readers do not have"), rows, _changed, state="changed")


def scheduled_today(by, now: datetime) -> Waiting:
    """First publications and changes of live stories that come out before midnight, in their order."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    # Each by its own index: an OR of the two would read the archive.
    first = Article.objects.filter(public_from__gt=now, public_from__lt=midnight).order_by("public_from")
    changes = Article.objects.filter(pending_at__gt=now, pending_at__lt=midnight).order_by("pending_at")
    numbers = {pk for each in (first, changes) for pk in each.values_list("pk", flat=True)[:_MOST_COUNTED]}
    rows = _stories(pk__in=numbers).annotate(out_at=Coalesce("pending_at", "public_from"))

    def line(article) -> Line:
        return _line(article, article.out_at, article.created_by)

    return _list("today", _("Scheduled for today"), rows.order_by("out_at", "pk"), line, state=State.SCHEDULED)


def without_picture(by, now: datetime) -> Waiting:
    """Stories handed in, scheduled, or out for less than two days whose newest version no photo leads."""
    handed_in = Article.objects.filter(state=State.SUBMITTED).order_by("-changed_at", "-pk")
    lately = Article.objects.filter(public_from__gte=now - _OUT_LATELY, withdrawn_at=None).order_by(
        "-public_from", "-pk"
    )
    numbers = [pk for each in (handed_in, lately) for pk in each.values_list("pk", flat=True)[:_MOST_COUNTED]]
    pictured = lead_photos(numbers)
    bare = [number for number in dict.fromkeys(numbers) if number not in pictured]
    return _list("without-picture", _("Without a picture"), _stories(pk__in=bare), _changed)


def withdrawn(by, now: datetime) -> Waiting:
    rows = ArticleEvent.objects.filter(kind=Kind.WITHDRAWN, at__gte=now - _WEEK).select_related("article", "by")

    def line(event: ArticleEvent) -> Line:
        return Line(event.article, event.at, str(event.by), event.detail.get("reason", ""))

    rows = rows.only("at", "detail", "article__desk_headline", "by")
    return _list("withdrawn", _("Withdrawn this week"), rows, line)


# Whose list it is, by a permission.
_EVERYBODY, _EDITORS = "articles.view_article", "articles.publish_article"
QUESTIONS: Sequence[tuple[str, Callable[..., Waiting]]] = (
    (_EVERYBODY, told),
    (_EVERYBODY, sent_back),
    (_EDITORS, handed_in),
    (_EDITORS, to_check),
    (_EDITORS, scheduled_today),
    (_EVERYBODY, taken),
    (_EVERYBODY, in_work),
    (_EDITORS, unpublished),
    ("media_assets.change_photo", without_picture),
    ("articles.lift_embargo", withdrawn),
)
