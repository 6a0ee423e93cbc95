"""The desk of what the site says of itself: its pages beside the stories, and the imprint."""

from django.contrib import admin

from articles.editor import PlainWidget, with_nonce
from people.desk import PublicRecordAdmin, ReadHistory

from .models import FlatPage, Imprint


class FlatPageAdmin(ReadHistory, PublicRecordAdmin):
    """Pages by edition, written in the desk's editor with its plainest nodes."""

    list_display = ["title", "language", "slug", "position"]
    list_filter = ["language"]
    fields = ["language", "slug", "title", "body", "position"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "body":
            kwargs["widget"] = PlainWidget
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def render_change_form(self, request, context, *args, **kwargs):
        context["media"] = with_nonce(context["media"], request)  # its import map is an inline script
        return super().render_change_form(request, context, *args, **kwargs)


class ImprintAdmin(PublicRecordAdmin):
    """One record an edition."""

    list_display = ["language", "founder", "certificate", "email"]


admin.site.register(FlatPage, FlatPageAdmin)
admin.site.register(Imprint, ImprintAdmin)
