"""The public record of people: the index and the profile."""

from dataclasses import dataclass, field
from itertools import groupby

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.jsonld import script
from articles.models import Article, Quote
from articles.stories import stories
from media_assets.models import PersonShown, Portrait
from media_assets.pictures import Picture, pictures
from people.models import Membership, Organization, Person, Post

from .day import AsOf, as_of

STORIES = 30
PICTURES = 12


@dataclass(frozen=True)
class Office:
    """A line of somebody's record: what, when as exactly as known, and links where there are pages."""

    label: str
    when: str
    post_url: str
    organization: str
    organization_url: str
    sources: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Record:
    """A person's offices, sorted for a profile as of a day."""

    present: list[Office] = field(default_factory=list)
    attested: list[Office] = field(default_factory=list)
    former: list[Office] = field(default_factory=list)
    future: list[Office] = field(default_factory=list)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Everybody with a listed page, by letter, with the office held today or told of last."""
    today = timezone.localtime(request.now).date()
    people = list(Person.objects.listed(request.now))
    lines: dict[int, str] = {}
    held = Membership.objects.public(request.now).filter(person__in=people).select_related("post", "organization")
    for membership in held.prefetch_related("post__labels").latest_first():
        if membership.is_current(today):
            lines[membership.person_id] = membership.label_on(today)
        elif membership.is_attested_only:
            label = f"{membership.label_on(membership.told_days[0])} ({membership.when(get_language())})"
            lines.setdefault(membership.person_id, label)
    letters = [
        (letter, [(person, lines.get(person.pk, "")) for person in group])
        for letter, group in groupby(people, key=lambda person: person.sort_name[:1].upper())
    ]
    return TemplateResponse(request, "newsroom/people.html", {"letters": letters, "count": len(people)})


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """A profile: offices with dates, stories, quotes, pictures. ``?on=`` shows the record as of a day."""
    found = Person.objects.filter(slug=slug).select_related("merged_into").first()
    if found and found.merged_into and Person.objects.public(request.now).filter(pk=found.merged_into_id).exists():
        return HttpResponsePermanentRedirect(found.merged_into.get_absolute_url())
    if found is None or not Person.objects.public(request.now).filter(pk=found.pk).exists():
        raise Http404
    asked = as_of(request)
    listed = Article.objects.listed(request.now)
    named_in = listed.mentioning(found.pk)
    said = Quote.objects.filter(speaker=found, article__in=listed.values("pk")).select_related("article")
    quotes = list(said.order_by("-article__first_published_at", "position")[:5])
    portrait, gallery = _pictures(found, request)
    record = record_of(found, asked, request)
    context = {
        "person": found,
        "name": found.name_on(asked.day, get_language()),
        "asked": asked,
        "record": record,
        "portrait": portrait,
        "stories": stories(named_in[:STORIES], request.now),
        "quotes": [(quote, timezone.localtime(quote.article.first_published_at)) for quote in quotes],
        "gallery": gallery,
        "other_names": found.other_names.all(),
        "notices": [notice.text for notice in found.legal_notices.all() if notice.applies_on(asked.day)],
        "jsonld": script(_jsonld(found, record)),
    }
    response = TemplateResponse(request, "newsroom/person.html", context)
    if found.page == Person.Page.UNLISTED or asked.is_asked:
        response.headers["X-Robots-Tag"] = "noindex"
    return response


def record_of(person: Person, asked: AsOf, request: HttpRequest) -> Record:
    """The person's public memberships as they stood on the day asked."""
    now, language = request.now, get_language()
    memberships = list(
        Membership.objects.public(now)
        .filter(person=person)
        .select_related("post", "organization")
        .prefetch_related("post__labels", "sources")
        .latest_first()
    )
    owners = {source.owner for membership in memberships for source in membership.sources.all() if source.owner}
    telling = Article.objects.public(now).filter(pk__in=[int(owner.removeprefix("article:")) for owner in owners])
    articles = {article.owner: article for article in telling.only("headline", "slug", "language")}
    posts = set(Post.objects.public(now).filter(memberships__in=memberships).values_list("pk", flat=True))
    organizations = set(
        Organization.objects.public(now).filter(memberships__in=memberships).values_list("pk", flat=True)
    )
    record = Record()
    for membership in memberships:
        office = _office(membership, posts, organizations, articles, language)
        if standing := asked.standing(membership):
            getattr(record, standing).append(office)
    return record


def _office(
    membership: Membership, posts: set[int], organizations: set[int], articles: dict[str, Article], language: str
) -> Office:
    # A checked office stands by itself; our own stories that mention it would be a list without end.
    own = membership.sources.all() if membership.is_attested_only else []
    told = [articles[source.owner] for source in own if source.owner in articles]
    sources = [(article.headline, article.get_absolute_url()) for article in told]
    sources += [(str(source), source.url) for source in membership.sources.all() if not source.owner]
    day = membership.told_days[0] if membership.is_attested_only else membership.covers_from
    post, organization = membership.post, membership.organization
    return Office(
        label=membership.label_on(day, language),
        when=membership.when(language),
        post_url=post.get_absolute_url() if post and post.pk in posts else "",
        organization=organization.name,
        organization_url=organization.get_absolute_url() if organization.pk in organizations else "",
        sources=sources,
    )


def _pictures(person: Person, request: HttpRequest) -> tuple[Picture | None, list[Picture]]:
    portrait_id = Portrait.objects.filter(person=person).values_list("photo", flat=True).first()
    shown_in = PersonShown.objects.filter(person=person).order_by("-photo__uploaded_at")
    photo_ids = list(shown_in.values_list("photo", flat=True)[:PICTURES])
    found = pictures({*photo_ids, *([portrait_id] if portrait_id else [])}, request.now)
    return found.get(portrait_id), [found[photo] for photo in photo_ids if photo in found]


def _jsonld(person: Person, record: Record) -> dict[str, object]:
    url = f"{settings.BASE_URL}{person.get_absolute_url()}"
    entity: dict[str, object] = {"@type": "Person", "@id": url, "url": url, "name": person.name}
    parts = {
        "givenName": person.given_name,
        "familyName": person.family_name,
        "additionalName": person.patronymic_name,
        "description": person.summary,
        "birthDate": str(person.birth_date or ""),
        "jobTitle": [office.label for office in record.present],
        "alternateName": [str(other) for other in person.other_names.all()],
    }
    entity.update({key: value for key, value in parts.items() if value})
    return {"@context": "https://schema.org", "@type": "ProfilePage", "url": url, "mainEntity": entity}
