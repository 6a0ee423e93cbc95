"""What readers get is derived here from one Revision: text with links, mentions, quotes, pictures, intervals.

Two steps. ``derive`` reads and computes and holds no lock; ``write`` is rows only and runs inside the verb's
transaction. Nothing else writes these rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import override

from media_assets.models import Document, DocumentUse, Photo, PhotoUse
from people.models import Membership, OrganizationUse, PersonUse
from search.index import Prepared

from . import body as body_html
from . import searching
from .content import Content
from .decisions import choices_of
from .found import Linked, Named, NamedOrganization, Story, Text
from .introducing import READING_ORDER, introduced
from .linking import link, offices
from .models import Article, ArticlePhoto, Author, Byline, Mention, Quote, Revision, Section, Tag
from .revisions import columns_of, content_of

_USES = (PersonUse, PhotoUse, OrganizationUse, DocumentUse)


@dataclass(frozen=True)
class Frozen:
    """Who a person was on the day of the article, or of the archive picture that shows them, as printed.

    Without an office on record, ``called`` says what the text itself calls them: «учительница физики».
    """

    name: str
    office: str
    memberships: tuple[Membership, ...] = ()
    on: date | None = None
    called: str = ""


@dataclass
class Derived:
    """All that a Revision says to readers, ready to be written or to be shown as a preview."""

    revision: Revision
    content: Content
    as_of: date
    rendered_html: str
    linked: Linked
    photos: list[ArticlePhoto] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    frozen: dict[int, Frozen] = field(default_factory=dict)
    captioned: dict[tuple[int, int], Frozen] = field(default_factory=dict)  # by number of the caption and person
    html: str = ""  # the body as sanitised, without links to people
    found_by: list[Prepared] = field(default_factory=list)

    def told(self, named: Named) -> Frozen:
        """Who the person named in this place was: under an archive picture, on the day it was taken."""
        by_caption = (
            self.captioned.get((named.number, named.person.pk)) if named.where == Mention.Where.CAPTION else None
        )
        return by_caption or self.frozen[named.person.pk]

    @property
    def people(self) -> list[int]:
        """The ids of everyone named or quoted, in the order of first appearance: body, then captions, then lede."""
        named = sorted(self.linked.named, key=lambda each: (READING_ORDER[each.where], each.number, each.start))
        return list(dict.fromkeys(each.person.pk for each in named))


def day_of(content: Content, first_published_at: datetime) -> date:
    """The day whose offices count: the event's, else that of first publication in the newsroom's time zone."""
    return content.event_date or timezone.localtime(first_published_at).date()


@dataclass
class Draft:
    """A Revision made ready for the names engine: its body sanitised, its pictures known, its parts as a story."""

    article: Article
    revision: Revision
    content: Content
    html: str
    pictures: list[ArticlePhoto]
    story: Story


def derive(article: Article, revision: Revision, first_published_at: datetime, *, is_out: bool) -> Derived:
    """Work out what readers will get of this Revision. Reads, computes, writes nothing.

    ``is_out`` says that readers have had the article before: then names and offices told for its day stay.
    """
    draft = draft_of(article, revision, first_published_at)
    draft.content = _on_record(draft.content)
    derived = derive_linked(draft, link(draft.story), is_out=is_out)
    [derived.found_by] = searching.prepared([searching.of_derived(article, derived)])
    return derived


def _on_record(content: Content) -> Content:
    """The document without a section or authors deleted since it was written; the desk's check list names them."""
    known = set(
        Author.objects.filter(pk__in=[credit.author for credit in content.bylines]).values_list("pk", flat=True)
    )
    bylines = tuple(credit for credit in content.bylines if credit.author in known)
    section = content.section if Section.objects.filter(pk=content.section).exists() else None
    return replace(content, bylines=bylines, section=section)


def draft_of(article: Article, revision: Revision, first_published_at: datetime) -> Draft:
    """The first half of ``derive``: all that is known before the names are looked for."""
    return drafts_of([(article, revision, first_published_at)])[0]


def drafts_of(versions: Sequence[tuple[Article, Revision, datetime]]) -> list[Draft]:
    """The same for many versions, whose pictures are asked for together."""
    contents = [content_of(revision) for _article, revision, _first in versions]
    bodies = [body_html.without_person_links(body_html.sanitise(content.body)) for content in contents]
    placed = [_placed(content, html) for content, (html, _meant) in zip(contents, bodies, strict=True)]
    known = Photo.objects.in_bulk({each.photo_id for pictures in placed for each in pictures})
    parts = zip(versions, contents, bodies, placed, strict=True)
    return [_draft(*version, content, *body, _known(pictures, known)) for version, content, body, pictures in parts]


def _draft(
    article: Article,
    revision: Revision,
    first_published_at: datetime,
    content: Content,
    html: str,
    meant: Sequence[body_html.MeantPerson],
    pictures: list[ArticlePhoto],
) -> Draft:
    texts = [
        Text.of_plain(Mention.Where.LEDE, content.lede),
        *(Text.of_plain(Mention.Where.CAPTION, each.caption, number) for number, each in enumerate(pictures)),
        Text(Mention.Where.BODY, html, meant=meant),
    ]
    story = Story(texts, day_of(content, first_published_at), article.language, choices_of(article))
    return Draft(article, revision, content, html, pictures, story)


