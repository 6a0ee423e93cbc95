"""A channel as JSON Feed 1.1 (jsonfeed.org); what the standard has no word for begins with an underscore."""

import json
from collections.abc import Mapping

from .channel import Author, Channel, Image, Item, newsroom

CONTENT_TYPE = "application/feed+json; charset=utf-8"
_VERSION = "https://jsonfeed.org/version/1.1"


def written(channel: Channel) -> str:
    """The channel as JSON; what is unknown is left out."""
    feed = {
        "version": _VERSION,
        "title": channel.title,
        "home_page_url": channel.home,
        "feed_url": channel.url,
        "description": channel.description,
        "language": channel.language,
        "authors": [_author(newsroom())],
    }
    told = {**_known(feed), "items": [_item(item) for item in channel.items]}
    return json.dumps(told, ensure_ascii=False)


def _item(item: Item) -> dict[str, object]:
    return _known(
        {
            "id": item.id,
            "url": item.url,
            "title": item.title,
            "summary": item.summary,
            "content_html": item.content,
            "date_published": item.published.isoformat(timespec="seconds"),
            "date_modified": item.updated.isoformat(timespec="seconds"),
            "authors": [_author(author) for author in item.authors],
            "tags": item.subjects,
            "image": item.image.url if item.image else "",
            "_image": _image(item.image) if item.image else {},
        }
    )


def _author(author: Author) -> dict[str, object]:
    return {"name": author.name, "url": author.url}


def _image(image: Image) -> dict[str, object]:
    """What a picture must not be shown without."""
    words = {"caption": image.caption, "credit": image.credit, "alt": image.alt}
    return _known({"about": "https://iptc.org/standards/photo-metadata/", **words})


def _known(values: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value not in ("", [], {})}
