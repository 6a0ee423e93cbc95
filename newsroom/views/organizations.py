"""The page of an organization: what it is, who holds which office in it, its stories and their pictures."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.jsonld import script
from people.models import Membership, Organization

from ..record.appearances import appearances, of_organization
from ..record.day import as_of
from ..record.facts import facts_of
from ..record.family import family_of
from ..record.gallery import gallery, photos_about
from ..record.holders import holders, page_of_holders
from ..record.jsonld import organization_page
from ..record.popolo import organization_popolo
from ..record.wording import organization_named

PICTURES = 8


@require_safe
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    """An organization; ``?on=`` shows its record as of a day."""
    found, now, language, asked = _found(request, slug), request.now, get_language(), as_of(request)
    ways = of_organization(found.pk)
    name = organization_named(found, asked.day, language)
    facts, family = facts_of(found, asked.day, language, name), family_of(found, now, asked.day, language)
    held = Membership.objects.public(now).filter(organization=found)
    page = page_of_holders(held, asked, request.GET.get("holders", ""))
    offices = holders(page, asked, now, language)
    crumbs = [*((each.name.text, each.url) for each in family.above), (name.text, request.path)]
    parts = [child.organization for child in family.children]
    described = organization_page(found, name.text, facts, (family.parent, parts), crumbs)
    context: dict[str, Any] = {
        "organization": found,
        "name": name,
        "facts": facts,
        "family": family,
        "asked": asked,
        "holders": page,
        "offices": [office for office in offices if office.is_held],
        "earlier": [office for office in offices if office.former],
        "appearances": appearances(request, ways),
        "gallery": gallery(photos_about(ways, now)[:PICTURES], now),
        "jsonld": script(described),
    }
    response = TemplateResponse(request, "newsroom/organization.html", context)
    if asked.is_asked:
        response.headers["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def popolo(request: HttpRequest, slug: str) -> HttpResponse:
    """The same record as open data."""
    found = _found(request, slug)
    family = family_of(found, request.now, localdate(request.now), get_language())
    data = organization_popolo(found, family.parent)
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 1})


def _found(request: HttpRequest, slug: str) -> Organization:
    public = Organization.objects.public(request.now).filter(slug=slug)
    found = public.prefetch_related("other_names", "identifiers", "legal_notices").first()
    if found is None:
        raise Http404
    return found
