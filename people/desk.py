"""What the admin of every app shares: search by stored keys, short counts, the readers' clock moved by a save."""

from collections.abc import Collection

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F, QuerySet, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from simple_history.admin import SimpleHistoryAdmin

from clock import ticking
from search.words import search_key


class DeskPaginator(Paginator):
    """Pages of a list that counts no further than anybody turns pages: a whole count reads the whole table.

    ``has_more`` says that the list goes on after its last page; a search or a filter leads there.
    """

    BOUND = 1000

    @cached_property
    def _counted(self) -> int:
        return self.object_list.order_by()[: self.BOUND + 1].count()

    @property
    def count(self) -> int:
        return min(self._counted, self.BOUND)

    @property
    def has_more(self) -> bool:
        return self._counted > self.BOUND


class QuickList:
    """A list of the desk that takes no longer when the record has grown a thousandfold.

    ``sortable_by`` names the columns with an index; nobody reads a hundred thousand rows by their language.
    """

    list_per_page = 50
    list_max_show_all = 0
    paginator = DeskPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    sortable_by: tuple[str, ...] = ()


class KeySearch(QuickList):
    """Searches a folded key column, since SQLite cannot fold Cyrillic: every word typed must occur in it.

    A part of a word is found by reading all keys. They are read once where few records fit, and no further than a
    page where many do.
    """

    search_column = "search_key"

    def get_search_results(self, request, queryset, search_term):
        words = search_key(search_term).split()
        return (read_once(queryset, self.holding(queryset, words)) if words else queryset), False

    def holding(self, queryset: QuerySet, words: Collection[str]) -> QuerySet:
        """The records in whose keys each of these words occurs."""
        return queryset.filter(*(occurs(word, self.search_column) for word in words))


def occurs(word: str, column: str) -> GreaterThan:
    """Whether a word is a part of a column, letter for letter: LIKE takes twice as long, since it folds capitals."""
    return GreaterThan(StrIndex(F(column), Value(word)), 0)


def read_once(queryset: QuerySet, found: QuerySet) -> QuerySet:
    """What was found of a queryset; by numbers, when it is less than a page: a list asks thrice for what it shows."""
    numbers = list(found.values_list("pk", flat=True)[: QuickList.list_per_page])
    return found if len(numbers) == QuickList.list_per_page else queryset.filter(pk__in=numbers)


class PublicRecordAdmin(KeySearch, admin.ModelAdmin):
    """Bumps the clock as the last statement of a change, after inlines; Django's admin holds the transaction."""

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        ticking.bump()

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        ticking.bump()

    def delete_queryset(self, request, queryset):
        super().delete_queryset(request, queryset)
        ticking.bump()


class ReadHistory(SimpleHistoryAdmin):
    """The history of a record, to read. What it once said is typed anew on its own page.

    The library saves a record from there for whoever may *see* it, with whatever was sent, past the offices beside it,
    the forms of its name and the readers' clock.
    """

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        if request.method == "POST":
            raise PermissionDenied(_("The history is there to be read: change the record on its own page."))
        return super().history_form_view(request, object_id, version_id, extra_context)

    def revert_disabled(self, request, obj=None) -> bool:
        return True
