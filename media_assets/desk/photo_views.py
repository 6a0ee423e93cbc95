"""What the page of a photo asks and does beside its one Save: words to people and back, files in and out."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from people.dates import PartialDate, PartialDateError

from .. import originals
from ..imaging import limits
from ..ingest import NotAPhoto, replace
from ..metadata import CannotEmbed
from ..models import EarlierFile, Photo
from ..who import day_of
from . import standing
from .asked import json_object
from .photo_forms import WhoView
from .photo_page import checked


def urls(admin_site) -> list[URLPattern]:
    """The addresses below those of photos in the admin."""

    def desk(route: str, view: Callable[..., HttpResponseBase], name: str) -> URLPattern:
        return path(route, admin_site.admin_view(view), name=f"media_assets_photo_{name}")

    return [
        desk("who/", WhoView.as_view(admin_site=admin_site), "who"),
        desk("<int:pk>/check/", check, "check"),
        desk("<int:pk>/read/", read, "read"),
        desk("<int:pk>/compose/", compose, "compose"),
        desk("<int:pk>/replace/", replace_file, "replace"),
        desk("<int:pk>/files/<int:file>/", earlier_file, "earlier"),
        desk("<int:pk>/files/<int:file>/back/", put_back, "put_back"),
        desk("<int:pk>/original/", original, "original"),
        desk("<int:pk>/original/words/", original_with_words, "original_words"),
    ]


# --- words and people -----------------------------------------------------------------------------------------------


@require_POST
def check(request: HttpRequest, pk: int) -> JsonResponse:
    """Where the words on the page and its people differ, with the alternative text and the credit that follow."""
    photo, said = _on_the_page(request, pk)
    captions = [
        (str(each.get("language", "")), str(each.get("text", "")))
        for each in _list(said, "captions")
        if isinstance(each, dict)
    ]
    people = standing.standing(said["people"]) if isinstance(said.get("people"), list) else standing.saved(photo)
    return JsonResponse(checked(photo, people, captions))


@require_POST
def read(request: HttpRequest, pk: int) -> JsonResponse:
    """Who the words show, each matched to the record where exactly one is meant."""
    photo, said = _on_the_page(request, pk)
    found = standing.read(str(said.get("text", "")), day_of(photo))
    people = [
        {
            "person": one.person.pk if one.person else None,
            "label": str(one.person) if one.person else one.name,
            "name": "" if one.person else one.name,
            "office": one.office,
            "row": one.row,
            "position": one.position,
        }
        for one in found
    ]
    return JsonResponse({"people": people})


@require_POST
def compose(request: HttpRequest, pk: int) -> JsonResponse:
    """The caption that the people on the page make, in the language asked for."""
    photo, said = _on_the_page(request, pk)
    people = standing.standing(_list(said, "people"))
    return JsonResponse({"text": standing.compose(people, str(said.get("language", "")), day_of(photo))})


def _on_the_page(request: HttpRequest, pk: int) -> tuple[Photo, dict]:
    """The photo with the words the page holds, not saved."""
    photo = _photo(request, pk, "change_photo")
    said = json_object(request)
    for name in ("description", "creator", "credit_line", "source"):
        setattr(photo, name, str(said.get(name, getattr(photo, name))))
    # Half typed, the day saved last counts until it is whole.
    with suppress(PartialDateError):
        day: Any = PartialDate.parse(str(said.get("taken", "")))
        photo.date_created = day
    return photo, said


def _list(said: dict, name: str) -> list:
    value = said.get(name)
    return value if isinstance(value, list) else []


# --- files ----------------------------------------------------------------------------------------------------------


@require_POST
def replace_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Another file in the place of this one; uses, words and marks stay, the old file is kept."""
    photo = _photo(request, pk, "change_photo")
    upload = request.FILES.get("file")
    if upload is None:
        messages.error(request, _("Choose the file that is to take this one's place."))
    else:
        _put(request, photo, upload.read(limits.MAX_BYTES + 1), upload.name)
    return redirect("admin:media_assets_photo_change", pk)


@require_POST
def put_back(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """An earlier file again in its old place; the one it takes the place of becomes an earlier one."""
    photo = _photo(request, pk, "change_photo")
    earlier = get_object_or_404(EarlierFile, pk=file, photo=photo)
    try:
        with earlier.original.open("rb") as stored:
            data = stored.read()
    except OSError:
        messages.error(request, _lost())
    else:
        _put(request, photo, data, earlier.original_name)
    return redirect("admin:media_assets_photo_change", pk)


def _put(request: HttpRequest, photo: Photo, data: bytes, name: str) -> None:
    try:
        replace(photo, data, name, by=request.user)
    except NotAPhoto as error:
        messages.error(request, str(error))
    else:
        sentence = _("“%(name)s” has taken its place. The earlier file is kept, every use and word stays.")
        messages.success(request, sentence % {"name": name})


@require_safe
def original(request: HttpRequest, pk: int) -> HttpResponse:
    """The original as it came."""
    photo = _photo(request, pk, "view_original")
    return _download(request, photo, lambda: originals.as_it_came(photo), photo.original_name)


@require_safe
def original_with_words(request: HttpRequest, pk: int) -> HttpResponse:
    """The original with the desk's present words in it."""
    photo = _photo(request, pk, "view_original")
    return _download(request, photo, lambda: originals.with_words(photo), photo.original_name)


@require_safe
def earlier_file(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """A file the photo had before, as it came."""
    photo = _photo(request, pk, "view_original")
    earlier = get_object_or_404(EarlierFile, pk=file, photo=photo)
    return _download(request, photo, lambda: originals.as_it_came(earlier), earlier.original_name)


def _download(request: HttpRequest, photo: Photo, data: Callable[[], bytes], name: str) -> HttpResponse:
    try:
        return originals.download(data(), name)
    except CannotEmbed:
        messages.error(request, _("This file's format carries no words: download it as it came."))
    except OSError:
        messages.error(request, _lost())
    return redirect("admin:media_assets_photo_change", photo.pk)


def _lost() -> str:
    return _("The file is not in the store any more: tell whoever looks after the server.")


def _photo(request: HttpRequest, pk: int, permission: str) -> Photo:
    if not request.user.has_perm(f"media_assets.{permission}"):
        raise PermissionDenied
    return get_object_or_404(Photo, pk=pk)
