"""What the text editor asks the desk: photos with previews, people with their offices, words for its buttons."""

from datetime import date

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.db.models import QuerySet
from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from media_assets.models import Photo
from media_assets.pictures import pictures
from people.called import called
from people.models import Person
from people.wordings import Worded, worded_on

from . import editor_picks
from .body import sanitise
from .editor_asked import asked, results
from .editor_words import EditorWords
from .found import Story, Text
from .linking import link
from .models import Mention

# What stands beside the caret, above the keyboard of a phone.
_MENTIONED = 6


def urls(admin_site) -> list[URLPattern]:
    """The addresses of the editor, below those of articles in the admin."""

    def desk(route: str, view, name: str) -> URLPattern:
        return path(f"editor/{route}", admin_site.admin_view(view), name=f"articles_editor_{name}")

    return [
        desk("photos/", photos, "photos"),
        desk("people/", people, "people"),
        desk("named/", named, "named"),
        desk("mention/", mention, "mention"),
        desk("articles/", editor_picks.articles, "articles"),
        desk("documents/", editor_picks.documents, "documents"),
        desk("documents/upload/", editor_picks.upload, "upload"),
        desk("words.js", EditorWords.as_view(), "words"),
    ]


@require_safe
@permission_required("media_assets.view_photo", raise_exception=True)
def photos(request: HttpRequest) -> JsonResponse:
    """The photos with the ids asked for, else those that hold every word of ``q``, newest first."""
    found = list(asked(request, Photo.objects.all()))
    shown = pictures([photo.pk for photo in found], request.now, for_desk=True)
    return results([_photo(photo, shown.get(photo.pk), request.now) for photo in found])


@require_safe
@permission_required("people.view_person", raise_exception=True)
def people(request: HttpRequest) -> JsonResponse:
    """The people with the ids asked for, else those whose names hold every word of ``q``."""
    return results(_people(asked(request, Person.objects.filter(merged_into=None))))


@require_POST
@permission_required("people.view_person", raise_exception=True)
def named(request: HttpRequest) -> JsonResponse:
    """The people a text names, in its order: whoever is quoted is nearly always one of them."""
    today = timezone.localdate(request.now)
    text = Text(Mention.Where.BODY, sanitise(request.POST.get("text", "")))
    order = list(dict.fromkeys(each.person.pk for each in link(Story([text], today, settings.LANGUAGE_CODE)).named))
    found = _people(Person.objects.filter(pk__in=order))
    return results(sorted(found, key=lambda person: order.index(person["id"])))


@require_safe
@permission_required("people.view_person", raise_exception=True)
def mention(request: HttpRequest) -> JsonResponse:
    """The people whose names begin like ``q``, as a text of the day ``on`` names them in every case of its language."""
    day = _day(request.GET.get("on", "")) or timezone.localdate(request.now)
    language = request.GET.get("language", "")
    language = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    found = called(request.GET.get("q", "").replace("\0", ""), day)[:_MENTIONED]
    people = list(found.prefetch_related("other_names"))
    return results([_mentioned(worded) for worded in worded_on(people, day, language)])


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _mentioned(worded: Worded) -> dict[str, object]:
    name = worded.wordings[0].name
    return {
        "id": worded.person.pk,
        "name": name,
        "office": worded.office,
        "wordings": [{"question": each.question, "name": each.name, "full": each.full} for each in worded.wordings],
    }


def _photo(photo: Photo, picture, now) -> dict[str, object]:
    return {
        "id": photo.pk,
        "title": str(photo),
        "description": photo.description,
        "credit": photo.credit,
        "alt": photo.alt_text,
        "src": picture.src if picture else "",
        "thumbnail": picture.thumbnail if picture else "",
        "obstacles": photo.obstacles(now),
    }


def _people(found: QuerySet) -> list[dict]:
    """Who they are, each with the offices on record, at most two."""
    return [
        {
            "id": person.pk,
            "name": person.name,
            "office": ", ".join(held.label_on() for held in list(person.memberships.all())[:2]),
        }
        for person in found.prefetch_related("memberships__post")
    ]
