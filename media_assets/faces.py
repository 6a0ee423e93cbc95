"""People at the desk with their faces. People know no photos, so the photo desk adds them to the list and the form."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.utils.translation import gettext_lazy as _

from people.admin import PersonAdmin
from people.models import Person

from .desk.portrait_choice import PersonWithPortraitForm
from .desk.thumbnails import NO_PICTURE, thumbnails
from .models import Portrait

admin.site.unregister(Person)


class PeopleList(ChangeList):
    """Django's list; its rows know their portraits: two queries, however many people."""

    def get_results(self, request):
        super().get_results(request)
        self.result_list = list(self.result_list)
        people = [person.pk for person in self.result_list]
        portraits = dict(Portrait.objects.filter(person__in=people).values_list("person", "photo"))
        shown = thumbnails(portraits)
        for person in self.result_list:
            person.thumbnail = shown.get(person.pk, NO_PICTURE)


@admin.register(Person)
class PersonWithFaceAdmin(PersonAdmin):
    form = PersonWithPortraitForm
    list_display = ["face", *PersonAdmin.list_display]
    list_display_links = ["sort_name"]

    def get_changelist(self, request, **kwargs):
        return PeopleList

    def get_fieldsets(self, request, obj=None):
        shown = super().get_fieldsets(request, obj)
        return [*shown, (_("Portrait"), {"fields": ["portrait"]})] if _may_choose(request, obj) else shown

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if not _may_choose(request, obj):
            form.base_fields.pop("portrait", None)
        return form

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if isinstance(form, PersonWithPortraitForm):
            form.save_portrait()

    @admin.display(description="")
    def face(self, person) -> str:
        return person.thumbnail


def _may_choose(request, person: Person | None) -> bool:
    """A portrait is chosen on the page of somebody on record, by whoever may change both."""
    may = request.user.has_perm
    return person is not None and may("people.change_person") and may("media_assets.change_portrait")
