"""The page of an organization: what it is, who holds which office in it, its stories."""

from dataclasses import dataclass, field

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.stories import stories
from people.models import Membership, Organization, Person, Post
from people.models.membership import acting_word

from .day import AsOf, as_of

STORIES = 20


@dataclass(frozen=True)
class Holder:
    """Somebody in an office, and when."""

    name: str
    url: str
    when: str


@dataclass
class OfficeHolders:
    """An office with its holders as of a day: those in it, those only told of, those before."""

    label: str
    url: str = ""
    present: list[Holder] = field(default_factory=list)
    attested: list[Holder] = field(default_factory=list)
    former: list[Holder] = field(default_factory=list)
    future: list[Holder] = field(default_factory=list)


@require_safe
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    found = Organization.objects.public(request.now).select_related("parent", "successor").filter(slug=slug).first()
    if found is None:
        raise Http404
    asked = as_of(request)
    public = Organization.objects.public(request.now)
    memberships = Membership.objects.public(request.now).filter(organization=found)
    named_in = Article.objects.listed(request.now).filter(mentions__memberships__organization=found).distinct()
    context = {
        "organization": found,
        "asked": asked,
        "offices": holders(memberships, asked, request),
        "parent": public.filter(pk=found.parent_id).first(),
        "children": public.filter(parent=found),
        "successor": public.filter(pk=found.successor_id).first(),
        "other_names": found.other_names.all(),
        "notices": [notice.text for notice in found.legal_notices.all() if notice.applies_on(asked.day)],
        "stories": stories(named_in[:STORIES], request.now),
    }
    return TemplateResponse(request, "newsroom/organization.html", context)


def holders(memberships, asked: AsOf, request: HttpRequest) -> list[OfficeHolders]:
    """The memberships by office, highest first, as of the day asked."""
    language = get_language()
    rows = list(
        memberships.select_related("person", "post", "organization").prefetch_related("post__labels").latest_first()
    )
    public_posts = set(
        Post.objects.public(request.now).filter(pk__in=[row.post_id for row in rows]).values_list("pk", flat=True)
    )
    public_people = set(
        Person.objects.public(request.now).filter(pk__in=[row.person_id for row in rows]).values_list("pk", flat=True)
    )
    by_office: dict[object, OfficeHolders] = {}
    for row in sorted(rows, key=lambda row: row.post.rank if row.post else 1000):
        label = row.post.label_on(asked.day, language) if row.post else row.role
        url = row.post.get_absolute_url() if row.post_id in public_posts else ""
        office = by_office.setdefault(row.post_id or row.role, OfficeHolders(label, url))
        has_page = row.person_id in public_people
        if not has_page and row.checked_at is None:
            continue
        when = f"{acting_word(language)}, {row.when(language)}" if row.acting else row.when(language)
        holder = Holder(row.person.name, row.person.get_absolute_url() if has_page else "", when)
        if standing := asked.standing(row):
            getattr(office, standing).append(holder)
    return list(by_office.values())
