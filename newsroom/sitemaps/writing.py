"""Sitemaps as XML, by sitemaps.org 0.9 and the additions of search engines for pictures, news and translations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree import ElementTree

from django.conf import settings
from django.utils import timezone

from ..printable import printable

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NAMESPACES = {
    "xmlns": _SITEMAP,
    "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
    "xmlns:image": "http://www.google.com/schemas/sitemap-image/1.1",
    "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
}


@dataclass(frozen=True)
class News:
    """A story of the last days, as news services want it."""

    language: str
    published: datetime
    title: str


@dataclass(frozen=True)
class Page:
    """One address, relative to the site; ``editions`` are the same page by language, its own among them."""

    address: str
    modified: datetime | None = None
    editions: Mapping[str, str] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()
    news: News | None = None


def urlset(pages: Iterable[Page]) -> bytes:
    """A file of pages."""
    root = ElementTree.Element("urlset", _NAMESPACES)
    for page in pages:
        _page(ElementTree.SubElement(root, "url"), page)
    return _written(root)


def index(files: Iterable[Page]) -> bytes:
    """The file that leads to the others."""
    root = ElementTree.Element("sitemapindex", {"xmlns": _SITEMAP})
    for file in files:
        _place(ElementTree.SubElement(root, "sitemap"), file)
    return _written(root)


def _page(url: ElementTree.Element, page: Page) -> None:
    _place(url, page)
    if len(page.editions) > 1:
        for language, address in page.editions.items():
            attributes = {"rel": "alternate", "hreflang": language, "href": _absolute(address)}
            ElementTree.SubElement(url, "xhtml:link", attributes)
    for picture in page.pictures:
        _say(ElementTree.SubElement(url, "image:image"), "image:loc", _absolute(picture))
    if page.news:
        _news(ElementTree.SubElement(url, "news:news"), page.news)


def _news(told: ElementTree.Element, news: News) -> None:
    publication = ElementTree.SubElement(told, "news:publication")
    _say(publication, "news:name", settings.SITE_NAME)
    _say(publication, "news:language", news.language)
    _say(told, "news:publication_date", _instant(news.published))
    _say(told, "news:title", news.title)


def _place(parent: ElementTree.Element, page: Page) -> None:
    _say(parent, "loc", _absolute(page.address))
    if page.modified:
        _say(parent, "lastmod", _instant(page.modified))


def _say(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = printable(text)


def _absolute(address: str) -> str:
    return f"{settings.BASE_URL}{address}"


def _instant(instant: datetime) -> str:
    """With the newsroom's zone, as the page itself says it."""
    return timezone.localtime(instant).isoformat(timespec="seconds")


def _written(root: ElementTree.Element) -> bytes:
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
