"""The nodes of a body as readers see them: pictures, videos, posts, entries, documents, links to other stories.

Whatever may not be seen now gives way to its words, or to nothing where it has none of its own.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from media_assets.models import Document

from . import body
from .body import posts, videos
from .body.tree import Element, parse, write_element
from .models import Article


@dataclass(frozen=True)
class LedTo:
    """The other stories and the documents that bodies lead to, as far as readers may have them now."""

    articles: Mapping[int, Article]
    documents: Mapping[int, Document]


@dataclass(frozen=True)
class Around:
    """What the nodes of one body speak of. ``placed`` gives a photo with its caption, None when it is not shown."""

    day: date  # of the story: an entry of that day tells its hour alone
    placed: Callable[[int, str], Any]
    led_to: LedTo


def led_to(bodies: Iterable[str], now: datetime) -> LedTo:
    """What these bodies lead to, after one query for each kind of record there is in them."""
    named = {number for html in bodies for number in body.articles_named(html)}
    offered = {number for html in bodies for number in body.documents(html)}
    public = Article.objects.listed(now).only("language", "slug", "headline")
    return LedTo(
        public.in_bulk(named) if named else {},
        Document.objects.in_bulk(offered) if offered else {},
    )


def drawn(html: str, around: Around) -> SafeString:
    """The body with each node as its component draws it. The active language is the article's."""
    return mark_safe(_drawn(parse(html), around))


def _drawn(nodes: list[Element | str], around: Around) -> str:
    return "".join(node if isinstance(node, str) else _element(node, around) for node in nodes)


def _element(element: Element, around: Around) -> str:
    for attribute, draw in _NODES.get(element.name, {}).items():
        if attribute in element.attributes:
            return draw(element, around)
    return write_element(element, _drawn(element.children, around))


def _photo(figure: Element, around: Around, component: str = "components/figure.html") -> str:
    caption = _caption(figure, around)
    placed = around.placed(int(figure.attributes["data-photo"]), caption)
    if placed is None:
        return f"<p>{caption}</p>" if caption else ""
    return render_to_string(component, {"placed": placed, "is_lead": False})


def _gallery(gallery: Element, around: Around) -> str:
    pictures = [
        _photo(figure, around, "components/gallery_figure.html")
        for figure in gallery.children
        if isinstance(figure, Element)
    ]
    return _component("gallery", pictures=[mark_safe(picture) for picture in pictures if picture])


def _video(figure: Element, around: Around) -> str:
    address, title = figure.attributes["data-video"], _caption(figure, around)
    poster = figure.attributes.get("data-photo")
    placed = around.placed(int(poster), title) if poster else None
    return _component(
        "video",
        address=address,
        host=videos.host_of(address),
        title=placed.caption_html if placed else mark_safe(title),
        name=body.plain(title),
        poster=placed.picture if placed and not placed.picture.is_withheld else None,
    )


def _post(post: Element, around: Around) -> str:
    address, minute = post.attributes["data-post"], post.attributes.get("data-time")
    return _component(
        "post",
        address=address,
        network=posts.network_of(address),
        author=post.attributes.get("data-author", ""),
        time=body.moment(minute) if minute else None,
        text=mark_safe(_drawn(post.children, around)),
    )


def _entry(section: Element, around: Around) -> str:
    time = body.moment(section.attributes["data-time"])
    return _component(
        "entry",
        anchor=section.attributes["data-entry"],
        time=time,
        is_of_the_day=time.date() == around.day,
        text=mark_safe(_drawn(section.children, around)),
    )


def _document(div: Element, around: Around) -> str:
    document = around.led_to.documents.get(int(div.attributes["data-document"]))
    title = mark_safe(_drawn(div.children, around))
    if document is None:
        return f"<p>{title}</p>" if title else ""
    return _component(
        "document",
        url=document.get_absolute_url(),
        title=title or document.title,
        kind_and_size=document.kind_and_size(get_language() or "ru"),
    )


def _related(div: Element, around: Around) -> str:
    article = around.led_to.articles.get(int(div.attributes["data-article"]))
    return _component("related", article=article) if article else ""


def _link_to_article(link: Element, around: Around) -> str:
    article = around.led_to.articles.get(int(link.attributes["data-article"]))
    inner = _drawn(link.children, around)
    return write_element(Element("a", {"href": article.get_absolute_url()}), inner) if article else inner


# Of a figure with a poster, the video is what matters.
_NODES: dict[str, dict[str, Callable[[Element, Around], str]]] = {
    "figure": {"data-video": _video, "data-photo": _photo},
    "div": {"data-gallery": _gallery, "data-document": _document, "data-article": _related},
    "blockquote": {"data-post": _post},
    "section": {"data-entry": _entry},
    "a": {"data-article": _link_to_article},
}


def _caption(figure: Element, around: Around) -> str:
    captions = [child for child in figure.children if isinstance(child, Element) and child.name == "figcaption"]
    return "".join(_drawn(caption.children, around) for caption in captions)


def _component(name: str, /, **context: object) -> str:
    return render_to_string(f"components/{name}.html", context)
