"""The public record of people: the index, the profile, what somebody said and the pictures that show them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from articles.jsonld import script
from people.models import Person

from ..described import listing
from ..record.appearances import appearances, of_person
from ..record.company import company
from ..record.day import AsOf, as_of
from ..record.facts import facts_of
from ..record.gallery import gallery, photos_of, portrait_of
from ..record.jsonld import profile_page
from ..record.offices import record_of
from ..record.popolo import person_popolo
from ..record.register import by_letter, by_organization
from ..record.spans import timeline_of
from ..record.wording import person_named
from ..record.words import quotes_of, words_of

QUOTES, PICTURES = 5, 8  # on the profile; the rest have pages of their own
PER_PAGE = 24

PersonView = Callable[[HttpRequest, Person], HttpResponse]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Everybody with a listed page, by letter or by organization, with the office held today or told of last."""
    now, today, language = request.now, timezone.localdate(request.now), get_language()
    number, is_by_organization = request.GET.get("page", ""), request.GET.get("by") == "organization"
    context: dict[str, Any] = {"is_by_organization": is_by_organization}
    if is_by_organization:
        bodies, page = by_organization(number, now, today, language)
        context |= {"bodies": bodies, "page": page, "query": "by=organization&"}
    else:
        register = by_letter(request.GET.get("letter", "")[:1].upper(), number, now, today, language)
        context |= {"register": register, "page": register.page, "query": f"{urlencode({'letter': register.letter})}&"}
    if not request.GET:
        context["jsonld"] = listing(request, (gettext("People"), request.path))
    return TemplateResponse(request, "newsroom/people.html", context)


def _of_person(view: PersonView) -> Callable[[HttpRequest, str], HttpResponse]:
    """The view of somebody whose page answers now; a merged record leads on, and an unlisted one is not indexed."""

    @wraps(view)
    @require_safe
    def answer(request: HttpRequest, slug: str) -> HttpResponse:
        public = Person.objects.public(request.now)
        found = public.filter(slug=slug).prefetch_related("other_names", "identifiers", "legal_notices").first()
        if found is None:
            merged = public.filter(merged_from__slug=slug).first()
            if merged is None:
                raise Http404
            return HttpResponsePermanentRedirect(merged.get_absolute_url())
        response = view(request, found)
        if found.page == Person.Page.UNLISTED:
            response.headers["X-Robots-Tag"] = "noindex"
        return response

    return answer


@_of_person
def person(request: HttpRequest, person: Person) -> HttpResponse:
    """A profile: offices with dates, stories, quotes, pictures. ``?on=`` shows the record as of a day."""
    now, language, asked = request.now, get_language(), as_of(request)
    ways = of_person(person.pk)
    record = record_of(person, asked, now, language)
    shown = photos_of(person, now)
    quotes = words_of(quotes_of(person, now)[: QUOTES + 1], language)
    pictures = gallery(shown[: PICTURES + 1], now)
    portrait = portrait_of(person, now)
    context: dict[str, Any] = _head(request, person, asked) | {
        "record": record,
        "timeline": timeline_of(record.memberships, asked, language),
        "portrait": portrait,
        "appearances": appearances(request, ways),
        "quotes": quotes[:QUOTES],
        "has_more_quotes": len(quotes) > QUOTES,
        "gallery": pictures[:PICTURES],
        "has_more_pictures": len(pictures) > PICTURES,
        "company": company(person, ways, now, language, asked.day),
    }
    crumbs = [(gettext("People"), reverse("people")), (str(context["name"]), request.path)]
    described = profile_page(person, str(context["name"]), context["facts"], record, portrait, crumbs)
    context["jsonld"] = script(described)
    response = TemplateResponse(request, "newsroom/person.html", context)
    if asked.is_asked:
        response.headers["X-Robots-Tag"] = "noindex"
    return response


@_of_person
def quotes(request: HttpRequest, person: Person) -> HttpResponse:
    """All that stories on lists quote of somebody, the newest first."""
    page = _page(request, quotes_of(person, request.now))
    context = _head(request, person, as_of(request)) | {"page": page, "quotes": words_of(page, get_language())}
    return TemplateResponse(request, "newsroom/person_quotes.html", context)


@_of_person
def photos(request: HttpRequest, person: Person) -> HttpResponse:
    """All public pictures that show somebody, the newest first."""
    page = _page(request, photos_of(person, request.now))
    context = _head(request, person, as_of(request)) | {"page": page, "gallery": gallery(page, request.now)}
    return TemplateResponse(request, "newsroom/person_photos.html", context)


@_of_person
def popolo(request: HttpRequest, person: Person) -> HttpResponse:
    """The same record as open data."""
    record = record_of(person, as_of(request), request.now, get_language())
    return JsonResponse(person_popolo(person, record), json_dumps_params={"ensure_ascii": False, "indent": 1})


def _head(request: HttpRequest, person: Person, asked: AsOf) -> dict[str, Any]:
    language = get_language()
    name = person_named(person, asked.day, language)
    return {"person": person, "asked": asked, "name": name, "facts": facts_of(person, asked.day, language, name)}


def _page(request: HttpRequest, found: QuerySet) -> Page:
    """The page that is asked for, of a list that is not empty: who was never quoted has no page of quotes."""
    try:
        page = Paginator(found, PER_PAGE, allow_empty_first_page=False).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error
    return page
