"""What was found, as the page shows it: a title and lines with the words asked for, a picture, where it leads."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from articles.models import Article, ArticlePhoto, Quote
from media_assets.models import Portrait
from media_assets.pictures import Picture, pictures
from people.models import Membership, Organization, Person
from search.finding import Hit, texts_of
from search.models import Entry, EntryText
from search.query import Query
from search.snippets import Found, Piece, finder, highlighted, snippet

Kind = Entry.Kind


@dataclass(frozen=True)
class Result:
    """One line of an answer; ``name`` is whose portrait or monogram stands beside it."""

    url: str
    title: list[Piece]
    lines: list[Piece] = field(default_factory=list)
    note: str = ""
    label: str = ""
    published: datetime | None = None
    picture: Picture | None = None
    name: str = ""


def results(kind: str, hits: Sequence[Hit], query: Query, language: str, now: datetime) -> list[Result]:
    """The hits of one kind in their order; what is not public any more is left out."""
    if kind == Kind.PERSON:
        return people(hits, query, language, now)
    if kind == Kind.ORGANIZATION:
        return organizations(hits, query, now)
    texts = texts_of(hits)
    owners = {int(hit.owner.removeprefix("article:")) for hit in hits}
    listed = Article.objects.listed(now).filter(pk__in=owners).select_related("section")
    articles = {article.owner: article for article in listed.defer("body_html", "rendered_html")}
    known = [hit for hit in hits if hit.owner in articles and hit.entry in texts]
    found = finder(query.words, language)
    make = {Kind.STORY: _stories, Kind.PICTURE: _pictures, Kind.WORDS: _words}[Kind(kind)]
    return make(known, texts, articles, found, now)


def _stories(
    hits: Sequence[Hit], texts: dict[int, EntryText], articles: dict[str, Article], found: Found, now: datetime
) -> list[Result]:
    leads = dict(
        ArticlePhoto.objects.filter(article__in=[hit.subject for hit in hits], place=ArticlePhoto.Place.LEAD)
        .values_list("article", "photo")
    )  # fmt: skip
    shown = pictures(set(leads.values()), now)
    return [
        Result(
            url=article.get_absolute_url(),
            title=highlighted(article.headline, found),
            lines=snippet([text.lede, text.body], found),
            note=str(article.section or ""),
            label=str(article.get_label_display()) if article.label != Article.Label.NEWS else "",
            published=timezone.localtime(article.first_published_at),
            picture=shown.get(leads.get(article.pk, 0)),
        )
        for article, text in ((articles[hit.owner], texts[hit.entry]) for hit in hits)
    ]


def _pictures(
    hits: Sequence[Hit], texts: dict[int, EntryText], articles: dict[str, Article], found: Found, now: datetime
) -> list[Result]:
    shown = pictures({hit.subject for hit in hits}, now)
    return [
        Result(
            url=article.get_absolute_url(),
            title=[Piece(article.headline)],
            lines=snippet([texts[hit.entry].lede], found),
            published=timezone.localtime(article.first_published_at),
            picture=shown[hit.subject],
        )
        for hit, article in ((hit, articles[hit.owner]) for hit in hits if hit.subject in shown)
    ]


def _words(
    hits: Sequence[Hit], texts: dict[int, EntryText], articles: dict[str, Article], found: Found, now: datetime
) -> list[Result]:
    said = Quote.objects.filter(article__in={articles[hit.owner].pk for hit in hits})
    quotes = {(f"article:{quote.article_id}", quote.position): quote for quote in said}
    return [
        Result(
            url=article.get_absolute_url(),
            title=[Piece(article.headline)],
            lines=snippet([texts[hit.entry].body], found),
            note=", ".join(filter(None, [quote.speaker_name, quote.speaker_office])),
            published=timezone.localtime(article.first_published_at),
        )
        for hit, article, quote in (
            (hit, articles[hit.owner], quotes[hit.owner, hit.subject])
            for hit in hits
            if (hit.owner, hit.subject) in quotes
        )
    ]


def people(hits: Sequence[Hit], query: Query, language: str, now: datetime) -> list[Result]:
    """People with a listed page, each with portrait and the office held today, or told of last."""
    asked = [hit.subject for hit in hits]
    known = Person.objects.listed(now).prefetch_related("other_names").in_bulk(asked)
    portraits = dict(Portrait.objects.filter(person__in=known).values_list("person", "photo"))
    shown = pictures(set(portraits.values()), now)
    offices = _offices(known, language, now)
    found = finder(query.words, "ru")
    today = timezone.localtime(now).date()
    return [
        Result(
            url=person.get_absolute_url(),
            title=highlighted(person.name_on(today, language), found),
            lines=highlighted(offices.get(person.pk) or person.summary, found),
            picture=shown[portraits[person.pk]].around(person.pk) if portraits.get(person.pk) in shown else None,
            name=person.name,
        )
        for person in (known[pk] for pk in asked if pk in known)
    ]


def _offices(people: dict[int, Person], language: str, now: datetime) -> dict[int, str]:
    today = timezone.localtime(now).date()
    held = Membership.objects.public(now).filter(person__in=people).select_related("post", "organization")
    lines: dict[int, str] = {}
    # Those held today first: an office of long ago may have been taken up after one that goes on.
    for membership in sorted(
        held.prefetch_related("post__labels").latest_first(), key=lambda each: not each.is_current(today)
    ):
        lines.setdefault(membership.person_id, _office(membership, today, language))
    return lines


def _office(membership: Membership, today: date, language: str) -> str:
    if membership.is_current(today):
        return membership.label_on(today, language)
    day = membership.told_days[0] if membership.is_attested_only else membership.covers_from
    return f"{membership.label_on(day, language)} ({membership.when(language)})"


def organizations(hits: Sequence[Hit], query: Query, now: datetime) -> list[Result]:
    """Organizations with a public page, each with its kind."""
    known = Organization.objects.public(now).in_bulk([hit.subject for hit in hits])
    found = finder(query.words, "ru")
    return [
        Result(
            url=body.get_absolute_url(),
            title=highlighted(body.name, found),
            lines=highlighted(body.summary, found),
            note=str(body.get_classification_display()) if body.classification != "other" else "",
        )
        for body in (known[hit.subject] for hit in hits if hit.subject in known)
    ]
