"""What the admin of every app shares: search by stored keys, and the readers' clock moved by a save."""

from django.contrib import admin

from clock import ticking
from search.words import search_key


class KeySearch:
    """Searches a folded key column, since SQLite cannot fold Cyrillic: every word typed must occur in it."""

    search_column = "search_key"
    show_full_result_count = False

    def get_search_results(self, request, queryset, search_term):
        for word in search_key(search_term).split():
            queryset = queryset.filter(**{f"{self.search_column}__contains": word})
        return queryset, False


class PublicRecordAdmin(KeySearch, admin.ModelAdmin):
    """Bumps the clock as the last statement of a change, after inlines; Django's admin holds the transaction."""

    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER  # counting every filter's rows is slow on a large record

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        ticking.bump()

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        ticking.bump()

    def delete_queryset(self, request, queryset):
        super().delete_queryset(request, queryset)
        ticking.bump()
