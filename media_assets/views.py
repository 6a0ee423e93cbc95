"""Pictures and documents leave here, and only while something public shows them."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from . import renditions
from .document_kinds import KINDS
from .imaging.opening import Refused
from .models import Document, Photo, Rendition
from .pictures import address

# The address of a rendition names one file for ever; whether it may be seen can end, so caches ask again.
_LONGEST_S = 300


@require_safe
def rendition(request: HttpRequest, name: str) -> HttpResponse:
    """A copy of a photo: to readers while it is public, to the desk always. A file nobody has made yet is made now."""
    if "\0" in name:  # PostgreSQL would not even look
        raise Http404
    found = get_object_or_404(Rendition.objects.select_related("photo"), file=name)
    if Photo.objects.public(request.now).filter(pk=found.photo_id).exists():
        caching = f"public, max-age={_seconds(found.photo, request.now)}"
    elif request.user.has_perm("media_assets.view_photo"):
        caching = "private, no-store"
    else:
        raise Http404
    response = send_rendition(found)
    response.headers["Cache-Control"] = caching
    return response


def send_rendition(found: Rendition) -> HttpResponse:
    """The copy for somebody who may see it, or the way to the one that has taken its place."""
    return _newer(found) or _file(found)


def _seconds(photo: Photo, now) -> int:
    """How long a cache may keep a copy: not longer than the rights last."""
    ends = photo.rights_until
    return min(_LONGEST_S, int((ends - now).total_seconds())) if ends else _LONGEST_S


def _newer(found: Rendition) -> HttpResponse | None:
    """Where the copy stands that has taken this one's place: pages and feeds kept elsewhere still name the old one."""
    if renditions.is_fresh(found, found.photo):
        return None
    same = found.photo.renditions.filter(spec=found.spec, format=found.format)
    fresh = next((each for each in same if renditions.is_fresh(each, found.photo)), None)
    if fresh is None:
        raise Http404
    return redirect(address(fresh))


def _file(found: Rendition) -> FileResponse:
    try:
        if not found.size_bytes:
            renditions.make_now(found)
        try:
            file = found.file.open("rb")
        except OSError:  # lost by the store: made again from the original
            renditions.make_now(found)
            file = found.file.open("rb")
    except (Refused, OSError) as error:  # the original is lost too, or the photo is deleted at this moment
        raise Http404 from error
    response = FileResponse(file, content_type=f"image/{found.format}")
    response.headers["ETag"] = f'"{found.pk}-{found.stamp}"'
    return response


@require_safe
def document(request: HttpRequest, key: str, filename: str) -> FileResponse:
    """The file to be saved: to readers while something public offers it, to the desk always. Never shown in place."""
    if "\0" in key + filename:
        raise Http404
    found = get_object_or_404(Document, key=key, filename=filename)
    if Document.objects.public(request.now).filter(pk=found.pk).exists():
        caching = f"public, max-age={_LONGEST_S}"
    elif request.user.has_perm("media_assets.view_document"):
        caching = "private, no-store"
    else:
        raise Http404
    response = send_document(found)
    response.headers["Cache-Control"] = caching
    return response


def send_document(found: Document) -> FileResponse:
    """The file, to be saved, for somebody who may have it."""
    try:
        file = found.file.open("rb")
    except OSError as error:  # lost by the store
        raise Http404 from error
    response = FileResponse(
        file, as_attachment=True, filename=found.saved_as, content_type=KINDS[found.ending].media_type
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
