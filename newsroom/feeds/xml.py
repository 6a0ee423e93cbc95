"""A channel as RSS 2.0 and as Atom (RFC 4287), by Django's generators; pictures by Media RSS."""

from html import escape
from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed, rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

from .channel import Channel, Image, Item, newsroom

_MEDIA = {"xmlns:media": "http://search.yahoo.com/mrss/"}


class Rss(Rss201rev2Feed):
    """RSS with the whole text, names of authors who have no address by mail, and the instant of a correction."""

    content_type = "application/rss+xml; charset=utf-8"

    def rss_attributes(self) -> dict[str, str]:
        return {
            **super().rss_attributes(),
            **_MEDIA,
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        }

    def latest_post_date(self):
        return self.feed["updated"]

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict) -> None:
        super().add_item_elements(handler, item)
        told: Item = item["item"]
        for author in told.authors:
            handler.addQuickElement("dc:creator", author.name)
        handler.addQuickElement("atom:updated", rfc3339_date(told.updated))
        handler.addQuickElement("content:encoded", told.content)
        _add_image(handler, told.image)


class Atom(Atom1Feed):
    """Atom with the whole text, and all who signed."""

    content_type = "application/atom+xml; charset=utf-8"

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), **_MEDIA}

    def latest_post_date(self):
        return self.feed["updated"]

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict) -> None:
        super().add_item_elements(handler, item)
        told: Item = item["item"]
        for author in told.authors:
            handler.startElement("author", AttributesImpl({}))
            handler.addQuickElement("name", author.name)
            handler.addQuickElement("uri", author.url)
            handler.endElement("author")
        handler.addQuickElement("content", told.content, {"type": "html"})
        _add_image(handler, told.image)


def _add_image(handler: SimplerXMLGenerator, image: Image | None) -> None:
    if image is None:
        return
    size = {"width": str(image.width), "height": str(image.height)}
    told = {"url": image.url, "medium": "image", "type": "image/jpeg", **size}
    handler.startElement("media:content", AttributesImpl(told))
    for name, words in (("description", image.caption or image.alt), ("credit", image.credit)):
        if words:
            handler.addQuickElement(f"media:{name}", words, {"type": "plain"} if name == "description" else {})
    handler.endElement("media:content")


def written(kind: type[SyndicationFeed], channel: Channel) -> str:
    """The channel in that format."""
    feed = kind(
        title=channel.title,
        link=channel.home,
        description=channel.description or channel.title,
        language=channel.language,
        feed_url=channel.url,
        feed_guid=channel.url,  # Django's own would be a tag without a date, which is none
        updated=channel.updated,
        author_name=newsroom().name,
    )
    for item in channel.items:
        feed.add_item(
            title=item.title,
            link=item.url,
            description=escape(item.summary, quote=False),  # both formats take it for HTML
            unique_id=item.id,
            unique_id_is_permalink=False,
            pubdate=item.published,
            updateddate=item.updated,
            categories=item.subjects,
            item=item,
        )
    return feed.writeString("utf-8")
