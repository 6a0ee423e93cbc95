"""The desk: the list of articles, their writing form and the pages around it; what stories are sorted by."""

from django.contrib import admin

from people.desk import KeySearch, PublicRecordAdmin
from search.words import search_key

from . import editor_views, revisions
from .article_list import ArticleColumns
from .authors import show_portrait
from .desk import changed_offices
from .desk.breaking import Breaking
from .desk.bulk import BulkMoves
from .desk.event_log import EventLog, History
from .desk.form_page import FormPage
from .desk.my_desk import MyDesk
from .desk.presence import Presence
from .desk.questions import Questions
from .desk.rules import RulesAdmin
from .desk.seen import Seen
from .desk.talk import Talk
from .desk.versions import VersionPages
from .desk.writing import WritingViews
from .models import Article, ArticleEvent, Author, DeskRules, Section, Tag
from .tags import merge


@admin.register(Article)
class ArticleAdmin(
    ArticleColumns,
    BulkMoves,
    Talk,
    MyDesk,
    History,
    FormPage,
    Questions,
    Seen,
    Breaking,
    WritingViews,
    Presence,
    VersionPages,
    KeySearch,
    admin.ModelAdmin,
):
    search_fields = ["desk_key"]
    search_column = "desk_key"
    ordering = ["-changed_at", "-pk"]
    actions = ["take_selected", "submit_selected", "publish_selected", "withdraw_selected"]

    def has_delete_permission(self, request, obj=None):
        return False  # what was written stays; a live article is withdrawn

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or revisions.may_change(obj, request.user))

    def get_urls(self):
        views = [*editor_views.urls(self.admin_site), *changed_offices.urls(self)]
        own = [
            *self.question_urls(),
            *self.seen_urls(),
            *self.breaking_urls(),
            *self.writing_urls(),
            *self.talk_urls(),
            *self.my_desk_urls(),
            *self.presence_urls(),
            *self.version_urls(),
            *views,
        ]
        return own + super().get_urls()


admin.site.register(ArticleEvent, EventLog)


class NamedAdmin(PublicRecordAdmin):
    """Records that are found by their name; few enough to be searched and sorted as they are."""

    sortable_by = None

    def get_search_results(self, request, queryset, search_term):
        wanted = search_key(search_term)
        found = [
            record.pk for record in queryset if wanted in search_key(f"{record.name} {record.name_ky} {record.name_en}")
        ]
        return queryset.filter(pk__in=found), False


@admin.register(Section)
class SectionAdmin(NamedAdmin):
    list_display = ["name", "name_ky", "name_en", "slug", "position"]
    list_editable = ["position"]
    search_fields = ["name"]
    autocomplete_fields = ["editors"]


@admin.register(Author)
class AuthorAdmin(NamedAdmin):
    list_display = ["name", "name_ky", "name_en", "user"]
    list_select_related = ["user"]
    search_fields = ["name"]
    autocomplete_fields = ["portrait", "user"]

    def save_related(self, request, form, formsets, change):
        show_portrait(form.instance, request.now)
        super().save_related(request, form, formsets, change)


@admin.register(Tag)
class TagAdmin(PublicRecordAdmin):
    list_display = ["name", "language", "slug"]
    sortable_by = ("slug",)
    list_filter = ["language"]
    search_fields = ["key"]
    search_column = "key"
    fields = ["name", "language", "slug", "description", "merged_into"]
    autocomplete_fields = ["merged_into"]

    def get_readonly_fields(self, request, obj=None):
        return ["slug"] if obj else []  # readers have kept the address

    def save_related(self, request, form, formsets, change):
        if form.instance.merged_into:
            merge(form.instance, form.instance.merged_into)
        super().save_related(request, form, formsets, change)


admin.site.register(DeskRules, RulesAdmin)
