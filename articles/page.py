"""The article page as a plain value, made from the live row or from a Revision: a preview *is* the public page."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Subquery, prefetch_related_objects
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from media_assets.models import Portrait
from media_assets.pictures import Picture, pictures, whose
from people.models import Organization, Person
from people.vocabulary import type_of

from . import body as body_html
from . import drawing
from .body import Entry
from .content import Content
from .introducing import READING_ORDER
from .models import Article, ArticlePhoto, Author, Byline, Correction, Mention, Revision, Section, Tag
from .publishing import Derived, Frozen, derive
from .revisions import content_of

_WORDS_A_MINUTE = 180  # a calm reader of Russian, whose words are longer than English ones
_POINT = 0.08  # of the picture's width: how large a head around a single point is drawn
_PERSON_LINK = re.compile(r'<a href="[^"]*" data-person="(\d+)">(.*?)</a>', re.DOTALL)


@dataclass(frozen=True)
class PersonInStory:
    """Who is named, with the office of the day; without a public page there is no ``url``.

    ``earlier`` and ``since`` are told on the day of reading (``articles.since``): the last office of somebody who held
    none on the day, and what has changed after it. ``called`` are the words of the text for somebody without an office,
    ``about`` those of their profile.
    """

    id: int
    name: str
    office: str
    url: str
    portrait: Picture | None = None
    earlier: str = ""
    since: str = ""
    on: date | None = None  # another day than the story's: that of the archive picture which alone shows them
    called: str = ""
    about: str = ""


@dataclass(frozen=True)
class OrganizationInStory:
    """A body that is named; its page answers while the article does."""

    id: int
    name: str
    url: str
    type: str  # in the vocabulary of schema.org


@dataclass(frozen=True)
class Marked:
    """Somebody on the picture: a box in its pixels. ``number`` joins it to the name in the caption."""

    number: int
    label: str
    url: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class PlacedPicture:
    """A picture with the words of this use: ``caption_html`` links its people, ``marks`` are where they are."""

    picture: Picture
    caption: str
    caption_html: SafeString
    marks: tuple[Marked, ...] = ()


@dataclass(frozen=True)
class Signature:
    """A name over the text, and what its bearer did beside writing it; empty for the writer."""

    name: str
    role: str
    url: str = ""


@dataclass(frozen=True)
class TagInStory:
    """A subject, and the page that lists its stories."""

    name: str
    url: str

    def __str__(self) -> str:
        return self.name


@dataclass
class ArticlePage:
    """Everything ``articles/detail.html`` shows. Times are in the site's zone; HTML is sanitised and linked."""

    id: int
    language: str
    url: str
    headline: str
    lede: str
    body_html: SafeString
    lead: PlacedPicture | None
    section: object | None
    label: str
    payer: str
    dateline: str
    source: str
    tags: list[TagInStory]
    bylines: list[Signature]
    published: datetime | None
    updated: datetime | None
    as_of: date
    people: list[PersonInStory]
    organizations: list[OrganizationInStory] = field(default_factory=list)
    placed: list[PlacedPicture] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    notice: str = ""
    is_preview: bool = False
    is_developing: bool = False
    kind: str = Article.Label.NEWS  # the label as data, for programs

    @property
    def absolute_url(self) -> str:
        return f"{settings.BASE_URL}{self.url}"

    @property
    def signed(self) -> list[Signature]:
        """The names over the text, for programs; what nobody has signed, the newsroom answers for."""
        with override(self.language):
            return self.bylines or [Signature(_("Newsroom"), "")]

    @property
    def minutes(self) -> int:
        """How long the text takes to read, in whole minutes."""
        return max(1, round(len(body_html.plain(self.body_html).split()) / _WORDS_A_MINUTE))

    @property
    def retraction(self) -> Correction | None:
        """The word that what stands here is not so; it comes before everything else."""
        return self._newest(Correction.Kind.RETRACTION)

    @property
    def correction(self) -> Correction | None:
        """The newest correction: readers are told at the top that there is one."""
        return self._newest(Correction.Kind.CORRECTION)

    def _newest(self, kind: str) -> Correction | None:
        return next((each for each in self.corrections if each.kind == kind), None)

    @property
    def portrait_credits(self) -> list[str]:
        """Whose the small portraits of the people are."""
        return whose(person.portrait for person in self.people)


def of_article(article: Article, now: datetime, *, extra: Sequence[Correction] = ()) -> ArticlePage:
    """The page of a public article; ``extra`` are corrections about to be written."""
    return of_articles([article], now, extra=extra)[0]


