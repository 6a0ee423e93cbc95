"""Uploads: many files at once, each taken or refused alone; then their captions on one sheet."""

from django.contrib import admin
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import path
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from clock.days import print_stamp
from people.desk import QuickList

from .desk import people_found, sheet, uploading
from .models import Batch, BatchFile


def _files(**conditions) -> Coalesce:
    """How many such files an upload has, counted for the rows of one page alone."""
    counted = BatchFile.objects.filter(**conditions, batch=OuterRef("pk")).order_by().values("batch")
    return Coalesce(Subquery(counted.annotate(count=Count("pk")).values("count")), 0)


@admin.register(Batch)
class BatchAdmin(QuickList, admin.ModelAdmin):
    """The list of uploads. Their pages are the photo desk's own, not forms of a record."""

    list_display = ["__str__", "begun", "by", "photos", "refused"]
    list_select_related = ["created_by"]

    def get_urls(self):
        def desk(route: str, view, name: str):
            return path(route, self.admin_site.admin_view(view), name=f"media_assets_batch_{name}")

        own = [
            desk("<int:pk>/files/", uploading.files, "files"),
            desk("<int:pk>/shared/", uploading.shared, "shared"),
            desk("<int:pk>/sheet/", sheet.of_batch, "sheet"),
            desk("sheet/", sheet.of_selection, "selection"),
            desk("photo/<int:pk>/", sheet.save, "photo"),
            desk("people/", people_found.people, "people"),
        ]
        return own + super().get_urls()

    def add_view(self, request, form_url="", extra_context=None):
        return uploading.begin(request)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return uploading.page(request, object_id)

    def get_queryset(self, request):
        """One's own uploads; everybody's for those who look after everybody's photos."""
        found = super().get_queryset(request)
        if not request.user.has_perm("media_assets.change_photo"):
            found = found.filter(created_by=request.user)
        return found.annotate(photo_count=_files(photo__isnull=False), refused_count=_files(outcome="refused"))

    def has_add_permission(self, request):
        return uploading.may_upload(request)

    def has_view_permission(self, request, obj=None):
        return uploading.may_upload(request) or super().has_view_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        return self.has_view_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        """What came in, and what was refused and why, stays told."""
        return False

    @admin.display(description=_("begun"), ordering="created_at")
    def begun(self, batch) -> str:
        return print_stamp(timezone.localtime(batch.created_at), get_language() or "ru")

    @admin.display(description=_("by"), ordering="created_by")
    def by(self, batch) -> str:
        return str(batch.created_by or "—")

    @admin.display(description=_("photos"))
    def photos(self, batch) -> int:
        return batch.photo_count

    @admin.display(description=_("refused"))
    def refused(self, batch) -> int:
        return batch.refused_count
