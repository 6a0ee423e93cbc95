"""The log of the desk: what happened to one article, and to all of them, for whoever asks years later."""

import csv
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.html import format_html
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _t

from people.desk import QuickList, occurs
from search.words import search_key

from ..article_list import SectionFilter
from ..event_words import in_words
from ..models import Article, ArticleEvent

_ON_A_PAGE = 100
_MOST_STORIES = 1000
# A cell that begins so is a formula to a spreadsheet, and a headline may begin with anything.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class History:
    """The page «what happened» of an article; a mixin of its admin, in place of Django's own list of form saves."""

    def history_view(self, request: HttpRequest, object_id, extra_context=None) -> HttpResponse:
        article = self.article_for(request, object_id)
        page = Paginator(_told(article.events.all()), _ON_A_PAGE).get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("What happened"),
            "opts": self.opts,
            "article": article,
            "page": page,
            "lines": [(event, in_words(event), changes_in(event)) for event in page],
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/articles/article/history.html", context)


def _told(events: QuerySet[ArticleEvent]) -> QuerySet[ArticleEvent]:
    """Events with all a line says, and none of the texts."""
    columns = ("kind", "at", "detail", "by", "article__desk_headline", "revision__number")
    return events.select_related("article", "by", "revision").only(*columns)


def changes_in(event: ArticleEvent) -> str:
    """Where the event's version is compared with the one before it; a first version and a comment have none."""
    if event.kind == ArticleEvent.Kind.COMMENTED or event.revision is None or event.revision.number < 2:
        return ""
    compare = reverse("admin:articles_article_compare", args=[event.article_id])
    return f"{compare}?old={event.revision.number - 1}&new={event.revision.number}"


class PersonFilter(admin.SimpleListFilter):
    """Whoever works here or has left: the log is read years later."""

    title = _t("person")
    parameter_name = "by"

    def lookups(self, request, model_admin):
        people = ArticleEvent._meta.get_field("by").related_model.objects.filter(is_staff=True)
        return sorted(((str(user.pk), str(user)) for user in people), key=lambda each: each[1].casefold())

    def queryset(self, request, queryset):
        return queryset.filter(by=self.value()) if self.value() in dict(self.lookup_choices) else queryset


class DayFilter(admin.ListFilter):
    """Two days, either of which may be left open."""

    title = _t("days")
    template = "admin/articles/articleevent/days.html"

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        self.since, self.until = (_day(params.pop(name, [""])[-1]) for name in self.expected_parameters())

    def expected_parameters(self) -> list[str]:
        return ["since", "until"]

    def has_output(self) -> bool:
        return True

    def choices(self, changelist):
        """One choice, which is a form; it keeps what else is asked for."""
        asked = changelist.get_filters_params()
        kept = [
            (name, value)
            for name, values in asked.items()
            if name not in self.expected_parameters()
            for value in values
        ]
        days = {"since": self.since or "", "until": self.until or ""}
        query = changelist.get_query_string(remove=self.expected_parameters())
        yield {"display": _("All"), "selected": not any(days.values()), "query_string": query, "kept": kept, **days}

    def queryset(self, request, queryset):
        if self.since:
            queryset = queryset.filter(at__gte=_midnight(self.since))
        return queryset.filter(at__lt=_midnight(self.until + timedelta(days=1))) if self.until else queryset


def _day(typed: str) -> date | None:
    try:
        return parse_date(typed)
    except ValueError:
        return None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


class EventLog(QuickList, admin.ModelAdmin):
    """What happened on the whole desk. Nothing is added, changed or deleted here, by anybody."""

    list_display = ["when", "by", "what", "story"]
    list_display_links = None
    list_filter = ["kind", PersonFilter, DayFilter, ("article__section", SectionFilter)]
    search_fields = ["article__desk_key"]
    search_help_text = _t("Words of a headline, or the number of an article")
    ordering = ["-at", "-pk"]
    change_list_template = "admin/articles/articleevent/change_list.html"
    actions = None

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def get_queryset(self, request):
        return _told(super().get_queryset(request))

    def get_search_results(self, request, queryset, search_term):
        """Events of the thousand latest articles whose headlines have these words; a number is that of one article."""
        if search_term.isdecimal() and len(search_term) < 19:
            return queryset.filter(article=search_term), False
        words = search_key(search_term).split()
        if not words:
            return queryset, False
        # A word of all headlines would gather the whole log, only to sort it.
        stories = Article.objects.filter(*(occurs(word, "desk_key") for word in words)).order_by("-changed_at", "-pk")
        return queryset.filter(article__in=list(stories.values_list("pk", flat=True)[:_MOST_STORIES])), False

    @admin.display(description=_t("when"))
    def when(self, event) -> str:
        return f"{timezone.localtime(event.at):%Y-%m-%d %H:%M:%S}"

    @admin.display(description=_t("what happened"))
    def what(self, event) -> str:
        words, changes = in_words(event), changes_in(event)
        return format_html('{} <a href="{}">{}</a>', words, changes, _("what changed")) if changes else words

    @admin.display(description=_t("story"))
    def story(self, event) -> str:
        address = reverse("admin:articles_article_history", args=[event.article_id])
        return format_html('<a href="{}">{}</a>', address, event.article)

    def get_urls(self):
        download = path("csv/", self.admin_site.admin_view(self.as_csv), name="articles_articleevent_csv")
        return [download, *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """An event has no page of its own: its story's has it among the others."""
        event = self.get_object(request, object_id)
        if event is None:
            return redirect("admin:articles_articleevent_changelist")
        return redirect("admin:articles_article_history", event.article_id)

    def as_csv(self, request: HttpRequest) -> HttpResponse:
        """The list as it is filtered, all of it, for a spreadsheet."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = self.get_changelist_instance(request).get_queryset(request)
        lines = csv_of(found.iterator(chunk_size=1000), get_language() or "ru")
        name = f"log-{timezone.localtime(request.now):%Y-%m-%d}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


class _Line:
    """What the writer of CSV takes for a file: each line goes straight out."""

    def write(self, line: str) -> str:
        return line


def csv_of(events: Iterator[ArticleEvent], language: str) -> Iterator[str]:
    """Lines of CSV, the first with a mark by which spreadsheets know UTF-8."""
    writer = csv.writer(_Line())
    # Each line says its language: they are drawn after the request, whose language is over by then.
    with override(language):
        yield "\ufeff" + writer.writerow([_("when"), _("who"), _("what happened"), _("story"), _("number")])
    for event in events:
        with override(language):
            at = timezone.localtime(event.at).isoformat(timespec="seconds")
            told = [at, str(event.by), in_words(event), str(event.article), str(event.article_id)]
            line = writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in told])
        yield line
