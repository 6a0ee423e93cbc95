"""Uploads: many files at once, each taken or refused alone."""

from django.contrib import admin

from .models import Batch


@admin.register(Batch)
class BatchAdmin(admin.ModelAdmin):
    list_display = ["__str__", "created_at", "created_by"]
