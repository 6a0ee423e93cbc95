"""The upload page: a batch is begun with its first file, each file answers for itself, and all of it stays.

The page's script sends one file a request and shows the row it gets back. Without a script the same addresses take
a form with many files and answer with the page.
"""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from .. import batches
from ..imaging import limits
from ..models import Batch, BatchFile
from .asked import numbers
from .results import as_json, rows_of
from .shared import SharedForm, apply
from .words import upload_words

ACCEPTED = ".jpg,.jpeg,.png,.webp,.avif,.tif,.tiff,.heic,.heif,.zip,image/*"


def may_upload(request: HttpRequest) -> bool:
    return request.user.has_perm("media_assets.add_photo")


def batch_for(request: HttpRequest, pk: int) -> Batch:
    """The batch, for whoever brought it in, and for those who look after everybody's photos.

    Raises:
        PermissionDenied: somebody else's, or no right to add photos.
    """
    batch = get_object_or_404(Batch, pk=pk)
    looks_after_all = request.user.has_perm("media_assets.change_photo")
    if not looks_after_all and not (may_upload(request) and batch.created_by_id == request.user.pk):
        raise PermissionDenied
    return batch


def begin(request: HttpRequest) -> HttpResponse:
    """A page to drop files on; posted, a batch with its shared words and whatever files came along."""
    if not may_upload(request):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, SharedForm(), None)
    form = SharedForm(request.POST)
    if not form.is_valid():
        return _refused(form) if _wants_json(request) else _page(request, form, None)
    form.instance.created_by = request.user
    batch = form.save()
    if _wants_json(request):
        return JsonResponse(addresses(batch), status=201)
    return _receive_all(request, batch)


def page(request: HttpRequest, pk: str) -> HttpResponse:
    """Everything a batch has received; more files may come."""
    if not numbers([pk]):  # the admin's own address takes any word
        raise Http404
    batch = batch_for(request, int(pk))
    return _page(request, SharedForm(instance=batch), batch)


@require_http_methods(["GET", "HEAD", "POST"])
def files(request: HttpRequest, pk: int) -> HttpResponse:
    """One more file, answered with its row; asked without one, the rows after ``after`` and those asked for."""
    batch = batch_for(request, pk)
    if request.method != "POST":
        return _news(request, batch)
    if not may_upload(request):
        raise PermissionDenied
    if not _wants_json(request):
        return _receive_all(request, batch)
    upload = request.FILES.get("file")
    if upload is None:  # a name of dots or of nothing that can be printed: Django drops such a file
        reason = _("The file has no name that could be kept: rename it and send it again.")
        return JsonResponse({"id": None, "outcome": "refused", "reason": reason, "html": ""})
    row = batches.receive(batch, upload, upload.name, by=request.user)
    return JsonResponse(as_json(rows_of([row])[0]))


@require_POST
def shared(request: HttpRequest, pk: int) -> HttpResponse:
    """The shared words of a batch: kept for the files that are still to come; with ``apply`` also put into the rest."""
    batch = batch_for(request, pk)
    form = SharedForm(request.POST, instance=batch)
    if not form.is_valid():
        return _refused(form) if _wants_json(request) else _page(request, form, batch)
    form.save()
    changed = 0
    if "apply" in request.POST:
        if not request.user.has_perm("media_assets.change_photo"):
            raise PermissionDenied
        changed = apply(batch)
    if not _wants_json(request):
        return redirect("admin:media_assets_batch_change", batch.pk)
    rows = rows_of(batch.files.all()) if changed else []
    return JsonResponse({"changed": changed, "rows": [as_json(row) for row in rows]})


def addresses(batch: Batch) -> dict[str, str]:
    """Where the script sends what belongs to this batch."""
    return {
        "page": reverse("admin:media_assets_batch_change", args=[batch.pk]),
        "files": reverse("admin:media_assets_batch_files", args=[batch.pk]),
        "shared": reverse("admin:media_assets_batch_shared", args=[batch.pk]),
        "sheet": reverse("admin:media_assets_batch_sheet", args=[batch.pk]),
    }


def _news(request: HttpRequest, batch: Batch) -> JsonResponse:
    after = max([0, *numbers(request.GET.getlist("after"))])
    rows = rows_of(batch.files.filter(Q(pk__gt=after) | Q(pk__in=numbers(request.GET.getlist("id")))))
    waiting = batch.files.filter(outcome=BatchFile.Outcome.WAITING).exists()
    return JsonResponse({"rows": [as_json(row) for row in rows], "waiting": waiting})


def _receive_all(request: HttpRequest, batch: Batch) -> HttpResponse:
    for upload in request.FILES.getlist("file"):
        batches.receive(batch, upload, upload.name, by=request.user)
    return redirect("admin:media_assets_batch_change", batch.pk)


def _page(request: HttpRequest, form: SharedForm, batch: Batch | None) -> TemplateResponse:
    rows = rows_of(batch.files.all()) if batch else []
    context = {
        **admin.site.each_context(request),
        "title": _("Add photos") if batch is None else str(batch),
        "opts": Batch._meta,
        "batch": batch,
        "form": form,
        "rows": rows,
        "photo_count": len({row.photo.pk for row in rows if row.photo}),
        "accepted": ACCEPTED,
        "may_upload": may_upload(request),
        "may_change": request.user.has_perm("media_assets.change_photo"),
        "upload": {
            **(addresses(batch) if batch else {}),
            "begin": reverse("admin:media_assets_batch_add"),
            "largest": limits.MAX_BYTES,
            "largestArchive": batches.MAX_ARCHIVE_BYTES,
            "words": upload_words(),
        },
    }
    return TemplateResponse(request, "admin/media_assets/batch/upload.html", context)


def _refused(form: SharedForm) -> JsonResponse:
    return JsonResponse({"errors": form.errors}, status=422)


def _wants_json(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")
