"""The photo desk in the admin: the library, the page of a photo, captions. What they show and do stands in ``desk``.

Documents have an admin of their own in ``document_admin``.
"""

from django.contrib import admin
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from people.desk import PublicRecordAdmin, QuickList, ReadHistory, read_once

from . import batch_admin as batch_admin  # registers itself
from . import document_admin as document_admin  # so does this
from . import faces as faces  # registers itself
from . import tasks
from .desk import photo_views
from .desk.deleting import DeletesUnused
from .desk.library import Library
from .desk.photo_forms import PersonShownForm, PersonsShownFormSet, PhotoForm, WhoSelect
from .desk.photo_page import page_of
from .desk.thumbnails import thumbnail
from .models import Caption, PersonShown, Photo, Portrait
from .settling import settle


def _settle(photo: Photo) -> None:
    """Bring up to date what follows from a photo; copies to be made, or to carry new words, are left to the worker."""
    if settle(photo):
        transaction.on_commit(lambda: tasks.make_renditions.enqueue(photo.pk))


class PersonShownInline(admin.TabularInline):
    model = PersonShown
    form = PersonShownForm
    formset = PersonsShownFormSet
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "person":  # without Django's own links beside it: the page has its own
            return db_field.formfield(widget=WhoSelect())
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class CaptionInline(admin.TabularInline):
    model = Caption
    extra = 0
    fields = ["language", "text", "description_writer"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "text":
            field.widget.attrs["rows"] = 3
        return field


class PortraitInline(admin.TabularInline):
    model = Portrait
    extra = 0
    autocomplete_fields = ["person"]
    verbose_name = _("portrait of")
    verbose_name_plural = _("portrait of")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person")


@admin.register(Photo)
class PhotoAdmin(DeletesUnused, PublicRecordAdmin, ReadHistory):
    form = PhotoForm
    list_display = ["thumbnail", "title", "credit", "taken", "place", "noted"]
    list_display_links = ["thumbnail", "title"]
    list_per_page = 60
    sortable_by = ("taken",)
    # The newest first, by an index: sorting twenty thousand rows by their hour took a fifth of a second.
    ordering = ["-pk"]
    search_fields = ["search_key"]
    actions = ["on_a_sheet", "delete_unused"]
    inlines = [PersonShownInline, CaptionInline, PortraitInline]
    # For whoever may look and not change; the page of those who may is a template of its own.
    fieldsets = [
        (None, {"fields": ["headline", "description", "alt_text", "keywords", "description_writer"]}),
        (_("Whose it is"), {"fields": ["credit_line", "creator", "source", "copyright_notice", "usage_terms"]}),
        (_("When and where"), {"fields": ["date_created", "time_created", "city", "country", "event", "mark"]}),
        (
            _("Rights and crops"),
            {"fields": ["rights_from", "rights_until", "embargo_until", "is_single_use", "focal_x", "focal_y"]},
        ),
    ]

    # --- the page of a photo ----------------------------------------------------------------------------------------

    def get_urls(self):
        return photo_views.urls(self.admin_site) + super().get_urls()

    def add_view(self, request, form_url="", extra_context=None):
        """Pictures come in as uploads, one as well as fifty."""
        return redirect("admin:media_assets_batch_add")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        saved = Photo.objects.prefetch_related("persons_shown__person", "captions", "earlier_files__replaced_by")
        context |= {
            "page": page_of(saved.get(pk=obj.pk), request.now),
            "formsets": {each.formset.prefix: each for each in context["inline_admin_formsets"]},
            "show_save_and_add_another": False,  # another one is uploaded
            "may_see_original": request.user.has_perm("media_assets.view_original"),
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        _settle(form.instance)

    # --- the library ------------------------------------------------------------------------------------------------

    def get_changelist(self, request, **kwargs):
        return Library

    def get_search_results(self, request, queryset, search_term):
        return read_once(queryset, queryset.found_by(search_term)), False

    def get_actions(self, request):
        found = super().get_actions(request)
        found.pop("delete_selected", None)  # ``delete_unused`` refuses the used ones and deletes the rest
        return found

    @admin.action(description=_("Captions on a contact sheet"), permissions=["change"])
    def on_a_sheet(self, request, queryset):
        ids = ",".join(str(pk) for pk in queryset.values_list("pk", flat=True))
        return redirect(f"{reverse('admin:media_assets_batch_changelist')}sheet/?ids={ids}")

    @admin.display(description="")
    def thumbnail(self, photo) -> str:
        return thumbnail(photo.card.copies.get("square"), photo.alt_text or str(photo))  # it links: its words say where

    @admin.display(description=_("photo"), ordering="headline")
    def title(self, photo) -> str:
        return str(photo)

    @admin.display(description=_("credit"), ordering="credit_line")
    def credit(self, photo) -> str:
        return photo.credit if photo.credit_line else format_html('<span class="state-alert">{}</span>', _("no credit"))

    @admin.display(description=_("taken"), ordering="date_created")
    def taken(self, photo) -> str:
        return photo.date_created.printed(get_language() or "ru") if photo.date_created else "—"

    @admin.display(description=_("place"))
    def place(self, photo) -> str:
        return ", ".join(word for word in (photo.city, photo.country) if word) or "—"

    @admin.display(description=_("to know"))
    def noted(self, photo) -> str:
        return " · ".join(badge.words for badge in photo.card.badges) or "—"


@admin.register(Caption)
class CaptionAdmin(QuickList, admin.ModelAdmin):
    list_display = ["__str__", "language", "photo", "updated_at"]
    list_filter = ["language"]
    list_select_related = ["photo"]
    autocomplete_fields = ["photo"]
    search_fields = ["text"]
    sortable_by = ("updated_at",)

    def get_readonly_fields(self, request, obj=None):
        return ["photo"] if obj else []  # words for one picture are not words for another

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        _settle(obj.photo)  # it is found by the words of its captions

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        _settle(obj.photo)

    def delete_queryset(self, request, queryset):
        photos = list(Photo.objects.filter(captions__in=queryset).distinct())
        super().delete_queryset(request, queryset)
        for photo in photos:
            _settle(photo)
