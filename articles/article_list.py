"""The list of articles at the desk: its columns, its filters, and a picture for each row."""

from datetime import datetime

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import F, Q
from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from clock.days import print_stamp
from media_assets.desk.thumbnails import NO_PICTURE, thumbnails

from . import presence, workflow
from .concerned import NamingFilter
from .models import Article, Revision

_TEXTS = ("body_html", "rendered_html", "lede", "withdrawal_reason")


class StateFilter(admin.SimpleListFilter):
    """States of the desk, and what waits: live stories with changes nobody has published."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [*Article.State.choices, ("changed", _("live, with unpublished changes"))]

    def queryset(self, request, queryset):
        state = Article.State
        if self.value() == "changed":
            return queryset.filter(live_version__lt=F("version"))
        # A scheduled story whose instant has come is published, though nothing has touched its row.
        out = Q(state=state.SCHEDULED, public_from__lte=request.now)
        if self.value() == state.PUBLISHED:
            # Nearly every row: said by what it is not, lest the database gather all of them by an index, then sort.
            others = Q(state__in=[state.DRAFT, state.SUBMITTED, state.WITHDRAWN])
            return queryset.exclude(others).exclude(state=state.SCHEDULED, public_from__gt=request.now)
        if self.value() == state.SCHEDULED:
            return queryset.filter(state=state.SCHEDULED).exclude(out)
        return queryset.filter(state=self.value()) if self.value() else queryset


class SectionFilter(admin.RelatedFieldListFilter):
    """Sections, and what stands in none, said in words: Django's dash is nothing anybody would press."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.empty_value_display = conditional_escape(_("no section"))


class ArticleList(ChangeList):
    """Django's list; its rows know the photo that leads their newest version."""

    def get_results(self, request):
        super().get_results(request)
        self.result_list = list(self.result_list)
        shown = thumbnails(lead_photos([article.pk for article in self.result_list]))
        openings = presence.open_now([article.pk for article in self.result_list], request.now)
        for article in self.result_list:
            article.thumbnail = shown.get(article.pk, NO_PICTURE)
            article.opened_by = ", ".join(openings.get(article.pk, []))


def lead_photos(articles: list[int]) -> dict[int, int]:
    """The lead photo of the newest version of each article that has one; the texts stay in the database."""
    newest = Revision.objects.filter(article__in=articles, number=F("article__version")).order_by()
    found = newest.values_list("article", "data__lead_photo")
    return {article: photo for article, photo in found if photo}


class ArticleColumns:
    """What a row of the list says."""

    list_display = ["picture", "title", "state_word", "section", "published", "changed", "created_by"]
    list_display_links = ["title"]
    list_filter = [StateFilter, ("section", SectionFilter), "language", "changed_at", NamingFilter]
    list_select_related = ["section", "created_by"]
    sortable_by = ("published", "changed")

    def get_changelist(self, request, **kwargs):
        return ArticleList

    def get_queryset(self, request):
        # A list shows none of the texts; fifty of them are megabytes.
        return super().get_queryset(request).defer(*_TEXTS)

    @admin.display(description=_("Picture"))
    def picture(self, article) -> str:
        return article.thumbnail

    @admin.display(description=_("headline"))
    def title(self, article) -> str:
        return article.desk_headline or _("(no headline)")

    @admin.display(description=_("state"))
    def state_word(self, article) -> str:
        state = workflow.state_at(article, timezone.now())
        words = format_html('<span class="state-{}">{}</span>', state, Article.State(state).label)
        if article.has_unpublished_changes:
            words = format_html('{} <span class="state-draft">{}</span>', words, _("+ changes"))
        if article.opened_by:
            opened = _("open: %(names)s") % {"names": article.opened_by}
            words = format_html('{} <span class="quiet opened">{}</span>', words, opened)
        return words

    @admin.display(description=_("published"), ordering="first_published_at")
    def published(self, article) -> str:
        return _stamp(article.first_published_at)

    @admin.display(description=_("changed"), ordering="changed_at")
    def changed(self, article) -> str:
        return _stamp(article.changed_at)


def _stamp(instant: datetime | None) -> str:
    """«30 июня 2025, 15:45», in the desk's language: Django's own dates are «30 Июнь» in Kyrgyz."""
    return print_stamp(timezone.localtime(instant), get_language() or "ru") if instant else "—"