def derive_linked(draft: Draft, linked: Linked, *, is_out: bool) -> Derived:
    """The second half of ``derive``: what readers get once it is known who is named."""
    for number, picture in enumerate(draft.pictures):
        picture.caption_html = linked.html[Mention.Where.CAPTION, number]
    html = linked.html[Mention.Where.BODY, 0]
    derived = Derived(
        draft.revision, draft.content, draft.story.on, html, linked, photos=draft.pictures, html=draft.html
    )
    derived.frozen = _freeze(draft.article, derived, is_out)
    _freeze_archive(draft.article, derived)
    _add_introductions(derived)
    derived.quotes = _quotes(draft.html, derived)
    derived.rendered_html = _with_speakers(derived, draft.article.language)
    return derived


def _with_speakers(derived: Derived, language: str) -> str:
    """The linked body with the speaker's name under each quote that has one."""

    def draw(position: int, inner: str) -> str:
        quote = derived.quotes[position]
        if quote.speaker is None:
            return f"<blockquote>{inner}</blockquote>"
        name = format_html("{}", quote.speaker_name)
        if quote.speaker.has_page:
            with override(language):
                url = quote.speaker.get_absolute_url()
            name = format_html('<a href="{}" data-person="{}">{}</a>', url, quote.speaker.pk, quote.speaker_name)
        office = format_html(", {}", quote.speaker_office) if quote.speaker_office else ""
        return f"<blockquote>{inner}<footer>{name}{office}</footer></blockquote>"

    return body_html.replace_quotes(derived.rendered_html, draw)


def _placed(content: Content, html: str) -> list[ArticlePhoto]:
    """The pictures of a version in the order of their captions, the lead photo first."""
    lead = []
    if content.lead_photo:
        lead.append(ArticlePhoto(photo_id=content.lead_photo, place="lead", caption=content.lead_caption))
    placed = [
        ArticlePhoto(photo_id=figure.photo, place="body", position=position, caption=figure.caption)
        for position, figure in enumerate(body_html.figures(html))
    ]
    return lead + placed


def _known(placed: Sequence[ArticlePhoto], photos: Mapping[int, Photo]) -> list[ArticlePhoto]:
    """Those whose photo is still in the library, with it."""
    found = [each for each in placed if each.photo_id in photos]
    for each in found:
        each.photo = photos[each.photo_id]
    return found


def _freeze(article: Article, derived: Derived, is_out: bool) -> dict[int, Frozen]:
    """Names and offices of the day; what readers have once seen for that day stays as it was."""
    people = {each.person.pk: each.person for each in derived.linked.named}
    speakers = {each.speaker for each in body_html.quotations(derived.content.body) if each.speaker}
    of_the_day = offices(set(people) | speakers, derived.as_of, article.language)
    seen = {}
    if is_out:
        for mention in article.mentions.filter(as_of=derived.as_of, person__isnull=False).prefetch_related(
            "memberships"
        ):
            seen[mention.person_id] = Frozen(mention.name, mention.office, tuple(mention.memberships.all()))
    frozen = {}
    for person_id, person in people.items():
        office, memberships = of_the_day.get(person_id, ("", []))
        name = person.name_on(derived.as_of, article.language)
        frozen[person_id] = seen.get(person_id) or Frozen(name, office, tuple(memberships))
    return frozen


def _freeze_archive(article: Article, derived: Derived) -> None:
    """Under an archive picture people have the offices of the day it was taken, never those of the story's."""
    only_there = {each.person.pk for each in derived.linked.named}
    for number, picture in enumerate(derived.photos):
        taken = picture.photo.date_created if picture.photo.mark == Photo.Mark.ARCHIVE else None
        people = {
            each.person.pk: each.person
            for each in derived.linked.named
            if taken and (each.where, each.number) == (Mention.Where.CAPTION, number)
        }
        if not people:
            continue
        first, last = (offices(people, day, article.language) for day in (taken.earliest, taken.latest))
        for person_id, person in people.items():
            # «2019» with two offices in that year tells neither.
            office, held = first.get(person_id, ("", [])) if first.get(person_id) == last.get(person_id) else ("", [])
            name = person.name_on(taken.earliest, article.language)
            derived.captioned[number, person_id] = Frozen(name, office, tuple(held), taken.earliest)
    for person_id in only_there:
        places = [each for each in derived.linked.named if each.person.pk == person_id]
        told = [
            derived.captioned.get((each.number, person_id)) for each in places if each.where == Mention.Where.CAPTION
        ]
        if len(told) == len(places) and all(told):
            derived.frozen[person_id] = told[0]