def of_articles(articles: Sequence[Article], now: datetime, *, extra: Sequence[Correction] = ()) -> list[ArticlePage]:
    """The pages of public articles, in as many queries for thirty as for one: at most six beside the articles' own.

    Texts that lead to other stories or documents take one more for each of the two kinds; corrections are asked for
    only where something was changed.
    """
    gather(articles, now)
    needed = {photo.photo_id for article in articles for photo in article.photos.all()}
    needed |= {
        each.portrait for article in articles for each in article.mentions.all() if each.portrait and each.is_seen
    }
    shown = pictures(needed, now)
    led_to = drawing.led_to([article.rendered_html for article in articles], now)
    return [_of_row(article, now, shown, led_to, extra) for article in articles]


def gather(articles: Sequence[Article], now: datetime) -> None:
    """Fetch what belongs to the articles: a question for each kind of record, however many articles."""
    seen = Exists(Person.objects.public(now).filter(pk=OuterRef("person")))
    mentions = Mention.objects.select_related("person", "organization").annotate(
        is_seen=seen, portrait=_portrait_of("person")
    )
    prefetch_related_objects(
        articles,
        Prefetch("mentions", mentions),
        Prefetch("bylines", Byline.objects.select_related("author")),
        "photos",
        "tags",
        "section",
    )
    prefetch_related_objects([article for article in articles if _was_changed(article)], "corrections")


def _was_changed(article: Article) -> bool:
    return article.updated_at is not None and article.updated_at != article.first_published_at


def _of_row(
    article: Article,
    now: datetime,
    shown: Mapping[int, Picture],
    led_to: drawing.LedTo,
    extra: Sequence[Correction],
) -> ArticlePage:
    mentions = sorted(article.mentions.all(), key=lambda each: (READING_ORDER[each.where], each.number, each.start))
    named = {mention.person_id: _frozen(mention, article) for mention in reversed(mentions) if mention.person_id}
    people_order = list(dict.fromkeys(mention.person_id for mention in mentions if mention.person_id))
    visible = {mention.person_id: mention.person for mention in mentions if mention.is_seen}
    portraits = {mention.person_id: mention.portrait for mention in mentions}
    return _page(
        article,
        people=[(person, named[person]) for person in people_order],
        visible=visible,
        portraits=portraits,
        shown=shown,
        led_to=led_to,
        bodies={mention.organization_id: mention.organization for mention in mentions if mention.organization_id},
        photos=sorted(article.photos.all(), key=lambda photo: (photo.place != "lead", photo.position)),
        rendered=article.rendered_html,
        values=article,
        section=article.section,
        tags=_tags(article.tags.all(), article.language),
        bylines=[(byline.author, byline.role) for byline in article.bylines.all()],
        published=article.first_published_at,
        updated=article.updated_at if _was_changed(article) else None,
        as_of=article.as_of,
        corrections=for_readers([*extra, *article.corrections.all()] if _was_changed(article) else extra),
        notice=article.withdrawal_reason if article.withdrawn_at else "",
        is_developing=article.is_developing(now),
    )


def for_readers(corrections: Iterable[Correction]) -> list[Correction]:
    """The notes readers are given, newest first: an update or a typing mistake without words is none."""
    return [each for each in corrections if each.note and each.kind != Correction.Kind.TYPO]


def of_revision(article: Article, revision: Revision, now: datetime) -> ArticlePage:
    """The page readers would get if this Revision were published now."""
    first = published_at(article, revision, now)
    return of_derived(article, derive(article, revision, first, is_out=article.is_begun(now)), first, now)


def published_at(article: Article, revision: Revision, now: datetime) -> datetime:
    """The instant the page would print if this Revision were published now."""
    return article.first_published_at or min(content_of(revision).dated or now, now)


def of_derived(article: Article, derived: Derived, published: datetime, now: datetime, **told: Any) -> ArticlePage:
    """The page of what publishing would write; ``told`` are fields of the page that a Revision does not know."""
    content = derived.content
    authors = Author.objects.in_bulk([credit.author for credit in content.bylines])
    people = Person.objects.with_page().filter(pk__in=derived.people).annotate(portrait=_portrait_of("pk"))
    visible = {person.pk: person for person in people}
    portraits = {person.pk: person.portrait for person in people}
    faces = {portrait for portrait in portraits.values() if portrait}
    needed = {photo.photo_id for photo in derived.photos} | faces
    return _page(
        article,
        shown=pictures(needed, now, for_desk=told.get("is_preview", True)),
        led_to=drawing.led_to([derived.rendered_html], now),
        people=[(each, derived.frozen[each]) for each in derived.people],
        visible=visible,
        portraits=portraits,
        bodies={body.organization.pk: body.organization for body in derived.linked.organizations},
        photos=derived.photos,
        rendered=derived.rendered_html,
        values=content,
        section=Section.objects.filter(pk=content.section).first(),
        tags=_tags(Tag.for_names(content.tags), article.language),
        bylines=[(authors[each.author], each.role) for each in content.bylines if each.author in authors],
        published=published,
        as_of=derived.as_of,
        **{"updated": None, "is_preview": True, **told},
    )


