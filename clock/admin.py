"""The base of every admin whose records readers see: a save there moves the readers' clock."""

from django.contrib import admin

from . import ticking


class PublicRecordAdmin(admin.ModelAdmin):
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
