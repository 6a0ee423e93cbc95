"""Asking every address of the site as everybody, leaving no trace behind."""

import re
from urllib.parse import urlencode

from django.db import transaction
from django.test import Client

from .matrix import EVERYBODY

# What an answer is called in ``who_may/open.txt``.
_CODES = {200: ".", 201: ".", 204: ".", 400: "b", 403: "3", 404: "4", 405: "5", 410: "g"}
# The version a writing form began from; and what some pages want to be asked.
_SENT = {"base": "1"}
_FIELD = {"app_label": "media_assets", "model_name": "caption", "field_name": "photo", "term": ""}
_ASKED = {
    "/admin/autocomplete/": _FIELD,
    "/admin/media_assets/photo/who/": {**_FIELD, "model_name": "personshown", "field_name": "person"},
    "/admin/articles/article/<int:pk>/whom/": {"name": "Осокина"},
}
# Pages that ask about a story in another state than a draft.
_STATES = {"send-back": "submitted", "develop": "live", "note": "live", "withdraw": "live", "public": "live"}
_SLUGS = {
    "news": "live",
    "sections": "section",
    "tags": "tag",
    "authors": "author",
    "people": "person",
    "organizations": "organization",
    "posts": "post",
    "<slug:slug>": "flatpage",
}
_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")


def address(route: str, records: dict) -> str:
    """An address under this route that leads to a record there is."""
    record = _record(route, records)
    if "([^/]+)" in route:  # simple_history names neither the record nor its version
        versioned = f"{record.pk}/history/{record.history.first().pk}/"
        route = route.replace("^([^/]+)/history/([^/]+)/$", versioned)
    values = _values(route, record, records)
    return re.sub(r"[\^$]", "", _PARAMETER.sub(lambda found: str(values[found[1] or found[2]]), route))


def _record(route: str, records: dict):
    """What the address is about; the live story where nothing says so."""
    if route.startswith("/admin/articles/article/<int:pk>/"):
        return records[_STATES.get(route.split("/")[5], "article")]
    if route.startswith("/admin/media_assets/batch/photo/"):
        return records["photo"]
    model = re.match(r"/admin/\w+/(\w+)/", route)
    return records.get(model[1] if model else "", records["live"])


def _values(route: str, record, records: dict) -> dict[str, object]:
    """By the name of a part of an address, what stands there."""
    document, picture = records["document"], records["photo"].renditions.first()
    return {
        **dict.fromkeys(("pk", "id", "object_id"), record.pk),
        "slug": records[_SLUGS.get(route.split("/")[1], "live")].slug,
        "key": records["link"] if route.startswith("/preview") else document.key,
        "document": document.key,
        "filename": document.filename,
        "name": picture.file.name,
        "version": records["public_version"].pk,
        "comment": records["comment"].pk,
        "check": records["check"].pk,
        "file": 1,
        "format": "rss.xml",
        "language": "ru",
        "kind": "people",
        "number": 1,
        "year": 2025,
        "month": "06",
        "day": 30,  # of the live story
        "app_label": "articles",
        "url": "nothing-here",
        "content_type_id": 1,
    }


class Asking:
    """Everybody signed in once, and what each is answered."""

    def __init__(self, people: dict, records: dict):
        self.records = records
        self.cookies = {name: _signed_in(people.get(name)) for name in EVERYBODY}

    def cell(self, route: str, method: str) -> str:
        """A letter for each column of the table."""
        return "".join(self._answer(route, method, name) for name in EVERYBODY)

    def _answer(self, route: str, method: str, name: str) -> str:
        client = Client(raise_request_exception=False)
        client.cookies = self.cookies[name].copy()
        asked = f"{address(route, self.records)}?{urlencode(_ASKED.get(route, {}))}"
        with transaction.atomic():
            response = client.get(asked) if method == "get" else client.post(asked, _SENT)
            transaction.set_rollback(True)
        if response.status_code in (301, 302):
            return "s" if "/admin/login/" in response["Location"] else "r"
        return _CODES.get(response.status_code, "!")


def _signed_in(user):
    client = Client()
    if user:
        client.force_login(user)
    return client.cookies