def _page(
    article: Article,
    *,
    people: list[tuple[int, Frozen]],
    visible: dict[int, Person],
    portraits: dict[int, int | None],
    shown: Mapping[int, Picture],
    led_to: drawing.LedTo,
    bodies: dict[int, Organization],
    photos: list[ArticlePhoto],
    rendered: str,
    values: Article | Content,
    bylines: list[tuple[Author, str]],
    published: datetime | None,
    updated: datetime | None,
    **rest,
) -> ArticlePage:
    """The page value, from what a row and a Revision have in common; ``rest`` are fields of the page as they are."""
    in_story = [_person(pk, told, visible.get(pk), shown.get(portraits.get(pk))) for pk, told in people]
    placed = [
        _placed(shown[each.photo_id], each.caption, _only_public(each.caption_html, visible), in_story)
        for each in photos
        if each.photo_id in shown
    ]
    lead = next((placed[0] for each in photos[:1] if each.place == "lead" and each.photo_id in shown), None)

    def place(photo: int, caption_html: str) -> PlacedPicture | None:
        caption = body_html.plain(caption_html)
        return _placed(shown[photo], caption, caption_html, in_story) if photo in shown else None

    html = _only_public(rendered, visible)
    with override(article.language):
        return ArticlePage(
            id=article.pk,
            language=article.language,
            url=article.get_absolute_url() if article.slug else "",
            headline=values.headline,
            lede=values.lede,
            body_html=drawing.drawn(html, drawing.Around(rest["as_of"], place, led_to)),
            entries=body_html.entries(html),
            lead=lead,
            label=str(Article.Label(values.label).label) if values.label != Article.Label.NEWS else "",
            kind=values.label,
            payer=values.payer,
            dateline=values.dateline,
            source=values.source,
            bylines=[_signature(author, role, article.language) for author, role in bylines],
            published=timezone.localtime(published) if published else None,
            updated=timezone.localtime(updated) if updated else None,
            people=in_story,
            organizations=[_body(each) for each in bodies.values()],
            placed=placed,
            **rest,
        )


def _tags(tags: Iterable[Tag], language: str) -> list[TagInStory]:
    with override(language):
        return [TagInStory(tag.name, tag.get_absolute_url()) for tag in tags]


def _signature(author: Author, role: str, language: str) -> Signature:
    part = "" if role == Byline.Role.TEXT else str(Byline.Role(role).label)
    return Signature(author.name_in(language), part, author.get_absolute_url())


def _body(organization: Organization) -> OrganizationInStory:
    return OrganizationInStory(
        organization.pk, organization.name, organization.get_absolute_url(), type_of(organization)
    )


def _portrait_of(person: str) -> Subquery:
    """The id of the photo that stands for the person whose key is in this column."""
    return Subquery(Portrait.objects.filter(person=OuterRef(person)).values("photo"))


def _frozen(mention: Mention, article: Article) -> Frozen:
    on = mention.as_of if mention.as_of != article.as_of else None
    return Frozen(mention.name, mention.office, on=on, called=mention.called)


def _person(person_id: int, told: Frozen, person: Person | None, portrait: Picture | None) -> PersonInStory:
    shown = PersonInStory(person_id, told.name, told.office, "", on=told.on, called=told.called)
    if person is None:
        return shown
    return replace(
        shown, url=person.get_absolute_url(), portrait=portrait and portrait.around(person_id), about=person.summary
    )


def _only_public(html: str, visible: dict[int, Person]) -> str:
    """The text with links to people who have no page now taken off."""
    return _PERSON_LINK.sub(lambda match: match[0] if int(match[1]) in visible else match[2], html)


def _placed(picture: Picture, caption: str, caption_html: str, people: list[PersonInStory]) -> PlacedPicture:
    """The picture with its caption, whose links know where on the picture their people are."""
    told = {person.id: person for person in people}
    marks = tuple(
        _marked(number, region, picture, told.get(region["person"])) for number, region in enumerate(picture.regions, 1)
    )
    numbers = {region["person"]: number for number, region in enumerate(picture.regions, 1) if region["person"]}

    def joined(match: re.Match[str]) -> str:
        number = numbers.get(int(match[1]))
        return match[0].replace("<a ", f'<a class="shown-{number}" ', 1) if number else match[0]

    # The caption was escaped when its names were linked.
    return PlacedPicture(picture, caption, mark_safe(_PERSON_LINK.sub(joined, caption_html)), marks)


def _marked(number: int, region: Mapping[str, Any], picture: Picture, person: PersonInStory | None) -> Marked:
    """A box in pixels; a point becomes a small one around it."""
    left, top = region["x"] * picture.width, region["y"] * picture.height
    width, height = region["width"] * picture.width, region["height"] * picture.height
    if not (width and height):
        side = _POINT * picture.width
        left, top, width, height = left - side / 2, top - side / 2, side, side
    label = ", ".join(filter(None, (person.name, person.office))) if person else region["name"]
    return Marked(number, label, person.url if person else "", *map(round, (left, top, width, height)))
