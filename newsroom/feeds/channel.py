"""A channel of stories as a plain value: every format says the same of it."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from articles import page as article_page
from articles.models.article import ArticleQuerySet
from articles.page import ArticlePage, PlacedPicture

from ..printable import printable
from .portable import portable

STORIES = 30


@dataclass(frozen=True)
class Author:
    name: str
    url: str


@dataclass(frozen=True)
class Image:
    """The lead picture; addresses are absolute, sizes pixels."""

    url: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True)
class Item:
    """A story in a feed. ``id`` outlives a new headline and a new address; a correction moves ``updated`` alone."""

    id: str
    url: str
    title: str
    summary: str
    content: str
    published: datetime
    updated: datetime
    authors: list[Author]
    subjects: list[str]
    image: Image | None


@dataclass(frozen=True)
class Channel:
    """``home`` is the page that lists the stories, ``url`` the feed itself, both absolute."""

    title: str
    description: str
    language: str
    home: str
    url: str
    updated: datetime
    items: list[Item]


def channel(
    listed: ArticleQuerySet, now: datetime, *, title: str, language: str, home: str, url: str, description: str = ""
) -> Channel:
    """The newest stories of these with their whole text, in as many questions for thirty as for one."""
    pages = article_page.of_articles(list(listed[:STORIES]), now)
    items = [_item(page) for page in pages]
    # An empty channel is as new as its day: were it as new as the question, it would be another at every one.
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    updated = max((item.updated for item in items), default=midnight)
    return Channel(printable(title), printable(description), language, home, url, updated, items)


def _item(page: ArticlePage) -> Item:
    return Item(
        id=identity(page.id, page.published),
        url=page.absolute_url,
        title=printable(page.headline),
        summary=printable(page.lede),
        content=printable(content(page)),
        published=page.published,
        updated=page.updated or page.published,
        authors=[Author(printable(each.name), f"{settings.BASE_URL}{each.url or '/'}") for each in page.signed],
        subjects=[printable(str(each)) for each in filter(None, (page.section, *page.tags))],
        image=_image(page.lead) if page.lead and not page.lead.picture.is_withheld else None,
    )


def newsroom() -> Author:
    """Whose channel it is."""
    return Author(settings.SITE_NAME, f"{settings.BASE_URL}/")


def identity(article: int, published: datetime) -> str:
    """A tag URI (RFC 4151): of the site and the number of the article, whatever becomes of its address."""
    return f"tag:{urlsplit(settings.BASE_URL).hostname},{timezone.localtime(published).year}:article/{article}"


def content(page: ArticlePage) -> str:
    """The whole story as HTML to be read elsewhere: lede, lead picture, text, notes to readers."""
    with override(page.language):
        return portable(render_to_string("newsroom/feed_story.html", {"page": page}))


def _image(lead: PlacedPicture) -> Image:
    picture = lead.picture
    url = f"{settings.BASE_URL}{picture.src}"
    caption, credit = printable(lead.caption), printable(picture.credit)
    return Image(url, picture.width, picture.height, printable(picture.alt), caption, credit)
