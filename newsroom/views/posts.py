"""The page of an office: its holders in order with dates, its names over time, its stories."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.jsonld import script
from people.models import Membership, Organization, Post

from ..described import described
from ..record.appearances import appearances, of_post
from ..record.day import as_of
from ..record.holders import OfficeHolders, holders, page_of_holders
from ..record.labels import earlier_labels, post_worded
from ..record.wording import organization_named


@require_safe
def post(request: HttpRequest, slug: str) -> HttpResponse:
    """An office; ``?on=`` shows who held it on a day."""
    now, language, asked = request.now, get_language(), as_of(request)
    known = Post.objects.public(now).select_related("organization")
    found = known.prefetch_related("labels", "organization__other_names").filter(slug=slug).first()
    if found is None:
        raise Http404
    page = page_of_holders(Membership.objects.public(now).filter(post=found), asked, request.GET.get("holders", ""))
    offices = holders(page, asked, now, language)
    label, organization = post_worded(found, asked.day, language), found.organization
    has_page = Organization.objects.public(now).filter(pk=organization.pk).exists()
    above = [(organization.name, organization.get_absolute_url())] if has_page else []
    context: dict[str, Any] = {
        "post": found,
        "label": label,
        "earlier_labels": earlier_labels(found, asked, language),
        "asked": asked,
        "holders": page,
        "office": offices[0] if offices else OfficeHolders(label),
        "organization": organization_named(organization, asked.day, language),
        "organization_url": organization.get_absolute_url() if has_page else "",
        "appearances": appearances(request, of_post(found.pk)),
        "jsonld": script(described("WebPage", request.path, [*above, (label.text, request.path)])),
    }
    response = TemplateResponse(request, "newsroom/post.html", context)
    if asked.is_asked:
        response.headers["X-Robots-Tag"] = "noindex"
    return response
