"""The photo desk: pictures with what their makers say of them, who stands where, words for their use."""

from django import forms
from django.contrib import admin
from django.db import transaction
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from people.desk import PublicRecordAdmin

from . import batch_admin as batch_admin  # registers itself
from . import renditions, tasks
from .models import Caption, PersonShown, Photo, Portrait
from .pictures import address
from .settling import settle


class KeywordsField(forms.CharField):
    """Keywords as an editor writes them: words with commas between."""

    def prepare_value(self, value):
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        return list(dict.fromkeys(filter(None, (word.strip() for word in super().to_python(value).split(",")))))

    def has_changed(self, initial, data):
        return self.to_python(data or "") != (initial or [])


class PhotoForm(forms.ModelForm):
    """What the desk says of a photo."""

    keywords = KeywordsField(
        label=_("keywords"),
        required=False,
        help_text=_("With commas between them."),
        widget=admin.widgets.AdminTextInputWidget,
    )

    class Meta:
        model = Photo
        fields = [
            *("headline", "description", "alt_text", "credit_line", "creator", "source", "copyright_notice"),
            *("usage_terms", "keywords", "description_writer", "date_created", "time_created", "city", "country"),
            *("event", "mark", "rights_from", "rights_until", "embargo_until", "is_single_use", "focal_x", "focal_y"),
        ]


class PersonsShownFormSet(forms.BaseInlineFormSet):
    """Who stands where. Two may change places in one save: row by row both would stand in one for a moment."""

    def save(self, commit=True):
        if commit:
            changed = [form.instance.pk for form in self.initial_forms if form.has_changed()]
            PersonShown.objects.filter(pk__in=changed).delete()  # saving puts each back under its number
        return super().save(commit)


class PersonShownInline(admin.TabularInline):
    model = PersonShown
    formset = PersonsShownFormSet
    extra = 0
    autocomplete_fields = ["person"]
    fields = ["position", "row", "person", "name", "office"]


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


@admin.register(Photo)
class PhotoAdmin(PublicRecordAdmin, SimpleHistoryAdmin):
    form = PhotoForm
    list_display = ["thumbnail", "title", "credit", "taken", "place", "mark"]
    list_display_links = ["thumbnail", "title"]
    list_filter = ["mark", ("credit_line", admin.EmptyFieldListFilter), "uploaded_at"]
    search_fields = ["search_key"]
    date_hierarchy = "uploaded_at"
    inlines = [PersonShownInline, CaptionInline, PortraitInline]
    readonly_fields = ["preview", "uses_now", "dimensions"]
    fieldsets = [
        (None, {"fields": ["preview", "headline", "description", "alt_text", "keywords", "description_writer"]}),
        (_("Whose it is"), {"fields": [("credit_line", "creator"), ("source", "copyright_notice"), "usage_terms"]}),
        (_("When and where"), {"fields": [("date_created", "time_created"), ("city", "country"), "event", "mark"]}),
        (
            _("Rights and crops"),
            {
                "fields": [
                    *(("rights_from", "rights_until"), ("embargo_until", "is_single_use")),
                    *(("focal_x", "focal_y"), "dimensions"),
                ],
                "classes": ["collapse"],
            },
        ),
        (_("Where used"), {"fields": ["uses_now"]}),
    ]

    def add_view(self, request, form_url="", extra_context=None):
        """Pictures come in as uploads, one as well as fifty."""
        return redirect("admin:media_assets_batch_add")

    def get_search_results(self, request, queryset, search_term):
        return queryset.found_by(search_term), False

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("renditions")

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if settle(form.instance):
            transaction.on_commit(lambda: tasks.make_renditions.enqueue(form.instance.pk))

    def has_delete_permission(self, request, obj=None):
        in_use = obj is not None and (obj.uses.exists() or obj.portraits.exists())
        return super().has_delete_permission(request, obj) and not in_use

    @admin.display(description="")
    def thumbnail(self, photo) -> str:
        return self._image(photo, "square", "thumb")

    @admin.display(description=_("picture"))
    def preview(self, photo) -> str:
        return self._image(photo, "w640", "photo-preview")

    def _image(self, photo, spec: str, css: str) -> str:
        jpegs = [each for each in photo.renditions.all() if each.format == "jpeg" and renditions.is_fresh(each, photo)]
        chosen = next((each for each in jpegs if each.spec == spec), jpegs[0])
        return format_html(
            '<img class="{}" src="{}" width="{}" height="{}" alt="{}">',
            css,
            address(chosen),
            chosen.width_px,
            chosen.height_px,
            photo.alt_text or str(photo),  # a picture that links says where to
        )

    @admin.display(description=_("photo"), ordering="headline")
    def title(self, photo) -> str:
        return str(photo)

    @admin.display(description=_("credit"), ordering="credit_line")
    def credit(self, photo) -> str:
        return photo.credit or format_html('<span class="state-alert">{}</span>', _("no credit"))

    @admin.display(description=_("taken"), ordering="date_created")
    def taken(self, photo) -> str:
        return photo.date_created or "—"

    @admin.display(description=_("place"))
    def place(self, photo) -> str:
        return ", ".join(word for word in (photo.city, photo.country) if word) or "—"

    @admin.display(description=_("size"))
    def dimensions(self, photo) -> str:
        return f"{photo.width_px} × {photo.height_px}"

    @admin.display(description=_("now and before"))
    def uses_now(self, photo) -> str:
        """Public uses by interval, on the newsroom's clock; the owner is a word of the app above."""
        uses = photo.uses.order_by("-public_from")
        rows = ((use.owner, f"{timezone.localtime(use.public_from):%d.%m.%Y %H:%M}") for use in uses)
        return format_html_join("", "<div>{} · {}</div>", rows) or _("Nothing public has shown it yet.")


@admin.register(Caption)
class CaptionAdmin(admin.ModelAdmin):
    list_display = ["__str__", "language", "photo", "updated_at"]
    list_filter = ["language"]
    list_select_related = ["photo"]
    autocomplete_fields = ["photo"]
    search_fields = ["text"]
    show_full_result_count = False
