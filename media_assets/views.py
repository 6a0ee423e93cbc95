"""Pictures leave here, and only while something public shows them."""

import mimetypes

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from .models import Photo, Rendition

# The address of a rendition names one file for ever; whether it may be seen can end, so caches ask again hourly.
_PUBLIC_CACHE = "public, max-age=3600"


@require_safe
def rendition(request: HttpRequest, name: str) -> HttpResponse:
    """A copy of a photo: to readers while it is public, to the desk always."""
    if "\0" in name:  # PostgreSQL would not even look
        raise Http404
    found = get_object_or_404(Rendition, file=name)
    if Photo.objects.public(request.now).filter(pk=found.photo_id).exists():
        caching = _PUBLIC_CACHE
    elif request.user.has_perm("media_assets.view_photo"):
        caching = "private, no-store"
    else:
        raise Http404
    response = FileResponse(found.file.open("rb"), content_type=mimetypes.guess_type(name)[0])
    response.headers["Cache-Control"] = caching
    return response
