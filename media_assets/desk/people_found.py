"""People to choose from while captions are written."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from people.models import Person
from search.words import search_key

from .asked import numbers

_SHOWN = 12


@require_safe
def people(request: HttpRequest) -> JsonResponse:
    """Those asked for by ``id``, else those whose names hold every word of ``q``; each with the newest office."""
    if not request.user.has_perm("people.view_person"):
        raise PermissionDenied
    found = Person.objects.filter(merged_into=None)
    if ids := numbers(request.GET.getlist("id")):
        found = found.filter(pk__in=ids)
    for word in search_key(request.GET.get("q", "").replace("\0", "")).split():
        found = found.filter(search_key__contains=word)
    return JsonResponse({"results": [_told(person) for person in found.prefetch_related("memberships__post")[:_SHOWN]]})


def _told(person: Person) -> dict[str, object]:
    held = list(person.memberships.all())[:1]
    return {"id": person.pk, "name": person.name, "office": held[0].label_on() if held else ""}
