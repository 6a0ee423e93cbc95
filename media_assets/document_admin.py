"""Documents in the admin: put one on record, give it the title readers see, find out who offers it."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from people.desk import PublicRecordAdmin

from . import documents, owners
from .models import Document
from .owners import Owner
from .removing import remove_documents


class NewDocumentForm(forms.ModelForm):
    """A file, and the title readers see; without one the file's name serves."""

    upload = forms.FileField(label=_("File"))

    class Meta:
        model = Document
        fields = ["title"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False

    def clean(self):
        """The instance becomes the row of the file, which may be on record already."""
        data = super().clean()
        if not self.errors:
            try:
                self.instance, is_new = documents.take(data["upload"], data["upload"].name)
            except documents.NotADocument as error:
                raise ValidationError({"upload": str(error)}) from error
            # Stories may offer it already: its title is changed on its own page, by whoever may.
            data["title"] = (is_new and data["title"]) or self.instance.title
        return data


@admin.register(Document)
class DocumentAdmin(PublicRecordAdmin):
    list_display = ["title", "kind_and_size", "original_name", "uploaded_at"]
    search_fields = ["search_key"]
    readonly_fields = ["original", "kind_and_size", "offered_by", "uploaded_by", "uploaded_at"]
    actions = None  # deleting asks for each alone what offers it

    def get_form(self, request, obj=None, change=False, **kwargs):
        return super().get_form(request, obj, change, **({} if obj else {"form": NewDocumentForm}), **kwargs)

    def get_fields(self, request, obj=None):
        return ["title", *self.readonly_fields] if obj else ["upload", "title"]

    def save_model(self, request, obj, form, change):
        obj.uploaded_by = obj.uploaded_by or request.user
        super().save_model(request, obj, form, change)

    def delete_model(self, request, obj):
        remove_documents([obj])

    def get_deleted_objects(self, objs, request):
        """The document for the confirmation; in place of protected records, what offers it, with links."""
        protected = [_link(owner) for document in objs for owner in _offering(document)]
        lacking = set() if self.has_delete_permission(request) else {self.opts.verbose_name}
        return [str(document) for document in objs], {self.opts.verbose_name_plural: len(objs)}, lacking, protected

    @admin.display(description=_("kind"))
    def kind_and_size(self, document) -> str:
        return document.kind_and_size(get_language() or "ru")

    @admin.display(description=_("file"))
    def original(self, document) -> str:
        return format_html('<a href="{}">{}</a>', document.get_absolute_url(), document.original_name)

    @admin.display(description=_("offered by"))
    def offered_by(self, document) -> str:
        return format_html_join(", ", "{}", ((_link(owner),) for owner in _offering(document))) or "—"


def _offering(document: Document) -> list[Owner]:
    """Whatever offers the document, has offered it, or will when it is published; each once."""
    public = owners.describe(set(document.uses.values_list("owner", flat=True))).values()
    return list(
        {
            owner.url: owner for owner in (*public, *owners.holding_documents([document.pk]).get(document.pk, []))
        }.values()
    )


def _link(owner: Owner) -> str:
    title = format_html('<a href="{}">{}</a>', owner.url, owner.title) if owner.url else owner.title
    return format_html("{} ({})", title, owner.state) if owner.state else title
