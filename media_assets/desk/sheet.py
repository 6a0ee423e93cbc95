"""The contact sheet: a card for each photo, all of it written from the keyboard and saved behind one's back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib import admin
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from .. import batches, who
from ..models import Batch, Photo
from . import people_line, saving, standing
from .asked import json_object, numbers
from .people_line import Chip
from .previews import Preview, previews
from .saving import SheetForm
from .uploading import batch_for
from .words import sheet_words

_A_PAGE = 60
_MOST_IDS = 500


@dataclass(frozen=True)
class Card:
    """A photo on the sheet: its picture small and large, its fields, its people, the alternative text proposed."""

    photo: Photo
    form: SheetForm
    preview: Preview | None
    large: Preview | None
    who: str
    chips: Sequence[Chip]
    alt: str


@require_safe
def of_batch(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet of everything an upload has brought."""
    batch = batch_for(request, pk)
    return _page(request, batches.photos_of(batch), batch)


@require_safe
def of_selection(request: HttpRequest) -> HttpResponse:
    """The sheet of the photos named in the address: ``?ids=1,2,3``, in that order of their numbers."""
    ids = numbers(request.GET.get("ids", "").split(","))
    if not ids:
        raise Http404
    return _page(request, Photo.objects.filter(pk__in=ids[:_MOST_IDS]).order_by("pk"), None)


@require_POST
def save(request: HttpRequest, pk: int) -> JsonResponse:
    """The changed fields of one card; 409 when somebody else has changed one of them, 422 when one is refused."""
    if not request.user.has_perm("media_assets.change_photo"):
        raise PermissionDenied
    get_object_or_404(Photo, pk=pk)
    said = _said(request)
    done = saving.save(pk, said["changes"], said["chosen"], read=said["read"])
    photo = Photo.objects.prefetch_related("persons_shown__person").get(pk=pk)
    [card] = cards([photo])
    answer = {
        "values": {name: value for name, value in saving.values_of(photo).items() if name not in done.errors},
        "kept": done.kept,
        "errors": done.errors,
        "theirs": done.theirs,
        "by": _last_hand(photo) if done.theirs else "",
        "chips": _chips(card),
        "alt": card.alt,
        "at": f"{timezone.localtime():%H:%M}",
    }
    if said["compose"]:
        people = standing.saved(photo)
        answer["composed"] = standing.compose(people, "ru", who.day_of(photo))
    return JsonResponse(answer, status=409 if done.theirs else 422 if done.errors else 200)


def cards(photos: Sequence[Photo]) -> list[Card]:
    """The cards of these photos, in a few queries however many there are."""
    pictures = previews(photos, ["w640", "w1280"])
    unsure = [one.name for photo in photos for one in photo.persons_shown.all() if one.person_id is None]
    others = people_line.several(unsure)
    return [_card(photo, pictures.get(photo.pk, {}), others) for photo in photos]


def _card(photo: Photo, pictures: Mapping[str, Preview], others: Mapping) -> Card:
    shown = list(photo.persons_shown.all())
    return Card(
        photo,
        SheetForm(instance=photo, auto_id=f"p{photo.pk}-%s"),
        pictures.get("w640"),
        pictures.get("w1280"),
        people_line.line_of(shown),
        people_line.chips_of(shown, others),
        standing.alt(standing.saved(photo), photo.description),
    )


def _page(request: HttpRequest, photos: QuerySet[Photo], batch: Batch | None) -> TemplateResponse:
    if not request.user.has_perm("media_assets.change_photo"):
        raise PermissionDenied
    pages = Paginator(photos.prefetch_related("persons_shown__person"), _A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    shown = list(page)
    context = {
        **admin.site.each_context(request),
        "title": str(batch) if batch else _("Captions and people"),
        "opts": Batch._meta,
        "batch": batch,
        "ids": "" if batch else request.GET.get("ids", ""),
        "page": page,
        "photo_count": pages.count,
        "may_change": True,
        "cards": cards(shown),
        "bulk": SheetForm(),
        "sheet": {
            "save": reverse("admin:media_assets_batch_photo", args=[0]),
            "people": reverse("admin:media_assets_batch_people"),
            "words": sheet_words(),
        },
    }
    return TemplateResponse(request, "admin/media_assets/batch/sheet.html", context)


def _chips(card: Card) -> str:
    return render_to_string("admin/media_assets/batch/chips.html", {"card": card})


def _last_hand(photo: Photo) -> str:
    last = photo.history.select_related("history_user").first()
    user = last.history_user if last else None
    return (user.get_full_name() or user.get_username()) if user else ""


def _said(request: HttpRequest) -> dict:
    """What the page sends: the changes as pairs of words, the records chosen for names, what else it asks for."""
    said = json_object(request)
    try:
        return {
            "changes": {str(name): (str(each["from"]), str(each["to"])) for name, each in said["changes"].items()},
            "chosen": {str(name): pk for name, word in said.get("chosen", {}).items() for pk in numbers([word])},
            "read": bool(said.get("read")),
            "compose": bool(said.get("compose")),
        }
    except (KeyError, TypeError, AttributeError) as error:
        raise BadRequest("not a card") from error
