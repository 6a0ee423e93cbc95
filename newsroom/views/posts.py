"""The page of an office: its holders in order, with dates."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.stories import stories
from people.models import Membership, Organization, Post

from .day import as_of
from .organizations import OfficeHolders, holders

STORIES = 20


@require_safe
def post(request: HttpRequest, slug: str) -> HttpResponse:
    found = Post.objects.public(request.now).select_related("organization").filter(slug=slug).first()
    if found is None:
        raise Http404
    asked = as_of(request)
    offices = holders(Membership.objects.public(request.now).filter(post=found), asked, request)
    named_in = Article.objects.listed(request.now).filter(mentions__memberships__post=found).distinct()
    context = {
        "post": found,
        "label": found.label_on(asked.day),
        "asked": asked,
        "office": offices[0] if offices else OfficeHolders(found.label),
        "organization": found.organization,
        "organization_is_public": Organization.objects.public(request.now).filter(pk=found.organization_id).exists(),
        "stories": stories(named_in[:STORIES], request.now),
    }
    return TemplateResponse(request, "newsroom/post.html", context)
