"""A story for other newsrooms' systems, as IPTC's ninjs 3.0 has it: the same words, people and pictures as the page.

Every address is absolute. Keys are the standard's. It has no place for somebody's office, so ``literal`` holds the name
with the office of the day, as a caption would print it.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from articles import body
from articles.models import Article
from articles.page import ArticlePage, PersonInStory, PlacedPicture

from ..models import FlatPage, Imprint
from .channel import content, identity

Told = dict[str, Any]

_STANDARD = {"name": "ninjs", "version": "3.0", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#"}
_FLASH = 1  # the highest urgency of nine


def ninjs(article: Article, page: ArticlePage) -> Told:
    """The story as readers have it now."""
    published, updated = _instant(page.published), _instant(page.updated or page.published)
    return _filled(
        {
            "uri": identity(page.id, page.published),
            "standard": _STANDARD,
            "type": "text",
            "representationType": "full",
            "version": str(article.live_version),
            "pubStatus": "usable",
            "urgency": _FLASH if article.is_breaking else None,
            "language": page.language,
            "firstCreated": published,
            "contentCreated": published,
            "versionCreated": updated,
            "headlines": [{"value": page.headline}],
            "descriptions": [{"role": "summary", "value": page.lede}] if page.lede else [],
            "by": ", ".join(each.name for each in page.bylines) or settings.SITE_NAME,
            "bodies": _bodies(page),
            "located": page.dateline,
            "places": [{"name": page.dateline, "rel": "dateline"}] if page.dateline else [],
            "genres": [{"name": page.label}] if page.label else [],
            "subjects": _subjects(page),
            "people": [_person(each) for each in page.people],
            "organisations": [
                {"name": each.name, "rel": "mention", "uri": _absolute(each.url)} for each in page.organizations
            ],
            "infoSources": [{"name": page.source}] if page.source else [],
            "edNote": "\n".join(f"{_instant(each.made_at)} {each.note}" for each in page.corrections),
            "renditions": [{"name": "web", "href": page.absolute_url, "contentType": "text/html"}],
            "associations": [_picture(each, page) for each in page.placed if not each.picture.is_withheld],
            **_rights(page),
        }
    )


def taken_back(article: Article) -> Told:
    """What receivers of a story that was withdrawn are to know: that it must not be used, and why."""
    return _filled(
        {
            "uri": identity(article.pk, article.first_published_at),
            "standard": _STANDARD,
            "type": "text",
            "pubStatus": "canceled",
            "language": article.language,
            "versionCreated": _instant(article.withdrawn_at) if article.withdrawn_at else None,
            "edNote": article.withdrawal_reason,
        }
    )


def _bodies(page: ArticlePage) -> list[Told]:
    text = body.plain(page.body_html)
    counted = {"charCount": len(text), "wordCount": len(text.split())}
    return [
        {"role": "text", "contentType": "text/plain", "value": text, **counted},
        {"role": "story", "contentType": "text/html", "value": content(page)},
    ]


def _subjects(page: ArticlePage) -> list[Told]:
    tags = [{"name": tag.name, "rel": "about", "uri": _absolute(tag.url)} for tag in page.tags]
    if page.section is None:
        return tags
    with override(page.language):
        address = reverse("section", args=[page.section.slug])
        return [{"name": str(page.section), "rel": "section", "uri": _absolute(address)}, *tags]


def _person(person: PersonInStory) -> Told:
    literal = ", ".join(filter(None, (person.name, person.office)))
    uri = _absolute(person.url) if person.url else ""
    return _filled({"name": person.name, "rel": "mention", "uri": uri, "literal": literal})


def _rights(page: ArticlePage) -> Told:
    rules = FlatPage.objects.filter(language=page.language, slug=FlatPage.RULES).first()
    return {
        "copyrightHolder": settings.SITE_NAME,
        "copyrightNotice": f"© {settings.SITE_NAME}, {page.published.year}",
        "usageTerms": Imprint.of(page.language).reprint_rules,
        "rightsInfo": {"linkedRights": _absolute(rules.get_absolute_url())} if rules else {},
    }


def _picture(placed: PlacedPicture, page: ArticlePage) -> Told:
    """A picture as this story uses it: with these words, and not with those of another."""
    picture = placed.picture
    return _filled(
        {
            "uri": f"{identity(page.id, page.published)}/photo/{picture.photo}",
            "name": picture.alt or placed.caption or f"photo {picture.photo}",
            "rel": "lead" if placed == page.lead else "body",
            "type": "picture",
            "pubStatus": "usable",
            "language": page.language,
            "descriptions": [
                {"role": role, "value": words}
                for role, words in (("caption", placed.caption), ("alt", picture.alt), ("credit", picture.credit))
                if words
            ],
            "by": picture.creator,
            "copyrightNotice": picture.copyright_notice,
            "renditions": list(_renditions(placed)),
        }
    )


def _renditions(placed: PlacedPicture) -> Iterator[Told]:
    picture = placed.picture
    for each in picture.jpeg_srcset.split(", "):
        address, width = each.rsplit(" ", 1)
        px = int(width.removesuffix("w"))
        yield {
            "name": width,
            "href": _absolute(address),
            "contentType": "image/jpeg",
            "width": px,
            "height": round(picture.height * px / picture.width),
        }


def _instant(instant: datetime) -> str:
    """With the newsroom's zone, as the page itself says it."""
    return timezone.localtime(instant).isoformat(timespec="seconds")


def _absolute(address: str) -> str:
    return f"{settings.BASE_URL}{address}"


def _filled(data: Told) -> Told:
    """Without what is not known: the standard has no empty values."""
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}
