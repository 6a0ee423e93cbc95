"""What the dialogs of the text editor have in common: one look's worth of records, by id or by words."""

from django.db.models import QuerySet
from django.http import HttpRequest, JsonResponse

from search.words import search_key

# A dialog shows what one look takes in; who wants more types another word.
_SHOWN = 24


def asked(request: HttpRequest, records: QuerySet, column: str = "search_key") -> QuerySet:
    """The records with the ids asked for, else those with every word of ``q`` in their search key."""
    if "id" in request.GET:
        ids = [value for value in request.GET.getlist("id") if value.isascii() and value.isdigit() and len(value) < 12]
        return records.filter(pk__in=ids[:200])
    for word in search_key(request.GET.get("q", "").replace("\0", "")).split():
        records = records.filter(**{f"{column}__contains": word})
    return records[:_SHOWN]


def results(records: list[dict]) -> JsonResponse:
    return JsonResponse({"results": records})
