"""What of a story readers search: its text with the people in it, the captions of its pictures, words people said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from media_assets.models import PersonShown
from people.models import Person
from people.models.searched import names_of
from people.names.markup import text_of
from search import index
from search.marks import Document
from search.models import Entry

from . import body
from .models import Article, ArticlePhoto, Mention, Quote

if TYPE_CHECKING:
    from .publishing import Derived


@dataclass(frozen=True)
class Said:
    """What a live story says, from the row or from what is about to be written. ``offices`` has everyone named."""

    article: Article
    headline: str
    lede: str
    html: str
    section: int | None
    tags: Sequence[str]
    offices: Mapping[int, str]
    photos: Sequence[ArticlePhoto]
    in_captions: Collection[tuple[int, int]]  # the number of the caption, and who is named in it
    quotes: Sequence[Quote]


def of_derived(article: Article, derived: Derived) -> Said:
    """What readers are about to get."""
    content, named = derived.content, derived.linked.named
    return Said(
        article=article,
        headline=content.headline,
        lede=content.lede,
        html=derived.html,
        section=content.section,
        tags=content.tags,
        offices={person: frozen.office for person, frozen in derived.frozen.items()},
        photos=derived.photos,
        in_captions={(each.number, each.person.pk) for each in named if each.where == Mention.Where.CAPTION},
        quotes=derived.quotes,
    )


def of_row(article: Article) -> Said:
    """What readers have; for a list of articles, with mentions, photos, quotes and tags asked for together."""
    named = [each for each in article.mentions.all() if each.person_id]
    photos = sorted(article.photos.all(), key=lambda each: (each.place != ArticlePhoto.Place.LEAD, each.position))
    return Said(
        article=article,
        headline=article.headline,
        lede=article.lede,
        html=body.without_person_links(article.body_html)[0],
        section=article.section_id,
        tags=[tag.name for tag in article.tags.all()],
        offices={each.person_id: each.office for each in named},
        photos=photos,
        in_captions={(each.number, each.person_id) for each in named if each.where == Mention.Where.CAPTION},
        quotes=list(article.quotes.all()),
    )


def prepared(said: Sequence[Said]) -> list[list[index.Prepared]]:
    """The entries of each story with all their words looked up: this takes its time, and no lock."""
    # Of somebody without a page the text says all that is to be found.
    named = {person for each in said for person in each.offices}
    people = Person.objects.with_page().filter(pk__in=named).prefetch_related("other_names")
    names = {person.pk: names_of(person) for person in people}
    shown = _shown({photo.photo_id for each in said for photo in each.photos})
    return [index.prepared(_documents(each, names, shown)) for each in said]


def span_of(article: Article) -> index.Span | None:
    """When readers may find the story; never once it was taken from them, kept with a notice or not."""
    if article.withdrawn_at or article.public_from is None or article.first_published_at is None:
        return None
    return index.Span(article.first_published_at, article.public_from, article.public_until)


def write(article: Article, found: Sequence[index.Prepared]) -> None:
    """Let readers find the story in its interval. Inside the verb's transaction."""
    if span := span_of(article):
        index.put(article.owner, found, span)
    else:
        remove(article)


def remove(article: Article) -> None:
    """Let nothing of the story be found any more."""
    index.remove(article.owner)


def _shown(photos: Collection[int]) -> Mapping[int, Mapping[int, str]]:
    """Photo → who with a page is marked on it, by name."""
    found: dict[int, dict[int, str]] = defaultdict(dict)
    marked = PersonShown.objects.filter(photo__in=photos, person__in=Person.objects.with_page().values("pk"))
    for each in marked.select_related("person"):
        found[each.photo_id][each.person_id] = each.person.name
    return found


def _documents(said: Said, names: Mapping[int, str], shown: Mapping[int, Mapping[int, str]]) -> Iterator[Document]:
    yield _story(said, names)
    for number, picture in enumerate(said.photos):
        if picture.caption:
            in_caption = {person for at, person in said.in_captions if at == number}
            yield _picture(said, picture, in_caption, names, shown.get(picture.photo_id, {}))
    for quote in said.quotes:
        yield _quote(said, quote)


def _story(said: Said, names: Mapping[int, str]) -> Document:
    captions = [picture.caption for picture in said.photos if picture.place == ArticlePhoto.Place.LEAD]
    known = [*(names[person] for person in said.offices if person in names), *filter(None, said.offices.values())]
    return Document(
        kind=Entry.Kind.STORY,
        subject=said.article.pk,
        title=said.headline,
        lede=said.lede,
        body="\n".join(filter(None, [text_of(said.html).strip(), *captions])),
        names="\n".join([*known, *said.tags]),
        language=said.article.language,
        section=said.section,
        people=frozenset(said.offices),
    )


def _picture(
    said: Said, picture: ArticlePhoto, in_caption: set[int], names: Mapping[int, str], shown: Mapping[int, str]
) -> Document:
    """A picture is found by its caption, and by who is marked on it though the caption leave them out."""
    return Document(
        kind=Entry.Kind.PICTURE,
        subject=picture.photo_id,
        title="",
        lede=picture.caption,
        names="\n".join([*(names[person] for person in in_caption & names.keys()), *shown.values()]),
        language=said.article.language,
        section=said.section,
        people=frozenset(in_caption | shown.keys()),
    )


def _quote(said: Said, quote: Quote) -> Document:
    return Document(
        kind=Entry.Kind.WORDS,
        subject=quote.position,
        title=quote.speaker_name,
        body=quote.words,
        language=said.article.language,
        section=said.section,
        people=frozenset([quote.speaker_id] if quote.speaker_id else []),
    )