def _add_introductions(derived: Derived) -> None:
    """Whoever has no office on record is called what the story calls them, so that nobody stands there blank."""
    officeless = {person for person, frozen in derived.frozen.items() if not frozen.office}
    quoted = [quotation.words for quotation in body_html.quotations(derived.html)]
    for person, words in introduced(derived.linked, officeless, quoted, derived.as_of.year).items():
        derived.frozen[person] = replace(derived.frozen[person], called=words)


def _quotes(html: str, derived: Derived) -> list[Quote]:
    known = {each.person.pk: each.person for each in derived.linked.named}
    rows = []
    for position, quotation in enumerate(body_html.quotations(html)):
        quote = Quote(position=position, words=quotation.words)
        # Only somebody named in the article can be its speaker; an id typed into the HTML proves nothing.
        if quotation.speaker in known:
            frozen = derived.frozen[quotation.speaker]
            quote.speaker = known[quotation.speaker]
            quote.speaker_name, quote.speaker_office = frozen.name, frozen.office
        rows.append(quote)
    return rows


def write(article: Article, derived: Derived, *, public_from: datetime, public_until: datetime | None = None) -> None:
    """Replace every derived row of the article by this Revision's and save the Article row. Inside a transaction.

    The caller has locked the article and set its workflow fields; this adds what readers see and the intervals of
    every layer.
    """
    for name, value in columns_of(derived.content).items():
        setattr(article, name, value)
    article.rendered_html = derived.rendered_html
    article.as_of = derived.as_of
    article.live_revision, article.live_version = derived.revision, derived.revision.number
    article.public_from, article.public_until = public_from, public_until
    article.save()

    _write_rows(article, derived)
    documents = Document.objects.filter(pk__in=body_html.documents(derived.content.body)).values_list("pk", flat=True)
    write_intervals(article, derived.people, derived.photos, _organizations(derived), documents)
    searching.write(article, derived.found_by)


def _write_rows(article: Article, derived: Derived) -> None:
    article.photos.all().delete()
    for photo in derived.photos:
        photo.pk, photo.article = None, article
    ArticlePhoto.objects.bulk_create(derived.photos)

    article.quotes.all().delete()
    for quote in derived.quotes:
        quote.pk, quote.article = None, article
    Quote.objects.bulk_create(derived.quotes)

    article.bylines.all().delete()
    Byline.objects.bulk_create(
        Byline(article=article, author_id=credit.author, role=credit.role, position=position)
        for position, credit in enumerate(dict.fromkeys(derived.content.bylines))
    )
    article.tags.set([Tag.named(name, article.language) for name in derived.content.tags])

    article.mentions.all().delete()
    people = derived.linked.named
    mentions = Mention.objects.bulk_create(_mention_of_person(article, each, derived) for each in people)
    Mention.objects.bulk_create(_mention_of_body(article, each, derived) for each in derived.linked.organizations)
    Mention.memberships.through.objects.bulk_create(
        Mention.memberships.through(mention=mention, membership=membership)
        for mention, named in zip(mentions, people, strict=True)
        for membership in derived.told(named).memberships
    )


def _mention_of_person(article: Article, named: Named, derived: Derived) -> Mention:
    told = derived.told(named)
    return _mention(
        article,
        named,
        person=named.person,
        name=told.name,
        office=told.office,
        called=told.called,
        as_of=told.on or derived.as_of,
    )


def _mention_of_body(article: Article, named: NamedOrganization, derived: Derived) -> Mention:
    body = named.organization
    return _mention(article, named, organization=body, name=body.name, as_of=derived.as_of)


def _mention(article: Article, at: Named | NamedOrganization, **meant) -> Mention:
    place = {"where": at.where, "number": at.number, "start": at.start, "end": at.end, "surface": at.surface}
    return Mention(article=article, **place, **meant)


def _organizations(derived: Derived) -> set[int]:
    """Bodies that are named, and those in which somebody named held an office that day."""
    named = {body.organization.pk for body in derived.linked.organizations}
    return named | {held.organization_id for frozen in derived.frozen.values() for held in frozen.memberships}


def write_intervals(article: Article, people, photos, organizations, documents) -> None:
    """The article's interval, written down the layers: every app answers ``public(now)`` from its own tables."""
    span = {"owner": article.owner, "public_from": article.public_from, "public_until": article.public_until}
    remove_intervals(article)
    PersonUse.objects.bulk_create(PersonUse(person_id=person, **span) for person in people)
    PhotoUse.objects.bulk_create(PhotoUse(photo_id=photo, **span) for photo in {each.photo_id for each in photos})
    OrganizationUse.objects.bulk_create(OrganizationUse(organization_id=each, **span) for each in organizations)
    DocumentUse.objects.bulk_create(DocumentUse(document_id=each, **span) for each in documents)


def remove_intervals(article: Article) -> None:
    """Forget the intervals of an article that readers never saw."""
    for model in _USES:
        model.objects.filter(owner=article.owner).delete()


def close_intervals(article: Article) -> None:
    """End the article's interval in every layer where the article's ends."""
    for model in _USES:
        model.objects.filter(owner=article.owner).update(public_until=article.public_until)
