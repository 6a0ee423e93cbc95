"""The list of people with their faces. People know no photos, so the photo desk adds them to the list."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList

from people.admin import PersonAdmin
from people.models import Person

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
    list_display = ["face", *PersonAdmin.list_display]
    list_display_links = ["sort_name"]

    def get_changelist(self, request, **kwargs):
        return PeopleList

    @admin.display(description="")
    def face(self, person) -> str:
        return person.thumbnail
