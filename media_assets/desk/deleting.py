"""Deleting photos at the desk: whatever is used is refused with the list of its uses, the rest goes."""

from collections.abc import Iterable

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.db.models import ProtectedError
from django.http import HttpResponseRedirect
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ..models import Photo
from ..removing import remove
from .usage import Usage, usage_of


class DeletesUnused(admin.ModelAdmin):
    """For the admin of photos. Django would name each copy and ask whether to lose it, too."""

    def get_deleted_objects(self, photos, request):
        """The photos for the confirmation; in place of protected records, the uses that forbid it, with links."""
        photos = list(photos)
        used = usage_of([photo.pk for photo in photos], request.now)
        protected = [_link(use) for photo in photos for use in used[photo.pk]]
        lacking = set() if self.has_delete_permission(request) else {self.opts.verbose_name}
        return [str(photo) for photo in photos], {self.opts.verbose_name_plural: len(photos)}, lacking, protected

    def delete_view(self, request, object_id, extra_context=None):
        try:
            return super().delete_view(request, object_id, extra_context)
        except ProtectedError:  # put into a story while this page was open: asked again, it says which
            return HttpResponseRedirect(request.path)

    def delete_model(self, request, obj):
        remove([obj])

    def delete_queryset(self, request, queryset):
        remove(list(queryset))

    @admin.action(description=_("Delete the chosen photos"), permissions=["delete"])
    def delete_unused(self, request, queryset):
        used = {
            photo: uses for photo, uses in usage_of(queryset.values_list("pk", flat=True), request.now).items() if uses
        }
        for photo in Photo.objects.filter(pk__in=used):
            messages.error(request, refusal(photo, used[photo.pk]))
        free = queryset.exclude(pk__in=used)
        return delete_selected(self, request, free) if free.exists() else None


def refusal(photo: Photo, uses: Iterable[Usage]) -> str:
    """«Снимок … не удалён, он нужен: …», each use a link."""
    return format_html(
        _t("“{}” stays, for it is used: {}. Take it out there first, then delete it."),
        photo,
        format_html_join(", ", "{}", ((_link(use),) for use in uses)),
    )


def _link(use: Usage) -> str:
    title = format_html('<a href="{}">{}</a>', use.url, use.title) if use.url else use.title
    return format_html("{} ({})", title, use.state) if use.state else title
