"""The public record at the desk: people with their names and offices, organizations, offices."""

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Prefetch, Q
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .asking import AsksFirst, of_membership, of_person, of_post
from .corrections import correct
from .desk import PublicRecordAdmin, ReadHistory, occurs
from .forms_of_names import FormsOfNamesField, table_of
from .models import (
    Identifier,
    LegalNotice,
    Membership,
    MembershipSource,
    NameForm,
    Organization,
    OtherName,
    Person,
    Post,
    PostLabel,
)
from .models.declined import remake_forms
from .names.keys import name_key
from .recent_changes import sentences_about


class CheckedForm(forms.ModelForm):
    """A record with the box “checked”: ticking it says who has checked it and when."""

    checked = forms.BooleanField(label=_("checked"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.was_checked = self.instance.checked_at is not None
        self.initial.setdefault("checked", self.was_checked)

    def mark(self, user) -> None:
        """Write the tick down on the instance, keeping who did it first."""
        if not self.cleaned_data.get("checked"):
            self.instance.checked_at = self.instance.checked_by = None
        elif not self.was_checked:
            self.instance.checked_at, self.instance.checked_by = timezone.now(), user


def _tell_of_offices(request, memberships: list[int]) -> None:
    """Tell whoever changed these offices what that means elsewhere; after the record is saved and its lock gone."""

    def tell() -> None:
        for sentence in sentences_about(memberships):
            messages.warning(request, sentence)

    if memberships:
        transaction.on_commit(tell, robust=True)  # what other apps say must not undo what was saved


class CheckedAdmin(PublicRecordAdmin, ReadHistory):
    form = CheckedForm

    def save_model(self, request, obj, form, change):
        if isinstance(form, CheckedForm) and self.has_change_permission(request):
            form.mark(request.user)
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        for each in formset.forms:
            if isinstance(each, CheckedForm) and each.has_changed() and each not in formset.deleted_forms:
                each.mark(request.user)
        super().save_formset(request, form, formset, change)
        if formset.model is Membership:
            changed = [*formset.new_objects, *(membership for membership, _fields in formset.changed_objects)]
            _tell_of_offices(request, [membership.pk for membership in changed])

    @admin.display(description=_("checked"), boolean=True, ordering="checked_at")
    def is_checked(self, record) -> bool:
        return record.checked_at is not None


class MembershipForm(CheckedForm):
    """Dates typed by an editor are the editor's word: a new or dated row counts as checked unless unticked."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.initial["checked"] = True

    def has_changed(self) -> bool:
        return bool(set(self.changed_data) - {"checked"}) or (self.instance.pk and "checked" in self.changed_data)

    def clean(self):
        data = super().clean()
        post, organization = data.get("post"), data.get("organization")
        if post and not organization:
            data["organization"] = self.instance.organization = post.organization
            self._errors.pop("organization", None)
        elif not organization and "organization" not in self._errors:
            self.add_error("organization", _("Choose an office, or the organization of the role."))
        return data

    def _post_clean(self):
        # The seat rule looks at certain days, which depend on the tick.
        if not self.cleaned_data.get("checked"):
            self.instance.checked_at = None
        elif not self.was_checked:
            self.instance.checked_at = timezone.now()
        super()._post_clean()


class MembershipInline(admin.StackedInline):
    model = Membership
    form = MembershipForm
    fk_name = "person"
    extra = 0
    autocomplete_fields = ["post", "organization", "on_behalf_of"]
    fieldsets = [
        (None, {"fields": [("post", "organization"), ("start_date", "end_date"), ("acting", "checked")]}),
        (_("More"), {"fields": ["role", ("on_behalf_of", "area", "term"), "rank"], "classes": ["collapse"]}),
    ]
    readonly_fields = ["known"]

    def get_fieldsets(self, request, obj=None):
        first, more = self.fieldsets
        return [(None, {"fields": [*first[1]["fields"], "known"]}), more]

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.base_fields["organization"].required = False
        formset.form.base_fields["organization"].help_text = _("Left empty, the office's own.")
        return formset

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("post", "organization", "on_behalf_of")

    @admin.display(description=_("known"))
    def known(self, membership) -> str:
        """How pages will say it, and where it is known from."""
        if membership.pk is None:
            return "—"
        sources = format_html_join(", ", "{}", ((source,) for source in membership.sources.all()))
        return format_html("{} {}", membership.when(get_language()), format_html("({})", sources) if sources else "")


class OtherNameInline(admin.TabularInline):
    model = OtherName
    extra = 0
    fields = [
        "family_name",
        "given_name",
        "patronymic_name",
        "language",
        "kind",
        "valid_from",
        "valid_until",
        "autolink",
    ]


class OrganizationNameInline(admin.TabularInline):
    model = OtherName
    fk_name = "organization"
    extra = 0
    fields = ["name", "language", "kind", "valid_from", "valid_until", "autolink"]


class IdentifierInline(admin.TabularInline):
    model = Identifier
    extra = 0
    fields = ["scheme", "identifier"]


class LegalNoticeInline(admin.TabularInline):
    model = LegalNotice
    extra = 0
    fields = ["text", "valid_from", "valid_until"]


class DeclinedForm(CheckedForm):
    """A record with names: their case forms stand in a table, to be corrected there."""

    forms_of_names = FormsOfNamesField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["forms_of_names"].show(self.instance)


class DeclinedAdmin(CheckedAdmin):
    """A record whose names are found in texts in every case: the forms are made anew when it has been saved."""

    form = DeclinedForm

    def get_fieldsets(self, request, obj=None):
        # What has not been saved has no forms yet.
        shown = super().get_fieldsets(request, obj)
        return [*shown, (_("Forms of the name"), {"fields": ["forms_of_names"], "classes": ["wide"]})] if obj else shown

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        typed = form.cleaned_data.get("forms_of_names")
        if typed is not None:
            correct(form.instance, typed)
        remake_forms(form.instance)

    @admin.display(description="")
    def forms_of_names(self, record) -> str:
        """The table without its fields, for whoever may look and not change."""
        return table_of(record)


class PersonForm(DeclinedForm):
    class Meta:
        model = Person
        exclude: list[str] = []
        widgets = {"summary": forms.TextInput(attrs={"class": "vLargeTextField"})}

    def clean(self):
        data = super().clean()
        if data.get("checked") and data.get("page") == Person.Page.UNLISTED:
            data["page"] = Person.Page.PUBLIC
        return data


@admin.register(Person)
class PersonAdmin(AsksFirst, DeclinedAdmin):
    form = PersonForm
    list_display = ["sort_name", "office_now", "page", "is_checked"]
    list_filter = ["page", ("checked_at", admin.EmptyFieldListFilter), "gender"]
    search_fields = ["search_key"]
    sortable_by = ("sort_name",)
    autocomplete_fields = ["merged_into"]
    inlines = [MembershipInline, OtherNameInline, IdentifierInline, LegalNoticeInline]
    fieldsets = [
        (None, {"fields": [("family_name", "given_name", "patronymic_name"), ("gender", "honorific_prefix")]}),
        (_("Page"), {"fields": [("page", "checked"), "slug", "merged_into"]}),
        (_("Life"), {"fields": [("birth_date", "death_date"), "summary", "biography"]}),
    ]

    def concerned_people(self, form, formsets) -> set[int]:
        return of_person(form, formsets)

    def get_fieldsets(self, request, obj=None):
        # Whether a record is right and has a page is for an editor to say; others make stubs.
        shown = super().get_fieldsets(request, obj)
        return shown if obj or self.has_change_permission(request) else [shown[0], *shown[2:]]

    def get_queryset(self, request):
        held = Membership.objects.latest_first().select_related("post", "organization")
        return super().get_queryset(request).prefetch_related(Prefetch("memberships", held, to_attr="held"))

    def holding(self, queryset, words):
        """People by their names in any case: «Жапарова», copied out of a text, finds Садыр Жапаров."""
        for word in words:
            in_a_form = NameForm.objects.filter(key__startswith=name_key(word)).values("person")
            queryset = queryset.filter(Q(occurs(word, self.search_column)) | Q(pk__in=in_a_form))
        return queryset

    @admin.display(description=_("name"), ordering="sort_key")
    def sort_name(self, person) -> str:
        return person.sort_name

    @admin.display(description=_("office"))
    def office_now(self, person) -> str:
        """The newest office with its dates, as exact as they are known."""
        for membership in getattr(person, "held", [])[:1]:
            return f"{membership.label_on()} {membership.when(get_language())}"
        return "—"


@admin.register(Organization)
class OrganizationAdmin(DeclinedAdmin):
    list_display = ["sorted_name", "abbreviation", "classification", "area", "is_checked"]
    sortable_by = ("sorted_name",)
    list_filter = ["classification", ("checked_at", admin.EmptyFieldListFilter)]
    search_fields = ["search_key"]
    autocomplete_fields = ["parent", "successor"]
    inlines = [OrganizationNameInline, IdentifierInline, LegalNoticeInline]
    fieldsets = [
        (None, {"fields": ["name", "abbreviation", ("classification", "area"), "parent", "summary"]}),
        (_("Page"), {"fields": ["checked", "slug"]}),
        (_("Life"), {"fields": [("founding_date", "dissolution_date"), ("successor", "successor_reason")]}),
    ]

    @admin.display(description=_("name"), ordering="sort_key")
    def sorted_name(self, organization) -> str:
        return organization.name


class PostLabelInline(admin.TabularInline):
    model = PostLabel
    extra = 0


@admin.register(Post)
class PostAdmin(AsksFirst, PublicRecordAdmin, ReadHistory):
    list_display = ["label", "organization", "seats", "rank"]
    list_filter = ["organization__classification"]
    list_select_related = ["organization"]
    search_fields = ["search_key"]
    autocomplete_fields = ["organization"]
    inlines = [PostLabelInline]

    def concerned_people(self, form, formsets) -> set[int]:
        return of_post(form, formsets)


class MembershipSourceInline(admin.TabularInline):
    model = MembershipSource
    extra = 0
    fields = ["title", "url", "told_on"]


@admin.register(Membership)
class MembershipAdmin(AsksFirst, CheckedAdmin):
    """Offices held, for search across people; most are edited on the person."""

    form = MembershipForm
    list_display = ["person", "office", "when", "acting", "is_checked"]
    list_filter = [("checked_at", admin.EmptyFieldListFilter), "acting"]
    list_select_related = ["person", "post", "organization"]
    search_fields = ["person__search_key"]
    search_column = "person__search_key"
    autocomplete_fields = ["person", "post", "organization", "on_behalf_of"]
    fields = [
        ("person", "post", "organization"),
        ("start_date", "end_date"),
        ("acting", "checked"),
        "role",
        ("on_behalf_of", "area", "term"),
        "rank",
    ]
    inlines = [MembershipSourceInline]

    def concerned_people(self, form, formsets) -> set[int]:
        return of_membership(form)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if form.has_changed():
            _tell_of_offices(request, [obj.pk])

    @admin.display(description=_("office"))
    def office(self, membership) -> str:
        return membership.label_on()

    @admin.display(description=_("when"))
    def when(self, membership) -> str:
        return membership.when(get_language())
